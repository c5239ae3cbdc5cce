"""Rows of biological material by their dry matter, and what counts as used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from kragozor.instruments.inventory import Inflow, Outflow, OutflowKind, Place
from kragozor.instruments.readings.amounts import summed, value_or
from kragozor.instruments.readings.findings import Gap
from kragozor.instruments.readings.rows import mass, rows_named, where
from kragozor.instruments.result import Input
from kragozor.words import Message

Row = TypeVar("Row", Inflow, Outflow)


def dry_mass(row: Inflow | Outflow) -> float:
    """Return the mass of a row without its water. [kg]

    Examples
    --------
    >>> from dataclasses import replace
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.instruments.inventory import Quantity
    >>> dry_mass(replace(bottle().inflows[0], dry_matter=Quantity(0.5)))
    9.0
    """
    return mass(row) * dry_share(row)


def dry_share(row: Inflow | Outflow) -> float:
    """Return the share of a row that is not water; of a row that declares it. [0..1]

    Examples
    --------
    >>> from dataclasses import replace
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.instruments.inventory import Quantity
    >>> dry_share(replace(bottle().inflows[0], dry_matter=Quantity(0.5)))
    0.5
    """
    return value_or(row.dry_matter, 0.0)


def without_dry_matter(
    rows: Sequence[tuple[Place, Inflow]] | Sequence[tuple[Place, Outflow]],
) -> Message | None:
    """Return which rows do not declare their dry matter, or None where all do.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.instruments.readings.rows import inflows
    >>> str(without_dry_matter(inflows(bottle())[:1]))
    'Dry matter is missing: Inflows, row 1 (“PET”).'
    """
    lacking = [(place, row) for place, row in rows if row.dry_matter is None]
    return Message("readings.no-dry-matter", {"rows": rows_named(lacking)}) if lacking else None


def dry_summed(
    name: str, rows: Sequence[tuple[Place, Row]], of: Callable[[Row], float] = dry_mass
) -> Input | Gap:
    """Return an amount over rows, dry matter unless told, or which rows lack dry matter.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.instruments.readings.rows import inflows
    >>> str(dry_summed("inflow", inflows(bottle())[:1]).reason)
    'Dry matter is missing: Inflows, row 1 (“PET”).'
    """
    lacking = without_dry_matter(where(rows, lambda row: row.dry_matter is None))
    return Gap((name,), lacking) if lacking else summed(name, rows, of)


def is_used(row: Outflow) -> bool:
    """Tell whether a row leaves to be used: a product, or a by-product that stays in a cycle.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> is_used(bottle().outflows[0])
    True
    """
    is_by_product = row.kind is OutflowKind.BY_PRODUCT
    return row.kind is OutflowKind.PRODUCT or (is_by_product and row.destination.is_circular)
