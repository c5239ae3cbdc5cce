"""A formula as the inside of a Typst equation, for a PDF."""

from __future__ import annotations

from kragozor.instruments.formula.notation import MULTIPLIED, RAISED, Notation, Numbers, Piece
from kragozor.instruments.formula.tree import Formula


def as_typst(
    formula: Formula | str,
    numbers: Numbers | None = None,
    *,
    language: str = "en",
    left: str = "",
    right: str = "",
) -> str:
    """Return a formula as the inside of a Typst equation.

    The parameters are those of ``as_text``. Every text is quoted, and so stands upright: a
    typeface without a table of mathematics can set it.

    Examples
    --------
    >>> as_typst("W_F/M", left="X")
    '"X" = frac("W"_"F", "M")'
    """
    return _Typst(numbers or {}, language).equation(formula, left, right)


def typst_string(text: str) -> str:
    """Return a text as a string of Typst, which shows it and never reads it as markup.

    Examples
    --------
    >>> print(typst_string('#strong[5 "mm"]'))
    "#strong[5 \\"mm\\"]"
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


class _Typst(Notation):
    def literal(self, text: str) -> str:
        return typst_string(text)

    def symbol(self, base: str, subscript: str) -> str:
        return (
            f"{typst_string(base)}_{typst_string(subscript)}" if subscript else typst_string(base)
        )

    def sign(self, character: str) -> str:
        return f" {character} "

    def minus(self) -> str:
        return "−"

    def bracket(self, text: str) -> str:
        return f"({text})"

    def truth(self, text: str) -> str:
        return f"[{text}]"

    def fraction(self, above: Piece, below: Piece) -> Piece:
        return Piece(f"frac({above.text}, {below.text})", RAISED)

    def power(self, base: str, exponent: Piece) -> str:
        return f"{base}^({exponent.text})"

    def sigma(self, term: Piece) -> Piece:
        return Piece(f"∑ {self.held(term, MULTIPLIED)}", MULTIPLIED)

    def call(self, name: str, operands: list[str]) -> str:
        return f"{typst_string(name)}({' ; '.join(operands)})"
