"""The reading of an inventory by what makes textiles circular: fibres, loops, blends and wear.

The fibres are the inflows that declare one; dyes, buttons and threads without a fibre are left
out. A loop is closed where the material becomes the same product again, else it is open.
"""

from __future__ import annotations

from collections.abc import Iterator

from kragozor.instruments.inventory import (
    Destination,
    Inflow,
    Inventory,
    Loop,
    OutflowKind,
    Place,
)
from kragozor.instruments.readings.amounts import USE, amount, facts, summed
from kragozor.instruments.readings.findings import Finding, Lack
from kragozor.instruments.readings.rows import (
    InflowRows,
    OutflowRows,
    inflows,
    mass,
    outflows,
    places_of,
    rows_named,
    where,
)
from kragozor.instruments.result import Input
from kragozor.words import Message


def inputs(inventory: Inventory) -> Iterator[Finding]:
    """Yield the named inputs of ``textiles`` with the rows that each rests on.

    Masses [kg] of fibre by kind and by what it was, of products of one material, and of what is
    sent to recycling by what it becomes; lifetimes [a] and wears [1/a].

    Source: fibre names of Regulation (EU) No 1007/2011, Annex I.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from kragozor.instruments.examples import bottle
    >>> rows = tuple(replace(row, fibre="cotton") for row in bottle().inflows)
    >>> found = [one for one in inputs(replace(bottle(), inflows=rows)) if isinstance(one, Input)]
    >>> found[0].name, found[0].value
    ('fibres', ({'mass': 33.0},))
    """
    fibres = where(inflows(inventory), lambda r: bool(r.fibre))
    if not fibres:
        yield Lack(Message("readings.no-fibres"))
        return
    yield from _fibres(fibres)
    yield from _recycled_fibres(where(fibres, lambda r: r.origin.is_recycled))
    yield from _products(outflows(inventory, kind=OutflowKind.PRODUCT))
    yield from _sent(outflows(inventory))
    yield from facts(inventory, "use", USE)


def _fibres(rows: InflowRows) -> Iterator[Finding]:
    """Yield each fibre once, however many rows bring it."""
    by_fibre: dict[str, list[tuple[Place, Inflow]]] = {}
    for place, row in rows:
        by_fibre.setdefault(row.fibre.casefold(), []).append((place, row))
    items = tuple({"mass": amount(alike, mass)} for alike in by_fibre.values())
    yield Input("fibres", items, places_of(rows))
    yield summed("preferred_fibre", where(rows, lambda r: r.preferred), mass)


def _recycled_fibres(rows: InflowRows) -> Iterator[Finding]:
    for loop in Loop:
        name = f"recycled_from_{loop.value.replace('-', '_')}"
        yield summed(name, [(p, r) for p, r in rows if r.recycled_from is loop], mass)
    unknown = where(rows, lambda r: r.recycled_from is None)
    yield summed("recycled_from_unknown", unknown, mass)
    if unknown:
        yield Message("readings.loop-in-unknown", {"rows": rows_named(unknown)})


def _products(rows: OutflowRows) -> Iterator[Finding]:
    if rows:
        yield summed("product_mass", rows, mass)
        yield summed("mono_material_mass", where(rows, lambda r: r.mono_material), mass)


def _sent(rows: OutflowRows) -> Iterator[Finding]:
    """Yield what is sent to recycling, before its losses, by what it becomes."""
    if not rows:
        return
    recycled = where(rows, lambda r: r.destination is Destination.RECYCLE)
    for loop in Loop:
        name = f"recycled_to_{loop.value.replace('-', '_')}"
        yield summed(name, [(p, r) for p, r in recycled if r.recycled_to is loop], mass)
    unknown = where(recycled, lambda r: r.recycled_to is None)
    yield summed("recycled_to_unknown", unknown, mass)
    if unknown:
        yield Message("readings.loop-out-unknown", {"rows": rows_named(unknown)})
