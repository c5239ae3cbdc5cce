"""A formula worked out, with a number for each symbol or draws of it."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import starmap
from typing import TYPE_CHECKING, Any, TypeAlias, overload

from kragozor.instruments.arithmetic import (
    compared,
    exponential,
    extreme,
    logarithm,
    quotient,
    times_logarithm,
    total,
)
from kragozor.instruments.errors import ShapeMismatch
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
from kragozor.words import Message

if TYPE_CHECKING:
    from kragozor.instruments.arithmetic import Amount

    Value: TypeAlias = Amount | Sequence[Amount]

_ARITHMETIC: dict[str, Callable[[Amount, Amount], Amount]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "**": operator.pow,
}
_FUNCTIONS: dict[str, Callable[[Amount], Amount]] = {"ln": logarithm, "exp": exponential}


class ZeroDenominator(ZeroDivisionError):
    """A division by zero, with the formula of the denominator."""

    def __init__(self, denominator: Formula) -> None:
        super().__init__(denominator)
        self.denominator = denominator


@overload
def evaluate(formula: Formula | str, values: Mapping[str, float | Sequence[float]]) -> float: ...
@overload
def evaluate(formula: Formula | str, values: Mapping[str, Value]) -> Amount: ...
def evaluate(formula: Formula | str, values: Mapping[str, Value]) -> Amount:
    """Return the number that a formula gives for the values of its symbols, or its draws.

    Parameters
    ----------
    formula : Formula or str
        A tree, or the text of one.
    values : mapping of str to float or array, or to a list or tuple of these
        A number for each symbol, or an array with one for each draw; a list or tuple for one
        that a ``sum`` runs over.

    Returns
    -------
    float or array
        An array where any of the values is one; NaN where a denominator is zero in that draw.

    Raises
    ------
    ZeroDenominator
        A denominator is zero, and is no array.
    ShapeMismatch
        Sequences inside one ``sum`` differ in length.
    KeyError
        A symbol has no value.

    Examples
    --------
    >>> evaluate("sum(m_i * c_i) / sum(m_i)", {"m_i": [20, 30, 50], "c_i": [1, 1, 0]})
    0.5
    """
    tree = parsed(formula)
    match tree:
        case Number(value):
            return value
        case Symbol(name):
            return _number(values[name])
        case Negative(operand):
            return 0.0 - evaluate(operand, values)  # no sign is left to zero
        case Operation("*", left, Function("ln", right)):
            return times_logarithm(evaluate(left, values), evaluate(right, values))
        case Operation("/", left, right):
            return _quotient(evaluate(left, values), evaluate(right, values), right)
        case Operation(sign, left, right):
            return _ARITHMETIC[sign](evaluate(left, values), evaluate(right, values))
        case Sum(term):
            return total(_terms(term, values, _count(_lists(term, values))))
        case Function(name, operand):
            return _FUNCTIONS[name](evaluate(operand, values))
        case Comparison(sign, left, right):
            return compared(sign, evaluate(left, values), evaluate(right, values))
        case _:
            return extreme(tree.name, [evaluate(item, values) for item in tree.operands])


def scopes(term: Formula, values: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the values of a sum's term once for each item of the lists in it.

    A term without a list is its own only item.

    Examples
    --------
    >>> from kragozor.instruments.formula.tree import parse
    >>> list(scopes(parse("m_i * c"), {"m_i": [1, 2], "c": 3}))
    [{'m_i': 1, 'c': 3}, {'m_i': 2, 'c': 3}]
    """
    lists = _lists(term, values)
    for n in range(_count(lists)):
        yield {**values, **{name: items[n] for name, items in lists.items()}}


def _lists(term: Formula, values: Mapping[str, Any]) -> dict[str, Sequence[float]]:
    """Return the lists of numbers in a sum's term, all of one length."""
    lists = {n: values[n] for n in symbols(term) if isinstance(values.get(n), (list, tuple))}
    if len({len(items) for items in lists.values()}) > 1:
        lengths = tuple(f"{name}: {len(items)}" for name, items in lists.items())
        raise ShapeMismatch(Message("instruments.lengths-differ", {"lengths": lengths}))
    return lists


def _count(lists: Mapping[str, Sequence[float]]) -> int:
    return len(next(iter(lists.values()), (None,)))


def _terms(term: Formula, values: Mapping[str, Value], count: int) -> Sequence[Amount]:
    """Return what a sum's term gives for each item: every operation once along the whole lists,
    because an inventory has thousands of rows and is measured a hundred times over.
    """
    match term:
        case Symbol(name) if isinstance(items := values[name], (list, tuple)):
            return items
        case Negative(operand):
            return [0.0 - number for number in _terms(operand, values, count)]
        case Operation("*", left, Function("ln", right)):
            return list(starmap(times_logarithm, _pairs(left, right, values, count)))
        case Operation("/", left, right):
            pairs = _pairs(left, right, values, count)
            return [_quotient(above, below, right) for above, below in pairs]
        case Operation(sign, left, right):
            return list(starmap(_ARITHMETIC[sign], _pairs(left, right, values, count)))
        case Comparison(sign, left, right):
            return [compared(sign, *pair) for pair in _pairs(left, right, values, count)]
        case Function(name, operand):
            return [_FUNCTIONS[name](amount) for amount in _terms(operand, values, count)]
        case Sum(inner):
            return _terms(inner, values, count)
        case Extreme(name, operands):
            rows = zip(*(_terms(operand, values, count) for operand in operands), strict=True)
            return [extreme(name, row) for row in rows]
    return [evaluate(term, values)] * count


def _pairs(
    left: Formula, right: Formula, values: Mapping[str, Value], count: int
) -> Iterator[tuple[Amount, Amount]]:
    return zip(_terms(left, values, count), _terms(right, values, count), strict=True)


def _number(value: Value) -> Amount:
    if isinstance(value, (list, tuple)):
        raise ShapeMismatch(Message("instruments.list-outside-sum", {"length": len(value)}))
    return value  # type: ignore[return-value]  # a sequence has just been refused


def _quotient(above: Amount, below: Amount, formula: Formula) -> Amount:
    try:
        return quotient(above, below)
    except ZeroDivisionError:
        raise ZeroDenominator(formula) from None
