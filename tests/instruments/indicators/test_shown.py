"""What is told of a value: a word of its class, or something of each item in order."""

import pytest

from kragozor.instruments.compute import compute
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.indicators.shown import band

GRADE = indicator("packaging-grade").values["grade"]


def test_class_is_the_first_whose_bound_is_reached():
    assert [band(GRADE, share).name for share in (1, 0.95, 0.9, 0.75)] == ["A", "A", "B", "C"]
    assert band(GRADE, 0).name == "not recyclable"


def test_class_has_the_number_that_was_classed_behind_it():
    found = compute("packaging-grade", {"recyclable_share": 0.75})
    assert (found.values["grade"], found.number("grade")) == ("C", 0.75)


def test_list_is_in_order_and_what_is_undefined_of_it_comes_last():
    measures = [
        {"id": "dear", "annual_cost": 900, "avoided": 3},
        {"id": "nothing", "annual_cost": 1, "avoided": 0},
        {"id": "cheap", "annual_cost": 100, "avoided": 4},
    ]
    found = compute("cost-curve", {"measures": measures})
    assert found.values["order"] == ("cheap", "dear", "nothing")
    assert found.values["unit_cost"] == (25, 300, None)
    assert found.values["cumulative"][:2] == (4, 7)
    assert "unit_cost[2]" in found.undefined


def test_list_of_nothing_is_empty():
    assert compute("cost-curve", {"measures": []}).values["order"] == ()


def test_list_that_is_not_given_is_undefined():
    assert set(compute("cost-curve", {}).undefined) == {"order", "unit_cost", "cumulative"}


@pytest.mark.parametrize("indicator_id", ["packaging-grade", "packaging-content"])
def test_every_class_ends_with_one_that_takes_all(indicator_id):
    for value in indicator(indicator_id).values.values():
        bounds = [one.at_least for one in value.bands]
        assert bounds == sorted(bounds, reverse=True)
        assert not bounds or bounds[-1] == float("-inf")
