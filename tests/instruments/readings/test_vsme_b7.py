"""VSME B7 asks for waste by hazard, what of it is recycled or reused, and the materials used."""

import pytest
from hypothesis import given, settings

from kragozor.instruments.inventory import Destination, OutflowKind, Place
from kragozor.instruments.readings import READERS, read
from tests.inventories import inflow, inventories, inventory, outflow


def reading(facts):
    return read("vsme-b7", facts, READERS["vsme-b7"])


def waste(mass, destination, **facts):
    return outflow(mass, destination, kind=OutflowKind.WASTE, **facts)


def test_waste_and_materials():
    facts = inventory(
        inflow(120),
        inflow(30),
        outflow(130),
        waste(10, Destination.RECYCLE),
        waste(3, Destination.COMPOST),
        waste(2, Destination.REUSE, hazardous=True),
        waste(5, Destination.ENERGY),
    )
    found = reading(facts)
    assert {name: value.value for name, value in found.values.items()} == {
        "total_waste": 20,
        "recycled_or_reused_share": 0.75,
        "other_waste": 5,
        "total_material": 150,
    }
    assert found.inputs["hazardous_waste"].value == 2
    assert found.inputs["materials"].places == (Place("inflows", 1), Place("inflows", 2))


def test_undeclared_waste_is_not_zero():
    found = reading(inventory(inflow(1), outflow(1))).values
    assert found["total_waste"].value is None
    assert "No outflow is declared as waste" in str(found["total_waste"].undefined)
    assert found["total_material"].value == 1


def test_one_side_alone_is_told_as_far_as_it_goes():
    assert reading(inventory(inflow(3))).values["total_material"].value == 3
    only_waste = reading(inventory(waste(2, Destination.RECYCLE))).values
    assert only_waste["recycled_or_reused_share"].value == 1
    assert "Materials" in str(only_waste["total_material"].undefined)


def test_nothing_that_flows_has_one_reason():
    reasons = {str(value.undefined) for value in reading(inventory()).values.values()}
    assert reasons == {"There are neither inflows nor outflows."}


@settings(max_examples=40)
@given(facts=inventories)
def test_waste_is_that_of_esrs_e5(facts):
    same = read("esrs-e5", facts, READERS["esrs-e5"]).values["total_waste"].value
    assert reading(facts).values["total_waste"].value == (
        same if same is None else pytest.approx(same)
    )
