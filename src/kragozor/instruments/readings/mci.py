"""The Material Circularity Indicator's reading of an inventory.

The product rows of the outflows are the product; its feedstock is the mix of all inflows, so
production waste does not change the shares. Where rows differ in a factor, the effective
factor is formed that leaves the summed losses, and with them the single linear flow index of
the comprehensive approach, unchanged:

    E_F = sum(m_i) / sum(m_i / E_i)      over recycled inflows,
    E_C = sum(m_j E_j) / sum(m_j)        over product mass collected for recycling,
    HHV = sum(E_R) / sum(E_R / HHV_k)    over product mass burnt with energy recovery.

Source: Ellen MacArthur Foundation and Granta, Circularity Indicators, comprehensive approach.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from kragozor.instruments.arithmetic import quotient
from kragozor.instruments.inventory import (
    Destination,
    Inflow,
    Inventory,
    Origin,
    Outflow,
    OutflowKind,
    Pillar,
)
from kragozor.instruments.readings.amounts import USE, amount, facts, share, summed, value_or
from kragozor.instruments.readings.findings import Finding, Lack
from kragozor.instruments.readings.rows import (
    InflowRows,
    OutflowRows,
    central,
    inflows,
    mass,
    outflows,
    places_of,
    where,
)
from kragozor.instruments.readings.soil import soil_assumptions, soil_share
from kragozor.instruments.result import Input
from kragozor.words import Message


def inputs(inventory: Inventory) -> Iterator[Finding]:
    """Yield the named inputs of ``mci`` with their rows, and what had to be assumed.

    Mass [kg] is that of the product rows; shares [0..1] of feedstock are by mass of all
    inflows, shares of collection by mass of the product rows. Reuse takes in refurbishing and
    remanufacturing; composting takes in feed, and counts as far as it goes back to soil.
    Without product rows or without inflows there is nothing to read.

    Source: Ellen MacArthur Foundation and Granta, Circularity Indicators, 2015 and 2019.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> found = {one.name: one.value for one in inputs(bottle()) if isinstance(one, Input)}
    >>> found["mass"], round(found["recycled_feedstock"], 4)
    (33.0, 0.3636)
    """
    entering = inflows(inventory)
    products = outflows(inventory, kind=OutflowKind.PRODUCT)
    if not products:
        yield Lack(Message("readings.no-products"))
    elif not entering:
        yield Lack(Message("readings.no-inflows"))
    else:
        yield summed("mass", products, mass)
        yield from _feedstock(entering)
        yield from _end_of_life(products, inventory.subject.pillar)
        yield from _use(inventory)


def _feedstock(entering: InflowRows) -> Iterator[Finding]:
    recycled = where(entering, lambda row: row.origin.is_recycled)
    reused = where(entering, lambda row: row.origin is Origin.REUSED)
    renewable = where(entering, lambda row: row.origin is Origin.RENEWABLE_MANAGED)
    yield share("recycled_feedstock", recycled, entering)
    yield share("reused_feedstock", reused, entering)
    yield share("renewable_feedstock", renewable, entering)
    known = where(recycled, lambda row: row.feedstock_recycling_efficiency is not None)
    if known:
        waste = amount(recycled, _waste_recycled)
        name = "feedstock_recycling_efficiency"
        yield Input(name, quotient(amount(recycled, mass), waste), places_of(recycled))
    if known and len(known) < len(recycled):
        yield Message("readings.feedstock-efficiency-assumed", {"rows": len(recycled) - len(known)})


def _end_of_life(products: OutflowRows, pillar: Pillar) -> Iterator[Finding]:
    recycled = where(products, lambda row: row.destination is Destination.RECYCLE)
    reused = where(products, lambda row: row.destination.is_reuse)
    biological = where(products, lambda row: row.destination.is_biological)
    yield share("collected_for_recycling", recycled, products)
    yield share("collected_for_reuse", reused, products)
    yield from soil_assumptions(products, pillar)
    yield share("composted", biological, products, lambda r: mass(r) * soil_share(r, pillar))
    known = where(recycled, lambda row: row.recycling_efficiency is not None)
    if known:
        yield share("end_of_life_recycling_efficiency", recycled, recycled, _regained)
    if known and len(known) < len(recycled):
        yield Message("readings.recycling-efficiency-assumed", {"rows": len(recycled) - len(known)})
    yield from _energy(products)


def _energy(products: OutflowRows) -> Iterator[Finding]:
    burnt = where(products, lambda row: row.destination is Destination.ENERGY)
    counted = where(burnt, _is_energy_documented)
    if len(counted) < len(burnt):
        yield Message("readings.energy-recovery-not-counted", {"rows": len(burnt) - len(counted)})
    if not any(central(row.recovered_energy) for _, row in counted):
        return
    fuel = amount(counted, _fuel_mass)
    places = places_of(counted)
    released = amount(counted, lambda row: value_or(row.recovered_energy, 0.0))
    biogenic = amount(counted, lambda row: _fuel_mass(row) * value_or(row.biogenic_carbon_share, 0))
    yield Input("recovered_energy_mj", released, places)
    yield Input("higher_heating_value_mj_kg", quotient(released, fuel), places)
    yield Input("biological_mass", amount(products, mass), places)
    yield Input("biogenic_carbon_share", quotient(biogenic, fuel), places)


def _use(inventory: Inventory) -> Iterator[Finding]:
    known = list(facts(inventory, "use", USE))
    if not known:
        yield Input("utility", 1.0)
        yield Message("readings.utility-assumed")
    yield from known


def _waste_recycled(row: Inflow) -> float:
    """Mass that went into recycling; endless where nothing comes out of it, which is refused."""
    efficiency = row.feedstock_recycling_efficiency
    if efficiency is not None and efficiency.central == 0:
        return math.inf
    return quotient(row.mass.value, value_or(efficiency, 1.0))


def _regained(row: Outflow) -> float:
    return row.mass.value * value_or(row.recycling_efficiency, 1.0)


def _is_energy_documented(row: Outflow) -> bool:
    known = None not in (row.recovered_energy, row.biogenic_carbon_share)
    return known and central(row.heating_value) > 0


def _fuel_mass(row: Outflow) -> float:
    return quotient(value_or(row.recovered_energy, 0.0), value_or(row.heating_value, 1.0))
