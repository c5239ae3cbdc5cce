"""The reading of an inventory by ESRS E5 (2023): resource inflows, products and waste.

Biological materials are the renewable ones. Whether a secondary material was biological once is
not declared, so it counts beside the technical ones; the total is the same either way.
"""

from __future__ import annotations

from collections.abc import Iterator

from kragozor.instruments.arithmetic import total
from kragozor.instruments.inventory import (
    Inflow,
    Inventory,
    Origin,
    OutflowKind,
    Place,
)
from kragozor.instruments.readings.amounts import LIFETIMES, facts, summed
from kragozor.instruments.readings.findings import Finding, Gap, Lack
from kragozor.instruments.readings.recovery import recovery_potential
from kragozor.instruments.readings.rows import inflows, mass, outflows, rows_named, where
from kragozor.instruments.readings.treatment import (
    TREATMENTS,
    treated_by,
    waste,
    waste_assumptions,
)
from kragozor.instruments.result import Input
from kragozor.words import Message


def inputs(inventory: Inventory) -> Iterator[Finding]:
    """Yield the named inputs of ``esrs-e5`` with the rows that each rests on.

    Masses [kg] of inflows by origin; of product rows and packaging with what of them is
    recyclable; of waste rows by treatment, and the hazardous among them; lifetimes [a].
    Radioactive waste is not declared in an inventory: the List of Waste does not hold it. Where
    no row is waste, it is not known whether there is none.

    Source: Delegated Regulation (EU) 2023/2772, ESRS E5, paragraphs 31, 36, 37 and 39.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> found = {one.name: one.value for one in inputs(bottle()) if isinstance(one, Input)}
    >>> sorted(found)[:3]
    ['biological_inflow', 'recycled_inflow', 'reused_inflow']
    """
    if not (inflows(inventory) or outflows(inventory) or inventory.packaging):
        yield Lack(Message("readings.nothing-flows"))
        return
    yield from _inflows(inventory)
    yield from _products(inventory)
    yield from _packaging(inventory)
    yield from _waste(inventory)
    yield from facts(inventory, "use", LIFETIMES)


def _inflows(inventory: Inventory) -> Iterator[Input]:
    rows = inflows(inventory)
    if not rows:
        return
    sustainable = where(rows, lambda r: r.origin is Origin.RENEWABLE_MANAGED)
    yield summed("technical_inflow", where(rows, lambda r: not _is_biological(r)), mass)
    yield summed("biological_inflow", where(rows, _is_biological), mass)
    yield summed("sustainable_biological_inflow", sustainable, mass)
    yield summed("reused_inflow", where(rows, lambda r: r.origin is Origin.REUSED), mass)
    yield summed("recycled_inflow", where(rows, lambda r: r.origin.is_recycled), mass)


def _products(inventory: Inventory) -> Iterator[Finding]:
    """Products of which it is declared what can be recovered; the others are named.

    That a part of a product is in fact recycled tells nothing of the design of the rest.
    """
    rows = outflows(inventory, kind=OutflowKind.PRODUCT)
    known = where(rows, lambda r: r.recovery_potential is not None)
    if known:
        yield summed("product_mass", known, mass)
        yield summed("recyclable_product_mass", known, lambda r: mass(r) * recovery_potential(r))
    if known and len(known) < len(rows):
        unknown = where(rows, lambda r: r.recovery_potential is None)
        yield Message("readings.recyclability-unknown", {"rows": rows_named(unknown)})


def _packaging(inventory: Inventory) -> Iterator[Finding]:
    """Packaging of which the recyclable share is declared; the rest is counted in words."""
    placed = enumerate(inventory.packaging, start=1)
    known = [
        (Place("packaging", number), row.mass.value, row.recyclable_share.value)
        for number, row in placed
        if row.recyclable_share is not None
    ]
    if known:
        places = tuple(place for place, _, _ in known)
        recyclable = total(mass * share for _, mass, share in known)
        yield Input("packaging_mass", total(mass for _, mass, _ in known), places)
        yield Input("recyclable_packaging_mass", recyclable, places)
    if known and len(known) < len(inventory.packaging):
        count = len(inventory.packaging) - len(known)
        yield Message("readings.packaging-recyclability-unknown", {"rows": count})


def _waste(inventory: Inventory) -> Iterator[Finding]:
    rows = waste(inventory)
    yield from waste_assumptions(inventory)
    if not rows:
        names = (*TREATMENTS, *(f"hazardous_{treatment}" for treatment in TREATMENTS))
        yield Gap(names, Message("readings.no-waste"))
        return
    yield Gap(("radioactive_waste",), Message("readings.radioactive-not-asked"))
    for treatment in TREATMENTS:
        treated = treated_by(rows, treatment)
        yield summed(treatment, treated, mass)
        yield summed(f"hazardous_{treatment}", where(treated, lambda r: r.hazardous), mass)


def _is_biological(row: Inflow) -> bool:
    return row.origin in (Origin.RENEWABLE_MANAGED, Origin.RENEWABLE_UNMANAGED)
