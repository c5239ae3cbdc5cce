"""The tree of a formula: reading it, naming its symbols, working it out."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import starmap
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, overload

from kragozor.instruments.arithmetic import (
    compared,
    exponential,
    extreme,
    logarithm,
    quotient,
    times_logarithm,
    total,
)
from kragozor.instruments.errors import InstrumentError, ShapeMismatch
from kragozor.words import Message

if TYPE_CHECKING:
    from kragozor.instruments.arithmetic import Amount

    Value: TypeAlias = Amount | Sequence[Amount]


@dataclass(frozen=True)
class Number:
    """A number written in the formula."""

    value: float


@dataclass(frozen=True)
class Symbol:
    """A quantity; what follows the first underscore is its subscript."""

    name: str


@dataclass(frozen=True)
class Negative:
    """The operand with its sign turned."""

    operand: Formula


@dataclass(frozen=True)
class Operation:
    """Two operands joined by ``+ - * /`` or ``**``."""

    sign: str
    left: Formula
    right: Formula


@dataclass(frozen=True)
class Sum:
    """The sum of a term over the items of the lists in it."""

    term: Formula


@dataclass(frozen=True)
class Extreme:
    """The greatest (``max``) or least (``min``) of the operands."""

    name: Literal["max", "min"]
    operands: tuple[Formula, ...]


@dataclass(frozen=True)
class Function:
    """The natural logarithm (``ln``) of the operand, or e raised to it (``exp``)."""

    name: Literal["ln", "exp"]
    operand: Formula


@dataclass(frozen=True)
class Comparison:
    """1 where the left operand is at least (``>=``) or above (``>``) the right one, else 0."""

    sign: Literal[">=", ">"]
    left: Formula
    right: Formula


Formula = Number | Symbol | Negative | Operation | Sum | Extreme | Function | Comparison

_SIGNS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**"}
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


@cache
def parse(text: str) -> Formula:
    """Return the tree of a formula.

    Examples
    --------
    >>> parse("2*M")
    Operation(sign='*', left=Number(value=2), right=Symbol(name='M'))
    """
    try:
        return _tree(ast.parse(text, mode="eval").body)
    except SyntaxError:
        raise InstrumentError(_not_a_formula(text)) from None


@cache
def symbols(formula: Formula | str) -> tuple[str, ...]:
    """Return the names of a formula's symbols in the order in which they first appear.

    Examples
    --------
    >>> symbols("sum(m_i * c_i) / sum(m_i)")
    ('m_i', 'c_i')
    """
    return tuple(dict.fromkeys(_names(_parsed(formula))))


def is_quotient(formula: Formula | str) -> bool:
    """Return whether a formula divides last.

    Examples
    --------
    >>> is_quotient("(a - b) / c"), is_quotient("a / b * c")
    (True, False)
    """
    tree = _parsed(formula)
    return isinstance(tree, Operation) and tree.sign == "/"


def addends(formula: Formula | str) -> tuple[Formula, ...]:
    """Return what a formula adds and takes away last; itself where it does neither.

    Examples
    --------
    >>> [symbols(addend) for addend in addends("a - b*c + d")]
    [('a',), ('b', 'c'), ('d',)]
    """
    match _parsed(formula):
        case Operation("+" | "-", left, right):
            return (*addends(left), *addends(right))
        case tree:
            return (tree,)


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
    tree = _parsed(formula)
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


def _parsed(formula: Formula | str) -> Formula:
    return parse(formula) if isinstance(formula, str) else formula


def _number(value: Value) -> Amount:
    if isinstance(value, (list, tuple)):
        raise ShapeMismatch(Message("instruments.list-outside-sum", {"length": len(value)}))
    return value  # type: ignore[return-value]  # a sequence has just been refused


def _quotient(above: Amount, below: Amount, formula: Formula) -> Amount:
    try:
        return quotient(above, below)
    except ZeroDivisionError:
        raise ZeroDenominator(formula) from None


def _names(formula: Formula) -> Iterator[str]:
    match formula:
        case Symbol(name):
            yield name
        case Negative(operand) | Sum(operand) | Function(_, operand):
            yield from _names(operand)
        case Operation(_, left, right) | Comparison(_, left, right):
            yield from (*_names(left), *_names(right))
        case Extreme(_, operands):
            for operand in operands:
                yield from _names(operand)


def _tree(node: ast.expr) -> Formula:
    match node:
        case ast.Constant(float() | int() as value) if not isinstance(value, bool):
            return Number(value)
        case ast.Name(name):
            return Symbol(name)
        case ast.UnaryOp(ast.USub(), operand):
            return Negative(_tree(operand))
        case ast.BinOp(left, sign, right) if type(sign) in _SIGNS:
            return Operation(_SIGNS[type(sign)], _tree(left), _tree(right))
        case ast.Compare(left, [ast.GtE() | ast.Gt() as sign], [right]):
            return Comparison(">" if isinstance(sign, ast.Gt) else ">=", _tree(left), _tree(right))
        case ast.Call(ast.Name("sum"), [term], []):
            return Sum(_tree(term))
        case ast.Call(ast.Name("ln" | "exp" as name), [operand], []):
            return Function(name, _tree(operand))
        case ast.Call(ast.Name("max" | "min" as name), [_, *_] as operands, []):
            return Extreme(name, tuple(map(_tree, operands)))
    raise InstrumentError(_not_a_formula(ast.unparse(node)))


def _not_a_formula(text: str) -> Message:
    return Message("instruments.not-a-formula", {"text": text})
