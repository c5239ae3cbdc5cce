"""ESRS E5 counts as waste what is declared so, by what becomes of it, and says what is unknown."""

import pytest
from hypothesis import given, settings

from kragozor.instruments.inventory import (
    Destination,
    Origin,
    OutflowKind,
    Packaging,
    PackagingType,
    Place,
    Use,
)
from kragozor.instruments.readings import READERS, read
from tests.inventories import inflow, inventories, inventory, known, outflow


def reading(facts):
    return read("esrs-e5", facts, READERS["esrs-e5"])


def values(facts):
    return {name: value.value for name, value in reading(facts).values.items()}


def waste(mass, destination, **facts):
    return outflow(mass, destination, kind=OutflowKind.WASTE, **facts)


def packaging(mass, share=None):
    recyclable = None if share is None else known(share)
    return Packaging("кутия", PackagingType.NOT_PLASTIC, known(mass), recyclable_share=recyclable)


def test_waste_oracle_as_an_inventory():
    facts = inventory(
        outflow(1000),
        waste(5, Destination.REFURBISH),
        waste(30, Destination.RECYCLE),
        waste(6, Destination.COMPOST),
        waste(4, Destination.DIGESTION_TO_SOIL, hazardous=True),
        waste(15, Destination.FEED),
        waste(8, Destination.INCINERATION),
        waste(12, Destination.ENERGY, hazardous=True),
        waste(18, Destination.LANDFILL),
        waste(2, Destination.UNKNOWN, hazardous=True),
    )
    found = values(facts)
    assert found["total_waste"] == 100
    assert (found["diverted"], found["disposed"]) == (60, 40)
    assert (found["non_recycled"], found["non_recycled_share"]) == (60, 0.6)
    assert (found["hazardous_diverted"], found["hazardous_disposed"]) == (4, 14)
    assert found["non_hazardous_incineration"] == 8
    assert found["hazardous_waste"] == 18


def test_products_by_products_and_losses_are_no_waste():
    facts = inventory(
        outflow(50),
        outflow(30, kind=OutflowKind.BY_PRODUCT),
        outflow(20, kind=OutflowKind.LOSS, material="пара"),
        waste(1, Destination.LANDFILL),
    )
    assert values(facts)["total_waste"] == 1
    told = [str(warning) for warning in reading(facts).warnings]
    assert any("Losses that are not collected" in text and "пара" in text for text in told)


def test_where_no_row_is_waste_it_is_not_known_whether_there_is_none():
    found = reading(inventory(inflow(1), outflow(1))).values
    names = ["total_waste", "diverted", "non_recycled_share", "hazardous_waste"]
    assert all(found[name].value is None for name in names)
    assert {str(found[name].undefined) for name in names} == {
        "No outflow is declared as waste; whether there is none or it is not declared is not known."
    }


def test_radioactive_waste_is_not_asked_for():
    found = reading(inventory(waste(1, Destination.LANDFILL)))
    reason = found.values["hazardous_and_radioactive_waste"].undefined
    assert "does not ask for radioactive waste" in str(reason)


def test_inflows_by_origin():
    facts = inventory(
        inflow(40),
        inflow(20, Origin.RENEWABLE_MANAGED),
        inflow(10, Origin.RENEWABLE_UNMANAGED),
        inflow(5, Origin.REUSED),
        inflow(15, Origin.RECYCLED_POST_CONSUMER),
        inflow(10, Origin.RECYCLED_PRE_CONSUMER),
    )
    found = values(facts)
    assert found["total_inflow"] == 100
    assert found["sustainable_biological_share"] == pytest.approx(0.2)
    assert found["secondary_inflow"] == 30
    assert found["secondary_inflow_share"] == pytest.approx(0.3)
    assert reading(facts).inputs["biological_inflow"].value == 30


def test_recyclable_content_is_of_the_rows_that_declare_it():
    facts = inventory(
        outflow(60, recovery_potential=known(0.75)),
        outflow(40, Destination.RECYCLE),
        packaging(4, 0.5),
        packaging(1, 1),
        packaging(95),
    )
    found = reading(facts)
    assert found.values["recyclable_product_share"].value == pytest.approx(0.75)
    assert found.values["recyclable_packaging_share"].value == pytest.approx(0.6)
    assert found.inputs["packaging_mass"].places == (Place("packaging", 1), Place("packaging", 2))
    told = " ".join(str(warning) for warning in found.warnings)
    assert "Products of which the recyclable part is not known" in told
    assert "Packaging rows without a recyclable share" in told


def unknown_of(facts):
    """What the reading says is not known of recyclable content: rows by name, or their count."""
    told = [w for w in reading(facts).warnings if "recyclability-unknown" in w.key]
    return {w.key.removeprefix("readings."): str(w) for w in told}


def test_rows_of_which_nothing_recyclable_is_declared_are_named_and_counted():
    design = {"recovery_potential": known(1)}
    known_rows = (outflow(6, material="чаша", **design), packaging(4, 0.5))
    assert unknown_of(inventory(*known_rows)) == {}
    found = unknown_of(inventory(*known_rows, outflow(1, material="капак"), *[packaging(1)] * 2))
    assert "капак" in found["recyclability-unknown"]
    assert "чаша" not in found["recyclability-unknown"]
    assert "2" in found["packaging-recyclability-unknown"]
    assert unknown_of(inventory(outflow(1), packaging(1))) == {}


def test_recyclable_content_that_nobody_declares_is_undefined():
    found = values(inventory(outflow(10, Destination.RECYCLE), packaging(1)))
    assert found["recyclable_product_share"] is None
    assert found["recyclable_packaging_share"] is None


def test_recyclable_rate_is_against_all_materials_used():
    """AR 27 of ESRS E5: the denominator is the total weight of materials used."""
    found = values(
        inventory(
            inflow(80),
            outflow(60, recovery_potential=known(0.75)),
            packaging(4, 0.5),
        )
    )
    assert found["recyclable_product_rate"] == pytest.approx(45 / 80)
    assert found["recyclable_packaging_rate"] == pytest.approx(2 / 80)


def test_durability_is_the_declared_lifetime_over_the_industrys():
    facts = inventory(inflow(1), use=Use(lifetime=known(6), industry_lifetime=known(4)))
    assert values(facts)["relative_durability"] == 1.5


def test_nothing_that_flows_has_one_reason():
    reasons = {str(value.undefined) for value in reading(inventory()).values.values()}
    assert reasons == {"There are neither inflows nor outflows."}


@settings(max_examples=40)
@given(facts=inventories)
def test_waste_is_split_without_a_rest(facts):
    found = values(facts)
    if found["total_waste"] is None:
        return
    parts = ("hazardous_waste", "non_hazardous_diverted", "non_hazardous_disposed")
    assert sum(found[name] for name in parts) == pytest.approx(found["total_waste"])
    rows = [row for row in facts.outflows if row.kind is OutflowKind.WASTE]
    assert found["total_waste"] == pytest.approx(sum(float(row.mass) for row in rows))
