"""The reading of an inventory by its food waste, against the average of 2021 to 2023.

Food waste is food that has become waste or was lost, inedible parts included. What is donated
or fed is none, whatever its row calls it; by-products are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from kragozor.instruments.inventory import (
    Destination,
    Food,
    Inventory,
    Outflow,
    OutflowKind,
    Subject,
)
from kragozor.instruments.readings.amounts import facts, summed
from kragozor.instruments.readings.findings import Finding, Lack
from kragozor.instruments.readings.rows import mass, outflows, where
from kragozor.instruments.result import Input
from kragozor.words import Message

DAYS_A_YEAR = 365
STILL_EATEN = (Destination.REUSE, Destination.FEED)
FACTS = {
    "baseline_food_waste": "baseline_waste",
    "people": "people",
    "baseline_people": "baseline_people",
}


def inputs(inventory: Inventory) -> Iterator[Finding]:
    """Yield the named inputs of ``food-waste`` with the rows that each rests on.

    Fresh mass [kg] of outflows that are food and waste or loss; the length of the period [a]
    and the year it ends in; stage of the chain, baseline [kg/a] and people as declared. Where
    no row is marked as food, food waste is not known, and not 0.

    Source: Directive 2008/98/EC, Article 9a; Delegated Decision (EU) 2019/1597.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from kragozor.instruments.examples import bottle
    >>> lost = replace(bottle().outflows[2], kind=OutflowKind.LOSS, food=True)
    >>> told = inputs(replace(bottle(), outflows=(lost,)))
    >>> [(one.name, one.value) for one in told if isinstance(one, Input)]
    [('food_waste', 12.0), ('period', 1.0), ('year', 2025.0)]
    """
    food = where(outflows(inventory), lambda row: row.food)
    if not food and inventory.food == Food():
        yield Lack(Message("readings.no-food"))
        return
    if food:
        yield summed("food_waste", where(food, is_food_waste), mass)
    yield Input("period", years(inventory.subject))
    yield Input("year", float(inventory.subject.period_end.year))
    if inventory.food.stage is not None:
        yield Input("stage", inventory.food.stage.value)
    yield from facts(inventory, "food", FACTS)


def is_food_waste(row: Outflow) -> bool:
    """Tell whether food of a row is wasted: waste or lost, and neither donated nor fed.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from kragozor.instruments.examples import bottle
    >>> lost = replace(bottle().outflows[2], kind=OutflowKind.LOSS, food=True)
    >>> is_food_waste(lost), is_food_waste(replace(lost, destination=Destination.FEED))
    (True, False)
    """
    is_wasted = row.kind in (OutflowKind.WASTE, OutflowKind.LOSS)
    return row.food and is_wasted and row.destination not in STILL_EATEN


def years(subject: Subject) -> float:
    """Return the length of the period: whole months are twelfths of a year. [a]

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> years(bottle().subject)
    1.0
    """
    start, end = subject.period_start, subject.period_end + timedelta(days=1)
    months = 12 * (end.year - start.year) + end.month - start.month
    return months / 12 + (end.day - start.day) / DAYS_A_YEAR
