"""A formula as one line of plain text."""

from __future__ import annotations

from kragozor.instruments.formula.notation import (
    MULTIPLIED,
    RAISED,
    WHOLE,
    Notation,
    Numbers,
    Piece,
)
from kragozor.instruments.formula.tree import Formula


def as_text(
    formula: Formula | str,
    numbers: Numbers | None = None,
    *,
    language: str = "en",
    left: str = "",
    right: str = "",
) -> str:
    """Return a formula as one line of text, with its symbols or with numbers in their place.

    Parameters
    ----------
    formula : Formula or str
        A tree, or the text of one.
    numbers : mapping of str to number or text, or to a list of these, optional
        The number of each symbol, a list for one under a sum; a text stands as it is.
    language : {"en", "bg"}
        The language in which numbers are written.
    left : str, optional
        The symbol that the formula defines, shown before an equals sign.
    right : str, optional
        The formatted result, shown after an equals sign.

    Returns
    -------
    str

    Examples
    --------
    >>> as_text("(V + W)/(2*M)", left="LFI")
    'LFI = (V + W) / (2 · M)'
    >>> as_text("(V + W)/(2*M)", {"V": "0.5", "W": "1", "M": "1"}, right="0.75")
    '(0.5 + 1) / (2 × 1) = 0.75'
    """
    return _Text(numbers or {}, language).equation(formula, left, right)


class _Text(Notation):
    def literal(self, text: str) -> str:
        return text

    def symbol(self, base: str, subscript: str) -> str:
        return f"{base}_{subscript}" if subscript else base

    def sign(self, character: str) -> str:
        return f" {character} "

    def minus(self) -> str:
        return "−"

    def bracket(self, text: str) -> str:
        return f"({text})"

    def truth(self, text: str) -> str:
        return f"[{text}]"

    def fraction(self, above: Piece, below: Piece) -> Piece:
        pieces = self.held(above, MULTIPLIED), self.held(below, RAISED)
        return Piece(" / ".join(pieces), MULTIPLIED)

    def power(self, base: str, exponent: Piece) -> str:
        return f"{base}^{self.held(exponent, WHOLE)}"

    def sigma(self, term: Piece) -> Piece:
        return Piece(f"Σ({term.text})")

    def call(self, name: str, operands: list[str]) -> str:
        return f"{name}({'; '.join(operands)})"
