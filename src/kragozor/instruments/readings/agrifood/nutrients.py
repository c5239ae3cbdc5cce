"""The reading of an inventory by its nitrogen, phosphorus and potassium.

A nutrient is a share of the dry matter of a row. Where some rows of a side declare it and
others do not, the others are taken to hold none, and are named; where none does, it is not
known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from kragozor.instruments.inventory import Inflow, Inventory, Origin, Outflow, Place
from kragozor.instruments.readings.agrifood.rows import dry_mass, dry_summed, is_used
from kragozor.instruments.readings.amounts import value_or
from kragozor.instruments.readings.findings import Finding, Lack
from kragozor.instruments.readings.rows import central, inflows, outflows, rows_named, where
from kragozor.instruments.readings.soil import soil_share
from kragozor.words import Message

NUTRIENTS = ("nitrogen", "phosphorus", "potassium")
Row = TypeVar("Row", Inflow, Outflow)


def inputs(inventory: Inventory) -> Iterator[Finding]:
    """Yield the named inputs of ``nutrients`` with the rows that each rests on.

    For each nutrient, as the element [kg]: what enters; what of it enters with recycled or
    reused material or with what returns from own products; what leaves in products and in
    by-products that are used, compost and digestate as far as they go back to soil.

    Source: EU Nitrogen Expert Panel, 2015; the recycled share is ours.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.instruments.inventory import Quantity
    >>> wheat = replace(bottle().inflows[0], dry_matter=Quantity(0.9), nitrogen=Quantity(0.02))
    >>> entering = next(inputs(replace(bottle(), inflows=(wheat,))))
    >>> entering.name, round(entering.value, 3)
    ('nitrogen_input', 0.324)
    """
    rows: list[Inflow | Outflow] = [*inventory.inflows, *inventory.outflows]
    if not any(_declares(row, nutrient) for row in rows for nutrient in NUTRIENTS):
        yield Lack(Message("readings.no-nutrients"))
        return
    for nutrient in NUTRIENTS:
        yield from _entering(inventory, nutrient)
        yield from _leaving(inventory, nutrient)


def _entering(inventory: Inventory, nutrient: str) -> Iterator[Finding]:
    rows = inflows(inventory)
    held = where(rows, lambda row: _declares(row, nutrient))
    if held:
        yield from _taken_as_none(rows, nutrient)
        yield dry_summed(f"{nutrient}_input", held, _content(nutrient))
        recycled = where(held, _is_recycled)
        yield dry_summed(f"recycled_{nutrient}_input", recycled, _content(nutrient))


def _leaving(inventory: Inventory, nutrient: str) -> Iterator[Finding]:
    rows = where(outflows(inventory), is_used)
    held = where(rows, lambda row: _declares(row, nutrient))
    content = _content(nutrient)
    if held:
        yield from _taken_as_none(rows, nutrient)
        yield dry_summed(
            f"{nutrient}_output",
            held,
            lambda row: content(row) * soil_share(row, inventory.subject.pillar),
        )


def _taken_as_none(rows: Sequence[tuple[Place, Row]], nutrient: str) -> Iterator[Message]:
    """Tell which rows do not say whether they hold the nutrient; mere water needs not."""
    silent = where(rows, lambda row: not (_declares(row, nutrient) or _is_water(row)))
    if silent:
        told = {"nutrient": Message(f"readings.{nutrient}"), "rows": rows_named(silent)}
        yield Message("readings.nutrients-taken-as-none", told)


def _content(nutrient: str) -> Callable[[Inflow | Outflow], float]:
    return lambda row: dry_mass(row) * value_or(getattr(row, nutrient), 0.0)


def _declares(row: Inflow | Outflow, nutrient: str) -> bool:
    return getattr(row, nutrient) is not None


def _is_water(row: Inflow | Outflow) -> bool:
    return row.dry_matter is not None and central(row.dry_matter) == 0


def _is_recycled(row: Inflow) -> bool:
    is_second_hand = row.origin.is_recycled or row.origin is Origin.REUSED
    return is_second_hand or row.returns_from is not None
