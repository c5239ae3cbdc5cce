"""The tree of a formula: what it is made of, reading it, naming its symbols."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kragozor.instruments.errors import InstrumentError
from kragozor.words import Message


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


@cache
def parse(text: str) -> Formula:
    """Return the tree of a formula.

    Raises
    ------
    InstrumentError
        The text is no formula.

    Examples
    --------
    >>> parse("2*M")
    Operation(sign='*', left=Number(value=2), right=Symbol(name='M'))
    """
    try:
        return _tree(ast.parse(text, mode="eval").body)
    except SyntaxError:
        raise InstrumentError(_not_a_formula(text)) from None


def parsed(formula: Formula | str) -> Formula:
    """Return the tree of a formula that may be one already.

    Examples
    --------
    >>> parsed("M") == parsed(Symbol("M"))
    True
    """
    return parse(formula) if isinstance(formula, str) else formula


@cache
def symbols(formula: Formula | str) -> tuple[str, ...]:
    """Return the names of a formula's symbols in the order in which they first appear.

    Examples
    --------
    >>> symbols("sum(m_i * c_i) / sum(m_i)")
    ('m_i', 'c_i')
    """
    return tuple(dict.fromkeys(_names(parsed(formula))))


def is_quotient(formula: Formula | str) -> bool:
    """Return whether a formula divides last.

    Examples
    --------
    >>> is_quotient("(a - b) / c"), is_quotient("a / b * c")
    (True, False)
    """
    tree = parsed(formula)
    return isinstance(tree, Operation) and tree.sign == "/"


def addends(formula: Formula | str) -> tuple[Formula, ...]:
    """Return what a formula adds and takes away last; itself where it does neither.

    Examples
    --------
    >>> [symbols(addend) for addend in addends("a - b*c + d")]
    [('a',), ('b', 'c'), ('d',)]
    """
    match parsed(formula):
        case Operation("+" | "-", left, right):
            return (*addends(left), *addends(right))
        case tree:
            return (tree,)


@cache
def unsigned(formula: Formula | str) -> Formula:
    """Return the formula with everything added: of amounts above zero, how large it works with.

    Examples
    --------
    >>> unsigned("M*(1 - a)") == parse("M*(1 + a)")
    True
    """
    match parsed(formula):
        case Operation(sign, left, right):
            return Operation("+" if sign == "-" else sign, unsigned(left), unsigned(right))
        case Negative(operand):
            return unsigned(operand)
        case Sum(term):
            return Sum(unsigned(term))
        case Extreme(name, operands):
            return Extreme(name, tuple(map(unsigned, operands)))
        case tree:
            return tree


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
