"""Rows of an inventory with their places, and which of them a reading chooses.

A quantity may hold draws in the place of its number
(:mod:`kragozor.instruments.uncertainty.draws`). So rows are chosen by their categories or by
their declared number, :func:`central`, never by a comparison; what is formed of them stands in
:mod:`kragozor.instruments.readings.amounts`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from kragozor.instruments.inventory import (
    Energy,
    Impact,
    Inflow,
    Inventory,
    Outflow,
    OutflowKind,
    Packaging,
    Place,
    Quantity,
    Water,
)
from kragozor.words import Message

# How many rows a sentence names before it only counts the rest.
ROWS_NAMED = 5

InflowRows = Sequence[tuple[Place, Inflow]]
OutflowRows = Sequence[tuple[Place, Outflow]]
PackagingRows = Sequence[tuple[Place, Packaging]]
ImpactRows = Sequence[tuple[Place, Impact]]
Row = TypeVar("Row", Inflow, Outflow, Energy, Water, Packaging, Impact)
MassRow = TypeVar("MassRow", Inflow, Outflow, Packaging)


def inflows(inventory: Inventory) -> InflowRows:
    """Return the inflows that have mass, with their places.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> [(str(place), row.material) for place, row in inflows(bottle())]
    [('inflows[1]', 'PET'), ('inflows[2]', 'rPET'), ('inflows[3]', 'PP')]
    """
    return where(_placed("inflows", inventory.inflows), _flows)


def outflows(inventory: Inventory, *, kind: OutflowKind | None = None) -> OutflowRows:
    """Return the outflows that have mass, or those of one kind, with their places.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> len(outflows(bottle())), len(outflows(bottle(), kind=OutflowKind.WASTE))
    (3, 0)
    """
    rows = where(_placed("outflows", inventory.outflows), _flows)
    return where(rows, lambda row: kind in (None, row.kind))


def energy(inventory: Inventory) -> Sequence[tuple[Place, Energy]]:
    """Return the energy rows with their places.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from kragozor.instruments.examples import bottle
    >>> burnt = Energy("gas", Quantity(12.0), renewable=False)
    >>> str(energy(replace(bottle(), energy=(burnt,)))[0][0])
    'energy[1]'
    """
    return _placed("energy", inventory.energy)


def water(inventory: Inventory) -> Sequence[tuple[Place, Water]]:
    """Return the water rows with their places.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> water(bottle())
    []
    """
    return _placed("water", inventory.water)


def packaging(inventory: Inventory) -> PackagingRows:
    """Return the packaging that has mass, with its places.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> packaging(bottle())
    []
    """
    return where(_placed("packaging", inventory.packaging), _flows)


def impacts(inventory: Inventory) -> ImpactRows:
    """Return the impact rows with their places.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> impacts(bottle())
    []
    """
    return _placed("impacts", inventory.impacts)


def where(
    rows: Iterable[tuple[Place, Row]], test: Callable[[Row], bool]
) -> list[tuple[Place, Row]]:
    """Return the rows that pass the test.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> recycled = where(inflows(bottle()), lambda row: row.origin.is_recycled)
    >>> [row.material for _, row in recycled]
    ['rPET']
    """
    return [(place, row) for place, row in rows if test(row)]


def mass(row: Inflow | Outflow | Packaging) -> float:
    """Return the mass of a row. [kg]

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> mass(bottle().inflows[0])
    18
    """
    return row.mass.value


def places_of(rows: Iterable[tuple[Place, Row]]) -> tuple[Place, ...]:
    """Return where the rows stand.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> [str(place) for place in places_of(outflows(bottle()))]
    ['outflows[1]', 'outflows[2]', 'outflows[3]']
    """
    return tuple(place for place, _ in rows)


def rows_named(rows: Sequence[tuple[Place, Inflow | Outflow]]) -> tuple[Message, ...]:
    """Return what the rows are called, as far as a sentence bears it, and how many more.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> [str(name) for name in rows_named(inflows(bottle()))]
    ['Inflows, row 1 (“PET”)', 'Inflows, row 2 (“rPET”)', 'Inflows, row 3 (“PP”)']
    """
    first = tuple(_named(place, row) for place, row in rows[:ROWS_NAMED])
    more = len(rows) - len(first)
    return (*first, Message("readings.more-rows", {"count": more})) if more else first


def central(quantity: Quantity | None) -> float:
    """Return the number by which rows are chosen: the one declared, or 0 where none is.

    Examples
    --------
    >>> central(Quantity(2.0)), central(None)
    (2.0, 0.0)
    """
    return 0.0 if quantity is None else quantity.central


def _named(place: Place, row: Inflow | Outflow) -> Message:
    told = {"row": place.row, "material": row.material}
    return Message(f"readings.{place.section}-row", told)


def _flows(row: Inflow | Outflow | Packaging) -> bool:
    """Tell whether anything flows: of a row without mass no share can be formed."""
    return row.mass.central != 0


def _placed(section: str, rows: Sequence[Row]) -> list[tuple[Place, Row]]:
    return [(Place(section, number), row) for number, row in enumerate(rows, start=1)]
