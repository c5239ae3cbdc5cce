"""What of the given numbers does not fit together, by the limits that the catalogue sets."""

from __future__ import annotations

from collections.abc import Iterator

from kragozor.instruments.errors import InstrumentError, NotBalanced, OutOfRange
from kragozor.instruments.formula import symbols
from kragozor.instruments.indicators.catalogue import Limit
from kragozor.instruments.indicators.findings import Finding, Known, is_sure
from kragozor.instruments.indicators.given import ROUNDING
from kragozor.instruments.indicators.solver import Solver
from kragozor.words import Message


def problems(solver: Solver) -> list[InstrumentError]:
    """Return every limit that is passed and every condition that is broken, parts first."""
    found = [problem for part in solver.parts for problem in problems(part)]
    for limit in solver.indicator.limits:
        found += _limit_passed(solver, limit, is_first=not found)
    return [*found, *_conditions_broken(solver)]


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
            told = {
                "argument": _name(solver, condition.positive),
                "value": needed.number,
                "bound": Message("instruments.above-0-when", because),
            }
            yield OutOfRange(Message("instruments.out-of-range", told))


def _is_above_zero(finding: Finding) -> bool:
    return isinstance(finding, Known) and finding.number > 0


def _name(solver: Solver, symbol: str) -> str:
    indicator = solver.indicator
    entry = indicator.input_of.get(symbol) or indicator.value_of[symbol]
    return solver.path + entry.name
