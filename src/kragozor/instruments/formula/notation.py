"""A formula as a reader sees it: the walk over its tree and the brackets, common to all notations.

:mod:`text <kragozor.instruments.formula.text>`, :mod:`mathml <kragozor.instruments.formula.mathml>`
and :mod:`typst <kragozor.instruments.formula.typst>` each say only how one piece is written.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kragozor.instruments.formula.evaluation import scopes
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
    parsed,
    symbols,
)
from kragozor.words.numbers import decimal_text, ungrouped_text

Numbers = Mapping[str, float | str | Sequence[float] | Sequence[str]]

# How tightly a written piece holds together; a looser piece inside a tighter one is bracketed.
SIGNED, ADDED, MULTIPLIED, RAISED, WHOLE = range(5)

# A longer list shows its first items and its last.
_ITEMS_SHOWN = 4
_ELLIPSIS = "…"

# A comparison stands in Iverson's brackets: 1 where it holds and 0 where it does not.
_COMPARED = {">=": "≥", ">": ">"}


@dataclass(frozen=True)
class Piece:
    """A written piece of a formula, and how tightly it holds together."""

    text: str
    strength: int = WHOLE


@dataclass(frozen=True)
class Notation(ABC):
    """One way of writing; the walk over the tree and the brackets are common to all."""

    numbers: Numbers
    language: str

    @abstractmethod
    def literal(self, text: str) -> str:
        """Return a text as it stands: a number, or what is put in its place."""

    @abstractmethod
    def symbol(self, base: str, subscript: str) -> str:
        """Return a symbol with its subscript, which may be empty."""

    @abstractmethod
    def sign(self, character: str) -> str:
        """Return a sign between two operands."""

    @abstractmethod
    def minus(self) -> str:
        """Return the sign before an operand."""

    @abstractmethod
    def bracket(self, text: str) -> str:
        """Return a piece in round brackets."""

    @abstractmethod
    def truth(self, text: str) -> str:
        """Return a comparison in Iverson's brackets."""

    @abstractmethod
    def fraction(self, above: Piece, below: Piece) -> Piece:
        """Return a quotient."""

    @abstractmethod
    def power(self, base: str, exponent: Piece) -> str:
        """Return a base raised to an exponent."""

    @abstractmethod
    def sigma(self, term: Piece) -> Piece:
        """Return the sum of a term over items that are not known."""

    @abstractmethod
    def call(self, name: str, operands: list[str]) -> str:
        """Return a named function of its operands."""

    def equation(self, formula: Formula | str, left: str, right: str) -> str:
        """Return a formula between its symbol and its result, as far as these are told."""
        sides = [self.name(left)] if left else []
        sides.append(self.write(parsed(formula)).text)
        if right:
            sides.append(self.literal(right))
        return self.sign("=").join(sides)

    def write(self, formula: Formula) -> Piece:
        """Return a formula as a piece."""
        match formula:
            case Number(value):
                return Piece(self.literal(ungrouped_text(value, self.language)))
            case Symbol(name):
                return self.quantity(name)
            case Negative(operand):
                return Piece(self.minus() + self.inside(operand, RAISED), SIGNED)
            case Operation("/", left, right):
                return self.fraction(self.write(left), self.write(right))
            case Operation("**", left, right):
                return Piece(self.power(self.inside(left, WHOLE), self.write(right)), RAISED)
            case Operation("*", left, right):
                return self.joined(left, "×" if self.numbers else "·", right, MULTIPLIED)
            case Operation(sign, left, right):
                return self.joined(left, "−" if sign == "-" else sign, right, ADDED)
            case Sum(term):
                return self.total(term)
            case _:
                return self.enclosed(formula)

    def enclosed(self, formula: Extreme | Function | Comparison) -> Piece:
        """Write what stands in brackets of its own."""
        if isinstance(formula, Comparison):
            sides = self.write(formula.left).text, self.write(formula.right).text
            return Piece(self.truth(self.sign(_COMPARED[formula.sign]).join(sides)))
        operands = (formula.operand,) if isinstance(formula, Function) else formula.operands
        return Piece(self.call(formula.name, [self.write(one).text for one in operands]))

    def quantity(self, name: str) -> Piece:
        """Return the number of a symbol, or the symbol where no number is told."""
        number = self.numbers.get(name)
        if isinstance(number, (int, float)):
            number = decimal_text(number, self.language)
        if not isinstance(number, str):
            return Piece(self.name(name))
        return Piece(self.literal(number), SIGNED if number[:1] in "-−" else WHOLE)

    def name(self, symbol: str) -> str:
        """Return a symbol; what follows its first underscore is the subscript."""
        base, _, subscript = symbol.partition("_")
        return self.symbol(base, subscript.replace("_", ","))

    def joined(self, left: Formula, sign: str, right: Formula, strength: int) -> Piece:
        """Return two operands with a sign between them, in brackets where they need them."""
        pieces = self.inside(left, strength), self.inside(right, strength + 1)
        return Piece(self.sign(sign).join(pieces), strength)

    def inside(self, formula: Formula, strength: int) -> str:
        """Return a formula as it stands inside a piece of some strength."""
        return self.held(self.write(formula), strength)

    def held(self, piece: Piece, strength: int) -> str:
        """Return a piece as it stands inside one of some strength: in brackets if it is looser."""
        return piece.text if piece.strength >= strength else self.bracket(piece.text)

    def total(self, term: Formula) -> Piece:
        """Write a sum item by item where the items are known, with a sigma where not."""
        if not any(isinstance(self.numbers.get(name), (list, tuple)) for name in symbols(term)):
            return self.sigma(self.write(term))
        known = list(scopes(term, self.numbers))
        is_long = len(known) > _ITEMS_SHOWN
        shown = [*known[: _ITEMS_SHOWN - 1], known[-1]] if is_long else known
        items = [replace(self, numbers=scope).write(term) for scope in shown]
        if len(items) == 1:
            return items[0]
        pieces = [self.held(item, MULTIPLIED) for item in items]
        if is_long:
            pieces.insert(-1, self.literal(_ELLIPSIS))
        return Piece(self.sign("+").join(pieces) or self.literal("0"), ADDED)
