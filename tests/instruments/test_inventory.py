"""The model refuses what cannot be a fact, and knows where each number stands."""

import pytest

from kragozor.instruments.inventory import (
    Destination,
    Origin,
    Place,
    Quantity,
)
from tests.inventories import inflow, inventory, known, outflow


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_quantity_refuses_what_is_not_finite(value):
    with pytest.raises(ValueError, match="not a finite number"):
        Quantity(value)


def test_quantities_are_found_with_their_places():
    facts = inventory(
        inflow(2), inflow(3), outflow(5, recycling_efficiency=known(0.9)), stock_change=known(1)
    )
    found = {str(place): q.value for place, q in facts.quantities()}
    assert found == {
        "subject.stock_change": 1,
        "inflows[1].mass": 2,
        "inflows[2].mass": 3,
        "outflows[1].mass": 5,
        "outflows[1].recycling_efficiency": 0.9,
    }


def test_place_without_field_names_the_row():
    assert str(Place("inflows", 3)) == "inflows[3]"
    assert str(Place("use")) == "use"


def test_circular_origins_and_destinations():
    assert [o.value for o in Origin if not o.is_circular] == ["virgin", "renewable-unmanaged"]
    assert [d.value for d in Destination if not d.is_circular] == [
        "energy",
        "incineration",
        "landfill",
        "unknown",
    ]
