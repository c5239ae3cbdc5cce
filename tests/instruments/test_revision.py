"""One thing changes, the rest stays, the inventory itself never does."""

import pytest
from hypothesis import given, settings

from kragozor.instruments.inventory import Grade, Place
from kragozor.instruments.revision import quantity_at, replaced, split, with_value
from tests.inventories import inflow, inventories, inventory, known


@settings(max_examples=40)
@given(inventories)
def test_with_value_changes_one_number_only(facts):
    for place, quantity in facts.quantities():
        changed = with_value(facts, place, quantity.value + 1)
        before, after = dict(facts.quantities()), dict(changed.quantities())
        assert {p for p in before if before[p] != after[p]} == {place}
        assert after[place].value == quantity.value + 1
        assert after[place].grade is quantity.grade


def test_quantity_at_refuses_a_place_without_a_number():
    with pytest.raises(KeyError, match=r"inflows\[1\]\.material"):
        quantity_at(inventory(inflow()), Place("inflows", 1, "material"))


def test_replaced_keeps_the_numbers_of_other_rows():
    assert replaced("abc", 2, "x", "y") == ("a", "x", "c", "y")


def test_split_keeps_mass_and_grade():
    row = inflow(8, grade=Grade.PROXY)
    kept, moved = split(row, 0.25)
    assert (kept.mass, moved.mass) == (known(6, Grade.PROXY), known(2, Grade.PROXY))
