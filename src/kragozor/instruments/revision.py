"""An inventory with one thing changed; the inventory itself never changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from kragozor.instruments.inventory import Inflow, Inventory, Outflow, Place, Quantity

Row = TypeVar("Row", Inflow, Outflow)
AnyRow = TypeVar("AnyRow")


def quantity_at(inventory: Inventory, place: Place) -> Quantity:
    """Return the number that is declared at a place.

    Raises
    ------
    KeyError
        Where no number is declared at that place.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> quantity_at(bottle(), Place("inflows", 3, "mass")).value
    3
    """
    section = getattr(inventory, place.section)
    row = section if place.row is None else section[place.row - 1]
    found = getattr(row, place.name)
    if not isinstance(found, Quantity):
        raise KeyError(str(place))
    return found


def with_value(inventory: Inventory, place: Place, value: float) -> Inventory:
    """Return the inventory with one declared number changed, its grade and source kept.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> with_value(bottle(), Place("inflows", 3, "mass"), 4.0).inflows[2].mass.value
    4.0
    """
    changed = replace(quantity_at(inventory, place), value=value, distribution=None)
    section: Any = getattr(inventory, place.section)
    if place.row is None:
        content = replace(section, **{place.name: changed})
    else:
        row = replace(section[place.row - 1], **{place.name: changed})
        content = replaced(section, place.row, row)
    sections: dict[str, Any] = {place.section: content}
    return replace(inventory, **sections)


def replaced(rows: Sequence[AnyRow], number: int, *new: AnyRow) -> tuple[AnyRow, ...]:
    """Return the rows with one replaced; more than one new row go to the end.

    The numbers of all other rows stay what they are.

    Examples
    --------
    >>> replaced(("a", "b", "c"), 2, "B", "new")
    ('a', 'B', 'c', 'new')
    """
    return (*rows[: number - 1], new[0], *rows[number:], *new[1:])


def split(row: Row, share: float) -> tuple[Row, Row]:
    """Return a row in two: what stays and, second, the share that is to change.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> [part.mass.value for part in split(bottle().inflows[0], 0.25)]
    [13.5, 4.5]
    """
    mass = row.mass.value
    kept = replace(row.mass, value=mass * (1 - share), distribution=None)
    moved = replace(row.mass, value=mass * share, distribution=None)
    return replace(row, mass=kept), replace(row, mass=moved)
