"""The reading of an inventory by ISO 59020:2024, Annex A.

Inflows are classed by origin, outflows by what is in fact recovered at their destination; one
kilogram is classed once. Water and energy are kept apart from mass.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kragozor.instruments.inventory import Destination, Inventory, Origin, WaterFlow
from kragozor.instruments.readings.amounts import LIFETIMES, facts, summed
from kragozor.instruments.readings.findings import Finding
from kragozor.instruments.readings.recovery import recovered_mass
from kragozor.instruments.readings.rows import energy, inflows, mass, outflows, water, where
from kragozor.instruments.readings.soil import soil_assumptions
from kragozor.instruments.result import Input


def inputs(inventory: Inventory) -> Iterator[Finding]:
    """Yield the named inputs of ``iso59020`` with the rows that each rests on.

    Masses [kg] of all inflows by origin, and of all outflows by what is recovered of them;
    energy [MJ] taken in and given out; water [m³] withdrawn, returned and used; revenue [EUR].
    Economic growth and resource use (A.6.3) are not declared in an inventory.

    Source: ISO 59020:2024, Annex A.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> found = {one.name: one.value for one in inputs(bottle()) if isinstance(one, Input)}
    >>> found["total_inflow"], found["recycled_inflow"]
    (33.0, 12.0)
    """
    yield from _inflows(inventory)
    yield from _outflows(inventory)
    yield from _energy(inventory)
    yield from _water(inventory)
    yield from facts(inventory, "use", LIFETIMES)
    yield from facts(inventory, "money", {"revenue": "revenue"})


def _inflows(inventory: Inventory) -> Iterator[Input]:
    rows = inflows(inventory)
    if not rows:
        return
    yield summed("total_inflow", rows, mass)
    yield summed("reused_inflow", where(rows, lambda r: r.origin is Origin.REUSED), mass)
    yield summed("recycled_inflow", where(rows, lambda r: r.origin.is_recycled), mass)
    renewable = where(rows, lambda r: r.origin is Origin.RENEWABLE_MANAGED)
    yield summed("renewable_inflow", renewable, mass)


def _outflows(inventory: Inventory) -> Iterator[Finding]:
    rows = outflows(inventory)
    if not rows:
        return
    yield summed("total_outflow", rows, mass)
    pillar = inventory.subject.pillar
    yield from soil_assumptions(rows, pillar)
    recovered = partial(recovered_mass, pillar=pillar)
    yield summed("reused_outflow", where(rows, lambda r: r.destination.is_reuse), recovered)
    recycled = where(rows, lambda r: r.destination is Destination.RECYCLE)
    yield summed("recycled_outflow", recycled, recovered)
    biological = where(rows, lambda r: r.destination.is_biological)
    yield summed("renewable_outflow", biological, recovered)


def _energy(inventory: Inventory) -> Iterator[Input]:
    rows = energy(inventory)
    if not rows:
        return
    exported = where(rows, lambda r: r.exported)
    used = where(rows, lambda r: not r.exported)
    for side, chosen in (("in", used), ("out", exported)):
        yield summed(f"total_energy_{side}", chosen, lambda r: r.amount.value)
        renewable = where(chosen, lambda r: r.renewable)
        yield summed(f"renewable_energy_{side}", renewable, lambda r: r.amount.value)


def _water(inventory: Inventory) -> Iterator[Input]:
    rows = water(inventory)
    withdrawn = where(rows, lambda r: r.flow is WaterFlow.WITHDRAWAL)
    if not withdrawn:
        return
    discharged = where(rows, lambda r: r.flow is WaterFlow.DISCHARGE and r.circular)
    reused = where(rows, lambda r: r.flow is WaterFlow.REUSE_ON_SITE)
    circular = where(withdrawn, lambda r: r.circular)
    yield summed("water_withdrawn", withdrawn, lambda r: r.volume.value)
    yield summed("water_from_circular_sources", circular, lambda r: r.volume.value)
    yield summed("water_discharged_to_quality", discharged, lambda r: r.volume.value)
    yield summed("water_used", [*withdrawn, *reused], lambda r: r.volume.value)
