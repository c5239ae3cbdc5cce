"""What of the given numbers does not fit together, by the limits that the catalogue sets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kragozor.instruments.errors import InstrumentError, NotBalanced, OutOfRange
from kragozor.instruments.formula import symbols
from kragozor.instruments.indicators.findings import Finding, Known, is_sure
from kragozor.instruments.indicators.given import ROUNDING
from kragozor.instruments.indicators.solver import Solver
from kragozor.words import Message


def problems(solver: Solver) -> Iterator[InstrumentError]:
    """Yield every limit that is passed and every condition that is broken, parts first."""
    for part in solver.parts:
        yield from problems(part)
    yield from _limits_passed(solver)
    yield from _conditions_broken(solver)


def _limits_passed(solver: Solver) -> Iterator[NotBalanced]:
    for limit in solver.indicator.limits:
        found = {symbol: solver.find(symbol) for symbol in symbols(limit.parts)}
        parts = {symbol: finding.number for symbol, finding in found.items() if is_sure(finding)}
        total = sum(max(0.0, number) for number in parts.values())
        whole = solver.work_out(limit.at_most)
        if is_sure(whole) and total > whole.number * (1 + ROUNDING):
            yield _unbalanced(solver, [s for s in parts if parts[s] > 0], total, whole.number)


def _unbalanced(solver: Solver, parts: Iterable[str], total: float, limit: float) -> NotBalanced:
    names = tuple(_name(solver, symbol) for symbol in parts)
    key = "not-balanced" if len(names) > 1 else "above-limit"
    told = {"parts": names, "total": total, "limit": limit}
    return NotBalanced(Message(f"instruments.{key}", told))


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
