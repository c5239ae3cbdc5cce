"""The reading of an inventory by Regulation (EU) 2025/40 on packaging and packaging waste.

Every row is graded by itself. Recycled content is averaged, over rows of one type and format
from one plant, because the law asks for the average of a plant in a year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kragozor.instruments.arithmetic import quotient
from kragozor.instruments.compute import figure
from kragozor.instruments.inventory import Inventory, Packaging, PackagingType, Place
from kragozor.instruments.readings.amounts import amount, summed, value_or
from kragozor.instruments.readings.findings import Finding, Item, Lack
from kragozor.instruments.readings.rows import (
    PackagingRows,
    central,
    mass,
    packaging,
    places_of,
    where,
)
from kragozor.instruments.result import Input
from kragozor.words import Message

# A plastic part below this share of the packaging has no minimum, by Article 7(5), point (b).
LEAST_PLASTIC = 0.05

Numbers = dict[str, float]


def inputs(inventory: Inventory) -> Iterator[Finding]:
    """Yield the named inputs of ``packaging``, and each format as an item.

    Masses [kg] placed on the market; shares of mass. A plastic packaging is all plastic where
    nothing else is declared.

    Source: Regulation (EU) 2025/40, Articles 6 and 7, Annex II.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.instruments.inventory import Packaging, Quantity
    >>> crate = Packaging("crate", PackagingType.OTHER_PLASTIC, Quantity(40.0))
    >>> told = inputs(replace(bottle(), packaging=(crate,)))
    >>> {one.name: one.value for one in told if isinstance(one, Input)}
    {'formats': (), 'ungraded_mass': 40.0, 'plastics': (), 'undeclared_plastic': 40.0}
    """
    rows = packaging(inventory)
    if not rows:
        yield Lack(Message("readings.no-packaging"))
        return
    yield from _grades(rows)
    yield from _contents(where(rows, lambda r: r.type is not PackagingType.NOT_PLASTIC))
    yield from _plastic_elsewhere(where(rows, lambda r: r.type is PackagingType.NOT_PLASTIC))
    yield Message("readings.packaging-exceptions")


def _grades(rows: PackagingRows) -> Iterator[Finding]:
    graded = where(rows, lambda r: r.recyclable_share is not None)
    ungraded = where(rows, lambda r: r.recyclable_share is None)
    formats = tuple(
        {"mass": mass(row), "recyclable_share": value_or(row.recyclable_share, 0.0)}
        for _, row in graded
    )
    yield Input("formats", formats, places_of(graded))
    yield summed("ungraded_mass", ungraded, mass)
    if ungraded:
        yield Message("readings.packaging-ungraded", {"rows": len(ungraded)})
    for place, row in graded:
        share = Input("recyclable_share", value_or(row.recyclable_share, 0.0), (place,))
        yield Item("packaging-grade", _called(row), (share,))


def _contents(rows: PackagingRows) -> Iterator[Finding]:
    """Yield the recycled content of each group, and of all groups that declare it."""
    groups = _groups(rows)
    declared = [group for group in groups if _is_content_known(group)]
    undeclared = [row for group in groups if group not in declared for row in group]
    plastics = tuple(map(_group_numbers, declared))
    yield Input("plastics", plastics, tuple(p for group in declared for p in places_of(group)))
    yield summed("undeclared_plastic", undeclared, _plastic_mass)
    unsaid = where(rows, lambda r: r.recycled_content is None)
    if unsaid:
        yield Message("readings.content-undeclared", {"rows": len(unsaid)})
    assumed = where(rows, lambda r: r.plastic_share is None)
    if assumed:
        yield Message("readings.plastic-share-assumed", {"rows": len(assumed)})
    for group in groups:
        yield _group_item(group)


def _is_content_known(group: PackagingRows) -> bool:
    """Tell whether a group has plastic, and tells of all of it how much is recycled."""
    has_plastic = any(r.plastic_share is None or central(r.plastic_share) != 0 for _, r in group)
    return has_plastic and all(r.recycled_content is not None for _, r in group)


def _groups(rows: PackagingRows) -> list[PackagingRows]:
    """Return the rows of one type and format from one plant together, in order of the first."""
    groups: dict[tuple[str, ...], list[tuple[Place, Packaging]]] = {}
    for place, row in rows:
        key = (row.type.value, row.format.casefold(), row.plant.casefold())
        groups.setdefault(key, []).append((place, row))
    return list(groups.values())


def _group_numbers(group: PackagingRows) -> Mapping[str, float]:
    plastic = amount(group, _plastic_mass)
    kind = group[0][1].type
    return {
        "plastic_mass": plastic,
        "plastic_share": quotient(plastic, amount(group, mass)),
        "recycled_content": quotient(amount(group, _recycled_mass), plastic),
        "minimum_2030": _minimum(kind, "minimum_2030"),
        "minimum_2040": _minimum(kind, "minimum_2040"),
    }


def _group_item(group: PackagingRows) -> Item:
    first = group[0][1]
    found = (
        Input("type", first.type.value, places_of(group)),
        Input("lots", tuple(_lot(row) for _, row in group), places_of(group)),
    )
    return Item("packaging-content", _called(first), found)


def _lot(row: Packaging) -> Numbers:
    lot = {"mass": mass(row), "plastic_share": value_or(row.plastic_share, 1.0)}
    if row.recycled_content is not None:
        lot["recycled_content"] = row.recycled_content.value
    return lot


def _minimum(kind: PackagingType, name: str) -> float:
    """Return the minimum of a type, from where it is computed for a single format."""
    return figure("packaging-content", {"type": kind.value}, name) or 0.0


def _plastic_elsewhere(rows: PackagingRows) -> Iterator[Finding]:
    """Tell of plastic parts of other packaging, to which a minimum applies as well."""
    plastic = where(rows, lambda r: central(r.plastic_share) >= LEAST_PLASTIC)
    if plastic:
        yield Message("readings.plastic-of-other-packaging", {"rows": len(plastic)})


def _plastic_mass(row: Packaging) -> float:
    return mass(row) * value_or(row.plastic_share, 1.0)


def _recycled_mass(row: Packaging) -> float:
    return _plastic_mass(row) * value_or(row.recycled_content, 0.0)


def _called(row: Packaging) -> str:
    return f"{row.format}, {row.plant}" if row.plant else row.format
