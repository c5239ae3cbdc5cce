"""How well the facts behind a value are known: each grade's share of what they weigh."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kragozor.instruments.balance import grade_shares
from kragozor.instruments.inventory import Grade, Inventory, Place, Quantity
from kragozor.instruments.result import Input
from kragozor.instruments.revision import quantity_at

_WEIGHED_BY = {
    "inflows": "mass",
    "outflows": "mass",
    "packaging": "mass",
    "energy": "amount",
    "water": "volume",
}


def grades_behind(inventory: Inventory, used: Iterable[Input]) -> Mapping[Grade, float]:
    """Return the share of each grade in the rows that some inputs rest on.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> mass = Input("mass", 33.0, (Place("inflows", 1), Place("inflows", 2)))
    >>> {str(grade): share for grade, share in grades_behind(bottle(), [mass]).items() if share}
    {'measured': 1.0}
    """
    return grade_shares(_amounts(inventory, dict.fromkeys(p for one in used for p in one.behind)))


def _amounts(inventory: Inventory, places: Iterable[Place]) -> list[Quantity]:
    """Return what the rows are weighed by: mass where there is any, else energy, else volume.

    Burdens are known far worse than the masses they are of; where there are any, each counts
    as one.
    """
    burdens = [place for place in places if place.section == "impacts"]
    if burdens:
        return _each_as_one(inventory, burdens)
    for sections in (("inflows", "outflows"), ("packaging",), ("energy",), ("water",)):
        rows = [place for place in places if place.section in sections]
        if rows:
            amounts = (replace(place, name=_WEIGHED_BY[place.section]) for place in rows)
            return [quantity_at(inventory, place) for place in amounts]
    return _each_as_one(inventory, places)


def _each_as_one(inventory: Inventory, places: Iterable[Place]) -> list[Quantity]:
    sections = ((getattr(inventory, place.section), place) for place in places)
    rows = ((part[place.row - 1] if place.row else part, place.name) for part, place in sections)
    return [Quantity(1.0, getattr(row, name).grade) for row, name in rows]
