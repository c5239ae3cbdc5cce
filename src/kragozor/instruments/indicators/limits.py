"""What of the given numbers does not fit together, by the limits that the catalogue sets.

Single numbers that do not are refused. Of draws that were made one by one, some may pass a
limit that their means keep: there the drawn parts shrink alike until they fill what is left.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kragozor.instruments.arithmetic import (
    ROUNDING,
    choose,
    extreme,
    is_any,
    is_drawn,
    least,
    quotient,
    total,
)
from kragozor.instruments.errors import InstrumentError, NotBalanced, OutOfRange, out_of_range
from kragozor.instruments.formula import symbols
from kragozor.instruments.indicators.entries import Indicator, Limit
from kragozor.instruments.indicators.findings import Finding, Known, is_sure
from kragozor.instruments.indicators.given import Given
from kragozor.instruments.indicators.solver import Solver
from kragozor.words import Message

if TYPE_CHECKING:
    from kragozor.instruments.arithmetic import Amount, Truth


def problems(solver: Solver) -> list[InstrumentError]:
    """Return every limit that is passed and every condition that is broken, parts first.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> given = Given({"M": 1.0, "F_R": 0.7, "F_U": 0.7})
    >>> [str(problem) for problem in problems(Solver(indicator("mci"), given))]
    ['recycled_feedstock, reused_feedstock add up to 1.4; they must be at most 1.']
    """
    found = [problem for part in solver.parts for problem in problems(part)]
    for limit in solver.indicator.limits:
        found += _limit_passed(solver, limit, is_first=not found)
    return [*found, *_conditions_broken(solver)]


def is_broken(solver: Solver) -> Truth:
    """Return in which draws a limit is passed or a condition broken: what :func:`problems` says.

    Returns
    -------
    bool, or ndarray of bool, shape (draws)

    Examples
    --------
    >>> import numpy as np
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> given = Given({"M": 1.0, "F_R": 0.7, "F_U": np.array([0.2, 0.7])})
    >>> is_broken(Solver(indicator("mci"), given))
    array([False,  True])
    """
    broken: Truth = False
    for limit in solver.indicator.limits:
        parts = _sure_parts(solver, limit)
        whole = solver.work_out(limit.at_most)
        if parts and is_sure(whole):
            broken = broken | (total(parts.values()) > whole.amount * (1 + ROUNDING))
    for condition in solver.indicator.conditions:
        cause, needed = solver.find(condition.when), solver.find(condition.positive)
        if isinstance(cause, Known) and isinstance(needed, Known):
            broken = broken | ((cause.amount > 0) & (needed.amount <= 0))
    return broken


def kept_within(indicator: Indicator, given: Given) -> tuple[Solver, Truth]:
    """Return the symbols for draws that keep every limit, and in which draws one was passed.

    Where the parts add up to more than their whole, those that were drawn are multiplied by one
    factor, so that the sum is the whole; exact parts stay. Where that cannot be, since the
    exact parts alone pass the whole, the draw is undefined.

    Parameters
    ----------
    indicator : Indicator
        The entry with the limits.
    given : Given
        Numbers, or draws of shape (draws), in the units of the catalogue.

    Returns
    -------
    tuple of Solver and bool, or ndarray of bool, shape (draws)

    Examples
    --------
    >>> import numpy as np
    >>> from kragozor.instruments.indicators.catalogue import indicator as catalogued
    >>> given = Given({"M": 1.0, "F_R": 0.7, "F_U": np.array([0.2, 0.7])})
    >>> solver, passed = kept_within(catalogued("mci"), given)
    >>> solver.find("F_U").amount, passed
    (array([0.2, 0.3]), array([False,  True]))
    """
    passed: Truth = False
    if "parts" in given.lists:
        pairs = [kept_within(indicator, Given(part)) for part in given.lists["parts"]]
        kept = tuple(part.given.numbers for part, _ in pairs)
        given = replace(given, lists={**given.lists, "parts": kept})
        for _, is_passed in pairs:
            passed = passed | is_passed
    solver = Solver(indicator, given)
    for limit in indicator.limits:
        solver, is_passed = _kept(solver, limit)
        passed = passed | is_passed
    return solver, passed


def _kept(solver: Solver, limit: Limit) -> tuple[Solver, Truth]:
    given, whole = solver.given, solver.work_out(limit.at_most)
    parts = _sure_parts(solver, limit)
    if not parts or not is_sure(whole):
        return solver, False
    is_passed = total(parts.values()) > whole.amount * (1 + ROUNDING)
    if not is_any(is_passed):
        return solver, False
    drawn = {s for s in parts if s in given.numbers and is_drawn(given.numbers[s])}
    factor = choose(is_passed, _factor(whole.amount, parts, drawn), 1.0)
    changed = drawn or given.numbers.keys() & {*symbols(limit.parts), *symbols(limit.at_most)}
    numbers = {symbol: given.numbers[symbol] * factor for symbol in changed}
    kept = replace(given, numbers={**given.numbers, **numbers})
    return Solver(solver.indicator, kept), is_passed


def _sure_parts(solver: Solver, limit: Limit) -> dict[str, Amount]:
    """Return the parts that are not assumed alone; what is below 0 takes nothing away."""
    found = {symbol: solver.find(symbol) for symbol in symbols(limit.parts)}
    return {s: _not_below_zero(f.amount) for s, f in found.items() if is_sure(f)}


def _not_below_zero(amount: Amount) -> Amount:
    return amount if least(amount) >= 0 else extreme("max", [0.0, amount])


def _factor(whole: Amount, parts: dict[str, Amount], drawn: set[str]) -> Amount:
    """Return by how much the drawn parts shrink to fill the whole; NaN where they cannot.

    Where they are less than what is left for them, they stay.
    """
    if not drawn:
        return math.nan
    left = whole - total(part for symbol, part in parts.items() if symbol not in drawn)
    filled = extreme("max", [left, total(parts[symbol] for symbol in drawn)])
    return choose(left >= 0, quotient(left, filled), math.nan)


def _limit_passed(solver: Solver, limit: Limit, *, is_first: bool) -> Iterator[NotBalanced]:
    """Yield a limit that is passed, unless by numbers that only follow from an earlier fault."""
    found = {symbol: solver.find(symbol) for symbol in symbols(limit.parts)}
    sure = {symbol: finding.number for symbol, finding in found.items() if is_sure(finding)}
    parts = {symbol: number for symbol, number in sure.items() if number > 0}
    total = sum(parts.values())
    whole = solver.work_out(limit.at_most)
    is_own = is_first or not solver.given.numbers.keys().isdisjoint(parts)
    if is_own and is_sure(whole) and total > whole.number * (1 + ROUNDING):
        names = tuple(_name(solver, symbol) for symbol in parts)
        key = "not-balanced" if len(names) > 1 else "above-limit"
        told = {"parts": names, "total": total, "limit": whole.number}
        yield NotBalanced(Message(f"instruments.{key}", told))


def _conditions_broken(solver: Solver) -> Iterator[OutOfRange]:
    for condition in solver.indicator.conditions:
        cause, needed = solver.find(condition.when), solver.find(condition.positive)
        if _is_above_zero(cause) and isinstance(needed, Known) and not _is_above_zero(needed):
            because = {"cause": _name(solver, condition.when)}
            bound = Message("instruments.above-0-when", because)
            yield out_of_range(_name(solver, condition.positive), needed.number, bound)


def _is_above_zero(finding: Finding) -> bool:
    return isinstance(finding, Known) and finding.number > 0


def _name(solver: Solver, symbol: str) -> str:
    indicator = solver.indicator
    entry = indicator.input_of.get(symbol) or indicator.value_of[symbol]
    return solver.path + entry.name
