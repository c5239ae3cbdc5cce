"""A number that remembers how it was formed: of which facts, by which operations."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from functools import reduce
from typing import TYPE_CHECKING, TypeAlias

from kragozor.instruments.formula import Formula
from kragozor.instruments.formula.tree import Number, Operation, Symbol

if TYPE_CHECKING:
    from kragozor.instruments.inventory import Place

    Term: TypeAlias = "Traced | float"

# What stands for the terms of a sum that are not shown.
ELLIPSIS = "…"

_DONE: Mapping[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


class Traced:
    """The number of a fact, or what an operation made of two numbers.

    It goes through a reader the way that draws go
    (:func:`kragozor.instruments.arithmetic.is_drawn`), and has what is asked of them there.

    Examples
    --------
    >>> from kragozor.instruments.formula import as_text
    >>> from kragozor.instruments.inventory import Place
    >>> mass = Traced.fact(Place("inflows", 1, "mass"), 12.0)
    >>> half = 0.5 * mass
    >>> float(half), as_text(Traced.formula_of(half), {"inflows[1].mass": 12.0})
    (6.0, '0.5 × 12')
    """

    __slots__ = ("left", "place", "right", "sign", "value")
    ndim = 1

    def __init__(self, value: float, sign: str = "", left: Term = 0.0, right: Term = 0.0) -> None:
        self.value = value
        self.sign = sign
        self.left = left
        self.right = right
        self.place: Place | None = None

    @classmethod
    def fact(cls, place: Place, value: float) -> Traced:
        """Return the number of a fact."""
        traced = cls(value)
        traced.place = place
        return traced

    @staticmethod
    def formula_of(term: Term, *, most: int | None = None) -> Formula:
        """Return the formula of a number, sums of more than ``most`` terms cut short."""
        if not isinstance(term, Traced):
            return Number(term)
        if term.place is not None:
            return Symbol(str(term.place))
        if term.sign != "+":
            sides = (Traced.formula_of(side, most=most) for side in (term.left, term.right))
            return Operation(term.sign, *sides)
        terms = term.terms()
        if most is None:
            return _halved([Traced.formula_of(one) for one in terms])
        is_long = len(terms) > most
        shown = [*terms[: most - 1], terms[-1]] if is_long else terms
        formulas = [Traced.formula_of(one, most=most) for one in shown]
        if is_long:
            formulas.insert(-1, Symbol(ELLIPSIS))
        return reduce(_plus, formulas)

    def facts(self) -> dict[str, tuple[Place, float]]:
        """Return the facts behind the number by their names in its formula, in order."""
        return {str(one.place): (one.place, one.value) for one in self._facts() if one.place}

    def terms(self) -> list[Term]:
        """Return what was added up, in order, however many there are."""
        terms: list[Term] = []
        rest: Term = self
        while isinstance(rest, Traced) and rest.sign == "+":
            terms.append(rest.right)
            rest = rest.left
        return [rest, *reversed(terms)]

    def _facts(self) -> Iterator[Traced]:
        if self.place is not None:
            yield self
            return
        sides = self.terms() if self.sign == "+" else (self.left, self.right)
        for side in sides:
            if isinstance(side, Traced):
                yield from side._facts()

    def min(self) -> float:
        """Return the number, as the least of its draws."""
        return self.value

    def max(self) -> float:
        """Return the number, as the greatest of its draws."""
        return self.value

    def __float__(self) -> float:
        return float(self.value)

    def __add__(self, other: Term) -> Traced:
        return self if _is(other, 0) else _done("+", self, other)

    def __radd__(self, other: float) -> Traced:
        return self if other == 0 else _done("+", other, self)

    def __mul__(self, other: Term) -> Traced:
        return self if _is(other, 1) else _done("*", self, other)

    def __rmul__(self, other: float) -> Traced:
        return self if other == 1 else _done("*", other, self)

    def __sub__(self, other: Term) -> Traced:
        return _done("-", self, other)

    def __rsub__(self, other: float) -> Traced:
        return _done("-", other, self)

    def __truediv__(self, other: Term) -> Traced:
        return self if _is(other, 1) else _done("/", self, other)

    def __rtruediv__(self, other: float) -> Traced:
        return _done("/", other, self)


def _done(sign: str, left: Term, right: Term) -> Traced:
    return Traced(_DONE[sign](float(left), float(right)), sign, left, right)


def _is(term: Term, number: float) -> bool:
    """Return whether a term is a number that changes nothing; a fact never is one."""
    return not isinstance(term, Traced) and term == number


def _plus(left: Formula, right: Formula) -> Formula:
    return Operation("+", left, right)


def _halved(terms: list[Formula]) -> Formula:
    """Return a sum as halves of halves: of a thousand terms no formula is a thousand deep."""
    if len(terms) == 1:
        return terms[0]
    middle = len(terms) // 2
    return _plus(_halved(terms[:middle]), _halved(terms[middle:]))
