"""The Circular Transition Indicators read the same rows."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from kragozor.instruments.inventory import (
    Destination,
    Energy,
    Impact,
    ImpactCategory,
    Money,
    Origin,
    OutflowKind,
    Use,
    Water,
    WaterFlow,
)
from kragozor.instruments.readings import READERS, read
from tests.inventories import inflow, inventories, inventory, known, outflow


def values(facts):
    found = read("cti", facts, READERS["cti"]).values
    return {name: value.value for name, value in found.items()}


def test_close_the_loop_oracle_as_an_inventory():
    facts = inventory(
        inflow(20, Origin.RECYCLED_POST_CONSUMER),
        inflow(30, Origin.RENEWABLE_MANAGED),
        inflow(50),
        outflow(
            80, Destination.RECYCLE, recovery_potential=known(0.75), actual_recovery=known(0.6)
        ),
        outflow(10, Destination.REUSE, kind=OutflowKind.BY_PRODUCT),
        outflow(10, kind=OutflowKind.WASTE),
    )
    found = values(facts)
    assert found["circular_inflow"] == pytest.approx(0.5)
    assert found["circular_outflow"] == pytest.approx(0.46)
    assert found["circularity"] == pytest.approx(0.48)
    assert found["linear_inflow"] == pytest.approx(50)


@pytest.mark.parametrize(
    ("origin", "share"),
    [
        (Origin.VIRGIN, 0),
        (Origin.RENEWABLE_UNMANAGED, 0),
        (Origin.RENEWABLE_MANAGED, 1),
        (Origin.REUSED, 1),
        (Origin.RECYCLED_PRE_CONSUMER, 1),
        (Origin.RECYCLED_POST_CONSUMER, 1),
    ],
)
def test_inflow_is_circular_by_its_origin(origin, share):
    """Not virgin, or renewable at a rate at which it grows again."""
    assert values(inventory(inflow(7, origin)))["circular_inflow"] == share


@pytest.mark.parametrize("kind", OutflowKind)
def test_every_kind_of_outflow_weighs_in_the_circular_outflow(kind):
    facts = inventory(outflow(30, Destination.REUSE), outflow(10, kind=kind))
    assert values(facts)["circular_outflow"] == pytest.approx(0.75)


def test_critical_inflow_and_productivity():
    facts = inventory(
        inflow(46),
        inflow(4, critical=True),
        inflow(50, Origin.REUSED),
        outflow(100),
        money=Money(known(2e6)),
    )
    found = values(facts)
    assert found["critical_inflow_share"] == pytest.approx(0.08)
    assert found["circular_material_productivity"] == pytest.approx(40_000)
    assert found["cti_revenue"] == pytest.approx(2e6 * 0.5 / 2)


def test_revenue_is_known_though_nothing_leaves():
    found = values(inventory(inflow(50), money=Money(known(100))))
    assert found["circular_material_productivity"] == pytest.approx(2)
    assert found["cti_revenue"] is None


def test_energy_counts_what_is_used():
    facts = inventory(
        inflow(),
        outflow(),
        Energy("ток", known(30), renewable=True),
        Energy("газ", known(70), renewable=False),
        Energy("ток", known(50), renewable=True, exported=True),
    )
    assert values(facts)["renewable_energy_share"] == pytest.approx(0.3)


def test_water_circularity_is_the_mean_of_both_sides():
    facts = inventory(
        inflow(),
        outflow(),
        Water(WaterFlow.WITHDRAWAL, known(75)),
        Water(WaterFlow.WITHDRAWAL, known(25), circular=True),
        Water(WaterFlow.DISCHARGE, known(80), circular=True),
        Water(WaterFlow.DISCHARGE, known(20)),
        Water(WaterFlow.REUSE_ON_SITE, known(50)),
    )
    found = values(facts)
    assert found["water_circularity"] == pytest.approx((0.25 + 0.8) / 2)
    assert found["onsite_water_circulation"] == pytest.approx(0.5)


def test_recovery_types_and_lifetime():
    facts = inventory(
        inflow(10),
        outflow(1, Destination.REUSE),
        outflow(2, Destination.RECYCLE, recycling_efficiency=known(0.5)),
        outflow(2, Destination.FEED, kind=OutflowKind.BY_PRODUCT),
        outflow(5),
        use=Use(known(3), known(2)),
    )
    found = values(facts)
    assert found["reused_share"] == pytest.approx(0.25)
    assert found["recycled_share"] == pytest.approx(0.25)
    assert found["biodegraded_share"] == pytest.approx(0.5)
    assert found["actual_lifetime"] == pytest.approx(1.5)


@pytest.mark.parametrize(
    ("destination", "kind"),
    [
        (Destination.REUSE, "reused"),
        (Destination.REFURBISH, "refurbished"),
        (Destination.REMANUFACTURE, "remanufactured"),
        (Destination.RECYCLE, "recycled"),
        (Destination.COMPOST, "biodegraded"),
        (Destination.DIGESTION_TO_SOIL, "biodegraded"),
        (Destination.FEED, "biodegraded"),
    ],
)
def test_destination_decides_the_type_of_recovery(destination, kind):
    found = values(inventory(outflow(6, destination), outflow(4)))
    assert found["recovered_mass"] == 6
    assert found[f"{kind}_share"] == 1


def test_rows_without_mass_carry_nothing():
    money = Money(revenue=known(5))
    assert values(inventory(inflow(0), outflow(0), money=money)) == values(inventory(money=money))


def test_nothing_recovered_leaves_the_types_undefined():
    assert values(inventory(inflow(), outflow()))["recycled_share"] is None


@settings(max_examples=40)
@given(inventories)
def test_circularity_lies_between_its_two_sides(facts):
    found = values(facts)
    sides = sorted([found["circular_inflow"], found["circular_outflow"]])
    assert sides[0] - 1e-12 <= found["circularity"] <= sides[1] + 1e-12


def test_greenhouse_gases_are_those_of_recycled_inflow_with_emissions():
    recycled = replace(inflow(12, Origin.RECYCLED_POST_CONSUMER), material="PET")
    other = replace(inflow(5, Origin.RECYCLED_PRE_CONSUMER), material="glass")
    burden = Impact("pet", ImpactCategory.CLIMATE_CHANGE, known(2.2), recycled_burden=known(0.6))
    land = replace(burden, category=ImpactCategory.LAND_USE, virgin_burden=known(90))
    facts = replace(inventory(recycled, other, inflow(50)), impacts=(land, burden))
    found = read("cti", facts, READERS["cti"])
    assert found.values["greenhouse_gas_effect"].value == pytest.approx(12 * 1.6)
    assert any("glass" in str(warning) for warning in found.warnings)
    assert [str(place) for place in found.inputs["recycled_materials"].places] == [
        "inflows[1]",
        "impacts[2].virgin_burden",
        "impacts[2].recycled_burden",
    ]


@pytest.mark.parametrize("is_first", [True, False])
def test_greenhouse_gases_are_of_climate_change_with_both_emissions(is_first):
    """Neither the burdens of another category nor half a pair takes part."""
    recycled = replace(inflow(12, Origin.RECYCLED_POST_CONSUMER), material="PET")
    glass = replace(inflow(5, Origin.RECYCLED_PRE_CONSUMER), material="glass")
    burden = Impact("PET", ImpactCategory.CLIMATE_CHANGE, known(2.2), recycled_burden=known(0.6))
    others = (
        replace(burden, category=ImpactCategory.LAND_USE, virgin_burden=known(90)),
        Impact("glass", ImpactCategory.CLIMATE_CHANGE, known(1.1)),
    )
    impacts = (burden, *others) if is_first else (*others, burden)
    found = read("cti", replace(inventory(recycled, glass), impacts=impacts), READERS["cti"])
    assert found.values["greenhouse_gas_effect"].value == pytest.approx(12 * 1.6)
    assert any("glass" in str(warning) for warning in found.warnings)


def test_greenhouse_gases_are_undefined_without_emissions():
    found = read("cti", inventory(inflow(12, Origin.RECYCLED_POST_CONSUMER)), READERS["cti"])
    assert "Recycled materials" in str(found.values["greenhouse_gas_effect"].undefined)
