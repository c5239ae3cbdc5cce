"""ISO 59020 classes each kilogram once and keeps missing apart from zero."""

import pytest
from hypothesis import given, settings

from kragozor.instruments.inventory import (
    Destination,
    Energy,
    Money,
    Origin,
    OutflowKind,
    Use,
    Water,
    WaterFlow,
)
from kragozor.instruments.readings import READERS, read
from tests.inventories import inflow, inventories, inventory, known, outflow


def reading(facts):
    return read("iso59020", facts, READERS["iso59020"])


def values(facts):
    return {name: value.value for name, value in reading(facts).values.items()}


def test_inflow_oracle_as_an_inventory():
    facts = inventory(
        inflow(10, Origin.REUSED),
        inflow(5, Origin.RECYCLED_PRE_CONSUMER),
        inflow(20, Origin.RECYCLED_POST_CONSUMER),
        inflow(15, Origin.RENEWABLE_MANAGED),
        inflow(40),
        inflow(10, Origin.RENEWABLE_UNMANAGED),
        outflow(100),
    )
    found = values(facts)
    assert found["reused_inflow_share"] == pytest.approx(0.1)
    assert found["recycled_inflow_share"] == pytest.approx(0.25)
    assert found["renewable_inflow_share"] == pytest.approx(0.15)
    assert found["linear_inflow_share"] == pytest.approx(0.5)


def test_outflows_of_every_kind_count_with_what_is_recovered():
    facts = inventory(
        inflow(100),
        outflow(10, Destination.REFURBISH),
        outflow(40, Destination.RECYCLE, recycling_efficiency=known(0.5)),
        outflow(30, Destination.COMPOST, kind=OutflowKind.WASTE),
        outflow(20, Destination.ENERGY, kind=OutflowKind.WASTE),
    )
    found = values(facts)
    assert found["reused_outflow_share"] == pytest.approx(0.1)
    assert found["recycled_outflow_share"] == pytest.approx(0.2)
    assert found["renewable_outflow_share"] == pytest.approx(0.3)
    assert found["linear_outflow_share"] == pytest.approx(0.4)


def test_water_oracle_as_an_inventory():
    facts = inventory(
        inflow(),
        outflow(),
        Water(WaterFlow.WITHDRAWAL, known(30), circular=True),
        Water(WaterFlow.WITHDRAWAL, known(90)),
        Water(WaterFlow.DISCHARGE, known(90), circular=True),
        Water(WaterFlow.DISCHARGE, known(30)),
        Water(WaterFlow.REUSE_ON_SITE, known(240)),
    )
    found = values(facts)
    assert found["circular_water_inflow_share"] == pytest.approx(0.25)
    assert found["circular_water_outflow_share"] == pytest.approx(0.75)
    assert found["onsite_water_reuse_ratio"] == pytest.approx(3.0)


def test_water_that_is_used_is_taken_in_or_used_again():
    facts = inventory(
        Water(WaterFlow.WITHDRAWAL, known(10)),
        Water(WaterFlow.DISCHARGE, known(9)),
        Water(WaterFlow.REUSE_ON_SITE, known(5)),
    )
    assert values(facts)["onsite_water_reuse_ratio"] == 1.5


@pytest.mark.parametrize("indicator_id", ["iso59020", "cti", "mci", "esrs-e5"])
def test_water_is_no_part_of_the_mass_flows(indicator_id):
    rows = (inflow(10), inflow(5, Origin.REUSED), outflow(15, Destination.RECYCLE))
    water = Water(WaterFlow.WITHDRAWAL, known(1000), circular=True)
    dry, wet = (
        read(indicator_id, inventory(*rows, *more), READERS[indicator_id]).values
        for more in ((), (water,))
    )
    changed = {name for name in dry if dry[name].value != wet[name].value}
    assert all("water" in name for name in changed)


def test_exported_energy_is_netted():
    facts = inventory(
        inflow(),
        outflow(),
        Energy("ток", known(60), renewable=True),
        Energy("газ", known(60), renewable=False),
        Energy("ток", known(20), renewable=True, exported=True),
    )
    assert values(facts)["renewable_energy_share"] == pytest.approx((60 - 20) / (120 - 20))


def test_lifetime_and_productivity():
    facts = inventory(inflow(50), outflow(50), use=Use(known(6), known(4)), money=Money(known(100)))
    found = values(facts)
    assert found["relative_lifetime"] == pytest.approx(1.5)
    assert found["material_productivity"] == pytest.approx(2)


def test_missing_facts_are_undefined_and_a_measured_zero_is_zero():
    found = reading(inventory(inflow(1), outflow(1))).values
    assert found["reused_inflow_share"].value == 0.0
    for name in ("renewable_energy_share", "circular_water_inflow_share", "relative_lifetime"):
        assert found[name].value is None
        assert found[name].undefined is not None


@settings(max_examples=40)
@given(inventories)
def test_classes_of_each_side_sum_to_one(facts):
    found = values(facts)
    for side in ("inflow", "outflow"):
        classes = ("reused", "recycled", "renewable", "linear")
        assert sum(found[f"{c}_{side}_share"] for c in classes) == pytest.approx(1)
