"""The reading of an inventory by the Circular Transition Indicators (WBCSD, CTI v4.0).

An inflow is circular when it is non-virgin, or renewable and sustainably produced. An outflow
is circular as far as it can be recovered and is.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kragozor.instruments.arithmetic import quotient
from kragozor.instruments.inventory import (
    Destination,
    Impact,
    ImpactCategory,
    Inflow,
    Inventory,
    Pillar,
    Place,
    WaterFlow,
)
from kragozor.instruments.parameters import folded
from kragozor.instruments.readings.amounts import amount, facts, summed, value_or
from kragozor.instruments.readings.findings import Finding
from kragozor.instruments.readings.recovery import (
    actual_recovery,
    recovered_mass,
    recovery_potential,
)
from kragozor.instruments.readings.rows import (
    InflowRows,
    OutflowRows,
    energy,
    impacts,
    inflows,
    mass,
    outflows,
    places_of,
    rows_named,
    water,
    where,
)
from kragozor.instruments.readings.soil import soil_assumptions
from kragozor.instruments.result import Input
from kragozor.words import Message

RECOVERY_TYPES = {
    "reused": (Destination.REUSE,),
    "refurbished": (Destination.REFURBISH,),
    "remanufactured": (Destination.REMANUFACTURE,),
    "recycled": (Destination.RECYCLE,),
    "biodegraded": (Destination.COMPOST, Destination.DIGESTION_TO_SOIL, Destination.FEED),
}

LIFETIMES = {"product_lifetime": "lifetime", "reference_lifetime": "industry_lifetime"}
EMISSIONS = ("virgin_burden", "recycled_burden")


def inputs(inventory: Inventory) -> Iterator[Finding]:
    """Yield the named inputs of ``cti`` with the rows that each rests on.

    Every inflow with its circular share, every outflow with its potential and actual recovery;
    critical inflow and recovered masses by type [kg]; energy used [MJ]; water [m³]; revenue
    [EUR], the subject being the one product that earns it; recycled inflow with the emissions
    [kg CO₂ eq/kg] that are declared among the impacts.

    Source: WBCSD, Circular Transition Indicators v4.0.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> found = {one.name: one.value for one in inputs(bottle()) if isinstance(one, Input)}
    >>> found["inflows"][1]
    {'mass': 12, 'circular_share': 1.0}
    """
    entering, leaving = inflows(inventory), outflows(inventory)
    if entering:
        yield from _inflows(entering)
    if leaving:
        yield from _outflows(leaving, inventory.subject.pillar)
    yield from facts(inventory, "money", {"revenue": "revenue"})
    if entering and leaving and inventory.money.revenue is not None:
        yield _product(inventory, entering, leaving)
    yield from _energy(inventory)
    yield from _water(inventory)
    yield from _recycled_materials(inventory)
    yield from facts(inventory, "use", LIFETIMES)


def _inflows(rows: InflowRows) -> Iterator[Input]:
    items = [{"mass": mass(r), "circular_share": float(r.origin.is_circular)} for _, r in rows]
    yield Input("inflows", tuple(items), tuple(place for place, _ in rows))
    yield summed("critical_inflow", where(rows, lambda r: r.critical), mass)


def _outflows(rows: OutflowRows, pillar: Pillar) -> Iterator[Finding]:
    yield from soil_assumptions(rows, pillar)
    items = [
        {
            "mass": mass(row),
            "recovery_potential": recovery_potential(row),
            "actual_recovery": actual_recovery(row, pillar),
        }
        for _, row in rows
    ]
    yield Input("outflows", tuple(items), tuple(place for place, _ in rows))
    for name, destinations in RECOVERY_TYPES.items():
        chosen = [(place, row) for place, row in rows if row.destination in destinations]
        yield summed(name, chosen, partial(recovered_mass, pillar=pillar))


def _product(inventory: Inventory, entering: InflowRows, leaving: OutflowRows) -> Input:
    """The subject as the one product of which revenue is counted."""
    circular_in = amount(where(entering, lambda r: r.origin.is_circular), mass)
    recovered = amount(leaving, partial(recovered_mass, pillar=inventory.subject.pillar))
    product = {
        "revenue": value_or(inventory.money.revenue, 0.0),
        "circular_inflow": quotient(circular_in, amount(entering, mass)),
        "circular_outflow": quotient(recovered, amount(leaving, mass)),
    }
    place = Place("money", None, "revenue")
    rows = (place, *(p for p, _ in entering), *(p for p, _ in leaving))
    return Input("products", (product,), rows)


def _recycled_materials(inventory: Inventory) -> Iterator[Finding]:
    """What comes in recycled, with its emissions, as far as those of both kinds are declared."""
    recycled = where(inflows(inventory), lambda r: r.origin.is_recycled)
    burdens = where(
        impacts(inventory),
        lambda r: r.category is ImpactCategory.CLIMATE_CHANGE and r.recycled_burden is not None,
    )
    known = {folded(row.material): (place, row) for place, row in burdens}
    counted = where(recycled, lambda r: folded(r.material) in known)
    left_out = where(recycled, lambda r: folded(r.material) not in known)
    if not counted:
        return
    pairs = [(row, *known[folded(row.material)]) for _, row in counted]
    items = tuple(_recycled_material(row, burden) for row, _, burden in pairs)
    emissions = (Place(p.section, p.row, name) for _, p, _ in pairs for name in EMISSIONS)
    yield Input("recycled_materials", items, (*places_of(counted), *dict.fromkeys(emissions)))
    if left_out:
        yield Message("readings.recycled-without-emissions", {"rows": rows_named(left_out)})


def _recycled_material(row: Inflow, burden: Impact) -> dict[str, float]:
    return {
        "mass": mass(row),
        "virgin_emissions": burden.virgin_burden.value,
        "recycled_emissions": value_or(burden.recycled_burden, 0.0),
    }


def _energy(inventory: Inventory) -> Iterator[Input]:
    used = where(energy(inventory), lambda r: not r.exported)
    if not used:
        return
    yield summed("total_energy", used, lambda r: r.amount.value)
    yield summed("renewable_energy", where(used, lambda r: r.renewable), lambda r: r.amount.value)


def _water(inventory: Inventory) -> Iterator[Input]:
    rows = water(inventory)
    withdrawn = where(rows, lambda r: r.flow is WaterFlow.WITHDRAWAL)
    discharged = where(rows, lambda r: r.flow is WaterFlow.DISCHARGE)
    reused = where(rows, lambda r: r.flow is WaterFlow.REUSE_ON_SITE)
    for side, chosen in (("inflow", withdrawn), ("outflow", discharged)):
        if chosen:
            yield summed(f"total_water_{side}", chosen, lambda r: r.volume.value)
            circular = where(chosen, lambda r: r.circular)
            yield summed(f"circular_water_{side}", circular, lambda r: r.volume.value)
    if withdrawn:
        yield summed("water_used", [*withdrawn, *reused], lambda r: r.volume.value)
