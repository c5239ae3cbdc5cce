"""The working of a figure that is something of each item of a list: one formula an item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from kragozor.instruments.arithmetic import total
from kragozor.instruments.formula import symbols
from kragozor.instruments.indicators.entries import Indicator, ValueEntry
from kragozor.instruments.indicators.findings import Known
from kragozor.instruments.indicators.inputs import read_inputs
from kragozor.instruments.indicators.shown import item_order
from kragozor.instruments.indicators.solver import Solver
from kragozor.instruments.result import Reading
from kragozor.reports.amounts import figure_text
from kragozor.reports.steps import Number, Step


def item_steps(
    indicator: Indicator, reading: Reading, entry: ValueEntry, language: str
) -> tuple[Step, ...]:
    """Return the formula of an entry with the numbers of each item, in the order of the list.

    None for what has one number for all items. An item without a number has none here either.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> from kragozor.instruments.result import Input
    >>> curve = indicator("cost-curve")
    >>> measures = ({"annual_cost": 900, "avoided": 3}, {"annual_cost": 200, "avoided": 4})
    >>> told = Reading("cost-curve", "1", {"measures": Input("measures", measures)}, {})
    >>> [step.numeric_text for step in item_steps(curve, told, curve.values["unit_cost"], "en")]
    ['k_i = 200 / 4 = 50\\xa0€/t', 'k_i = 900 / 3 = 300\\xa0€/t']
    """
    if entry.per not in reading.inputs:
        return ()
    given = {name: item.value for name, item in reading.inputs.items()}
    solver = Solver(indicator, read_inputs(indicator, given))
    return tuple(_steps(solver, entry, language))


def _steps(solver: Solver, entry: ValueEntry, language: str) -> Iterator[Step]:
    """Yield a step for each item that has a number; of a running total all items up to it."""
    of = solver.indicator.value_of[entry.sorted_by] if entry.shows == "name" else entry
    order = item_order(solver, entry)
    called = solver.given.names[entry.per]
    for place, n in enumerate(order, start=1):
        counted = order[:place] if entry.shows == "running" else order[place - 1 : place]
        numbers = {s: _numbers(solver, s, counted) for s in symbols(of.formula)}
        found = _numbers(solver, of.symbol, counted)
        if None in {*found, *(one for each in numbers.values() for one in each)}:
            continue
        value = total(cast("tuple[float, ...]", found))
        yield Step(
            name=entry.name,
            symbol=of.symbol,
            label=f"{place}. {called[n]}",
            formula=f"sum({of.formula})",
            numbers=cast("dict[str, Number]", numbers),
            value=value,
            result=figure_text(value, "number", of.unit, language),
            source="",
            language=language,
        )


def _numbers(solver: Solver, symbol: str, items: Sequence[int]) -> tuple[float | None, ...]:
    """Return the number of a symbol for each of some items; None where it is not known."""
    found = (solver.of_item(symbol, n) for n in items)
    return tuple(one.number if isinstance(one, Known) else None for one in found)
