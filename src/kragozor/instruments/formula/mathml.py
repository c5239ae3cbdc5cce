"""A formula as MathML, for a page."""

from __future__ import annotations

from html import escape

from kragozor.instruments.formula.notation import MULTIPLIED, RAISED, Notation, Numbers, Piece
from kragozor.instruments.formula.tree import Formula


def as_mathml(
    formula: Formula | str,
    numbers: Numbers | None = None,
    *,
    language: str = "en",
    left: str = "",
    right: str = "",
) -> str:
    """Return a formula as a MathML element with stacked fractions and subscripts.

    The parameters are those of ``as_text``; every text is escaped.

    Examples
    --------
    >>> as_mathml("2*W_0")
    '<math displaystyle="true"><mn>2</mn><mo>·</mo><msub><mi>W</mi><mn>0</mn></msub></math>'
    """
    inside = _MathML(numbers or {}, language).equation(formula, left, right)
    return f'<math displaystyle="true">{inside}</math>'


class _MathML(Notation):
    def literal(self, text: str) -> str:
        return f"<mn>{escape(text)}</mn>"

    def symbol(self, base: str, subscript: str) -> str:
        name = f"<mi>{escape(base)}</mi>"
        return f"<msub>{name}{self.subscript(subscript)}</msub>" if subscript else name

    def subscript(self, text: str) -> str:
        """Write a number, an index in italics, or upright letters that describe."""
        if text.isdigit():
            return f"<mn>{text}</mn>"
        upright = "" if _is_index(text) else ' mathvariant="normal"'
        return f"<mi{upright}>{escape(text)}</mi>"

    def sign(self, character: str) -> str:
        return f"<mo>{character}</mo>"

    def minus(self) -> str:
        return '<mo form="prefix">−</mo>'

    def bracket(self, text: str) -> str:
        return f"<mrow><mo>(</mo>{text}<mo>)</mo></mrow>"

    def truth(self, text: str) -> str:
        return f"<mrow><mo>[</mo>{text}<mo>]</mo></mrow>"

    def fraction(self, above: Piece, below: Piece) -> Piece:
        return Piece(f"<mfrac>{_row(above.text)}{_row(below.text)}</mfrac>", RAISED)

    def power(self, base: str, exponent: Piece) -> str:
        return f"<msup>{_row(base)}{_row(exponent.text)}</msup>"

    def sigma(self, term: Piece) -> Piece:
        return Piece(f"<mo>∑</mo>{self.held(term, MULTIPLIED)}", MULTIPLIED)

    def call(self, name: str, operands: list[str]) -> str:
        inside = "<mo>;</mo>".join(operands)
        return f"<mrow><mi>{name}</mi><mo>(</mo>{inside}<mo>)</mo></mrow>"


def _is_index(subscript: str) -> bool:
    """Return whether a subscript counts the items of a list, as *i* does."""
    return len(subscript) == 1 and subscript.islower()


def _row(text: str) -> str:
    return f"<mrow>{text}</mrow>"
