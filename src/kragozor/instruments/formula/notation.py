"""A formula as a reader sees it: plain text, MathML for a page, Typst for a PDF."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from kragozor.instruments.formula.tree import (
    Comparison,
    Extreme,
    Formula,
    Function,
    Negative,
    Number,
    Operation,
    Sum,
    Symbol,
    parse,
    scopes,
    symbols,
)
from kragozor.words.numbers import decimal_text

Numbers = Mapping[str, float | str | Sequence[float] | Sequence[str]]

# How tightly a written piece holds together; a looser piece inside a tighter one is bracketed.
_SIGNED, _ADDED, _MULTIPLIED, _RAISED, _WHOLE = range(5)

# A longer list shows its first items and its last.
_ITEMS_SHOWN = 4
_ELLIPSIS = "…"

# A comparison stands in Iverson's brackets: 1 where it holds and 0 where it does not.
_COMPARED = {">=": "≥", ">": ">"}


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


def as_mathml(
    formula: Formula | str,
    numbers: Numbers | None = None,
    *,
    language: str = "en",
    left: str = "",
    right: str = "",
) -> str:
    """Return a formula as a MathML element with stacked fractions and subscripts.

    The parameters are those of :func:`as_text`; every text is escaped.

    Examples
    --------
    >>> as_mathml("2*W_0")
    '<math displaystyle="true"><mn>2</mn><mo>·</mo><msub><mi>W</mi><mn>0</mn></msub></math>'
    """
    inside = _MathML(numbers or {}, language).equation(formula, left, right)
    return f'<math displaystyle="true">{inside}</math>'


def as_typst(
    formula: Formula | str,
    numbers: Numbers | None = None,
    *,
    language: str = "en",
    left: str = "",
    right: str = "",
) -> str:
    """Return a formula as the inside of a Typst equation.

    The parameters are those of :func:`as_text`. Every text is quoted, and so stands upright:
    a typeface without a table of mathematics can set it.

    Examples
    --------
    >>> as_typst("W_F/M", left="X")
    '"X" = frac("W"_"F", "M")'
    """
    return _Typst(numbers or {}, language).equation(formula, left, right)


@dataclass(frozen=True)
class _Piece:
    text: str
    strength: int = _WHOLE


@dataclass(frozen=True)
class _Notation(ABC):
    """One way of writing; the walk over the tree and the brackets are common to all."""

    numbers: Numbers
    language: str

    @abstractmethod
    def literal(self, text: str) -> str: ...

    @abstractmethod
    def symbol(self, base: str, subscript: str) -> str: ...

    @abstractmethod
    def sign(self, character: str) -> str: ...

    @abstractmethod
    def minus(self) -> str: ...

    @abstractmethod
    def bracket(self, text: str) -> str: ...

    @abstractmethod
    def truth(self, text: str) -> str: ...

    @abstractmethod
    def fraction(self, above: _Piece, below: _Piece) -> _Piece: ...

    @abstractmethod
    def power(self, base: str, exponent: _Piece) -> str: ...

    @abstractmethod
    def sigma(self, term: _Piece) -> _Piece: ...

    @abstractmethod
    def call(self, name: str, operands: list[str]) -> str: ...

    def equation(self, formula: Formula | str, left: str, right: str) -> str:
        tree = parse(formula) if isinstance(formula, str) else formula
        sides = [self.name(left)] if left else []
        sides.append(self.write(tree).text)
        if right:
            sides.append(self.literal(right))
        return self.sign("=").join(sides)

    def write(self, formula: Formula) -> _Piece:
        match formula:
            case Number(value):
                return _Piece(self.literal(decimal_text(value, self.language, digits=12)))
            case Symbol(name):
                return self.quantity(name)
            case Negative(operand):
                return _Piece(self.minus() + self.inside(operand, _RAISED), _SIGNED)
            case Operation("/", left, right):
                return self.fraction(self.write(left), self.write(right))
            case Operation("**", left, right):
                return _Piece(self.power(self.inside(left, _WHOLE), self.write(right)), _RAISED)
            case Operation("*", left, right):
                return self.joined(left, "×" if self.numbers else "·", right, _MULTIPLIED)
            case Operation(sign, left, right):
                return self.joined(left, "−" if sign == "-" else sign, right, _ADDED)
            case Sum(term):
                return self.total(term)
            case _:
                return self.enclosed(formula)

    def enclosed(self, formula: Extreme | Function | Comparison) -> _Piece:
        """Write what stands in brackets of its own."""
        if isinstance(formula, Comparison):
            sides = self.write(formula.left).text, self.write(formula.right).text
            return _Piece(self.truth(self.sign(_COMPARED[formula.sign]).join(sides)))
        operands = (formula.operand,) if isinstance(formula, Function) else formula.operands
        return _Piece(self.call(formula.name, [self.write(one).text for one in operands]))

    def quantity(self, name: str) -> _Piece:
        number = self.numbers.get(name)
        if isinstance(number, (int, float)):
            number = decimal_text(number, self.language)
        if not isinstance(number, str):
            return _Piece(self.name(name))
        return _Piece(self.literal(number), _SIGNED if number[:1] in "-−" else _WHOLE)

    def name(self, symbol: str) -> str:
        base, _, subscript = symbol.partition("_")
        return self.symbol(base, subscript.replace("_", ","))

    def joined(self, left: Formula, sign: str, right: Formula, strength: int) -> _Piece:
        pieces = self.inside(left, strength), self.inside(right, strength + 1)
        return _Piece(self.sign(sign).join(pieces), strength)

    def inside(self, formula: Formula, strength: int) -> str:
        return self.held(self.write(formula), strength)

    def held(self, piece: _Piece, strength: int) -> str:
        return piece.text if piece.strength >= strength else self.bracket(piece.text)

    def total(self, term: Formula) -> _Piece:
        """Write a sum item by item where the items are known, with a sigma where not."""
        if not any(isinstance(self.numbers.get(name), (list, tuple)) for name in symbols(term)):
            return self.sigma(self.write(term))
        known = list(scopes(term, self.numbers))
        is_long = len(known) > _ITEMS_SHOWN
        shown = [*known[: _ITEMS_SHOWN - 1], known[-1]] if is_long else known
        items = [replace(self, numbers=scope).write(term) for scope in shown]
        if len(items) == 1:
            return items[0]
        pieces = [self.held(item, _MULTIPLIED) for item in items]
        if is_long:
            pieces.insert(-1, self.literal(_ELLIPSIS))
        return _Piece(self.sign("+").join(pieces) or self.literal("0"), _ADDED)


class _Text(_Notation):
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

    def fraction(self, above: _Piece, below: _Piece) -> _Piece:
        pieces = self.held(above, _MULTIPLIED), self.held(below, _RAISED)
        return _Piece(" / ".join(pieces), _MULTIPLIED)

    def power(self, base: str, exponent: _Piece) -> str:
        return f"{base}^{self.held(exponent, _WHOLE)}"

    def sigma(self, term: _Piece) -> _Piece:
        return _Piece(f"Σ({term.text})")

    def call(self, name: str, operands: list[str]) -> str:
        return f"{name}({'; '.join(operands)})"


class _MathML(_Notation):
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

    def fraction(self, above: _Piece, below: _Piece) -> _Piece:
        return _Piece(f"<mfrac>{_row(above.text)}{_row(below.text)}</mfrac>", _RAISED)

    def power(self, base: str, exponent: _Piece) -> str:
        return f"<msup>{_row(base)}{_row(exponent.text)}</msup>"

    def sigma(self, term: _Piece) -> _Piece:
        return _Piece(f"<mo>∑</mo>{self.held(term, _MULTIPLIED)}", _MULTIPLIED)

    def call(self, name: str, operands: list[str]) -> str:
        inside = "<mo>;</mo>".join(operands)
        return f"<mrow><mi>{name}</mi><mo>(</mo>{inside}<mo>)</mo></mrow>"


class _Typst(_Notation):
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

    def fraction(self, above: _Piece, below: _Piece) -> _Piece:
        return _Piece(f"frac({above.text}, {below.text})", _RAISED)

    def power(self, base: str, exponent: _Piece) -> str:
        return f"{base}^({exponent.text})"

    def sigma(self, term: _Piece) -> _Piece:
        return _Piece(f"∑ {self.held(term, _MULTIPLIED)}", _MULTIPLIED)

    def call(self, name: str, operands: list[str]) -> str:
        return f"{typst_string(name)}({' ; '.join(operands)})"


def _is_index(subscript: str) -> bool:
    """Return whether a subscript counts the items of a list, as *i* does."""
    return len(subscript) == 1 and subscript.islower()


def _row(text: str) -> str:
    return f"<mrow>{text}</mrow>"


def typst_string(text: str) -> str:
    """Return a text as a string of Typst, which shows it and never reads it as markup.

    Examples
    --------
    >>> print(typst_string('#strong[5 "mm"]'))
    "#strong[5 \\"mm\\"]"
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
