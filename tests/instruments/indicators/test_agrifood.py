"""Agri-food over arrays and by name: closed forms, properties and refusals."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.instruments.compute import compute
from kragozor.instruments.errors import InstrumentError, NotBalanced, OutOfRange, ShapeMismatch
from kragozor.instruments.indicators import agrifood
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.words import say

amounts = st.floats(0.001, 1e9)
shares = st.floats(0, 1)
FLOWS = [
    (agrifood.dry_matter, {}),
    (agrifood.circular_dry_matter, {"circular_share": 0.5}),
    (agrifood.recirculated_dry_matter, {"recirculated_share": 0.5}),
]


def food_waste(**inputs):
    return compute("food-waste", {"year": 2026, **inputs})


# --- closed forms ----------------------------------------------------------------------------


def test_nutrients_of_a_field():
    told = {"nutrient_input": [120.0, 0.0, 50.0]}
    circular = agrifood.nutrient_circularity(recycled_nutrient_input=[30.0, 0.0, 50.0], **told)
    used = agrifood.nutrient_use_efficiency(nutrient_output=[90.0, 5.0, 60.0], **told)
    left = agrifood.nutrient_surplus(nutrient_output=[90.0, 5.0, 60.0], **told)
    assert circular == pytest.approx([0.25, np.nan, 1.0], nan_ok=True)
    assert used == pytest.approx([0.75, np.nan, 1.2], nan_ok=True)
    assert left == pytest.approx([30.0, -5.0, -10.0])


@pytest.mark.parametrize(("year", "expected"), [(2021, 1000), (2022, 1000), (2026, 850)])
@pytest.mark.parametrize("later", [0, 4, 40])
def test_path_is_straight_between_the_baseline_and_the_target(year, expected, later):
    told = {"reference_food_waste": 1000.0, "reduction_target": 0.3}
    assert agrifood.path_food_waste(year=year, **told) == pytest.approx(expected)
    assert agrifood.path_food_waste(year=2030 + later, **told) == pytest.approx(700)


def test_dry_matter_gap_is_against_the_larger_side():
    told = {"dry_matter_input": [100.0, 60.0, 0.0], "dry_matter_output": [60.0, 100.0, 0.0]}
    gap = agrifood.dry_matter_gap_share(**told)
    assert gap == pytest.approx([0.4, -0.4, np.nan], nan_ok=True)
    assert agrifood.dry_matter_gap(**told) == pytest.approx([40.0, -40.0, 0.0])


# --- the target, by name ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stage", "target"),
    [("processing", 0.1), ("retail", 0.3), ("restaurants", 0.3), ("households", 0.3)],
)
def test_stage_decides_the_target(stage, target):
    found = food_waste(
        stage=stage, food_waste=1, baseline_food_waste=1000, people=1, baseline_people=1
    )
    assert found.values["reduction_target"] == target
    assert found.values["target_food_waste"] == pytest.approx(1000 * (1 - target))


def test_processing_is_by_amount_and_retail_per_head():
    told = {"food_waste": 1100, "baseline_food_waste": 1000, "people": 220, "baseline_people": 100}
    by_amount = food_waste(stage="processing", **told)
    per_head = food_waste(stage="retail", **told)
    assert by_amount.values["food_waste_reduction"] == pytest.approx(-0.1)
    assert per_head.values["food_waste_reduction"] == pytest.approx(0.5)
    heads = [per_head.values[f"{name}food_waste_per_head"] for name in ("", "baseline_")]
    assert 1 - heads[0] / heads[1] == pytest.approx(per_head.values["food_waste_reduction"])


def test_processing_needs_no_people_and_retail_does():
    told = {"food_waste": 900, "baseline_food_waste": 1000}
    assert food_waste(stage="processing", **told).values["target_gap"] == pytest.approx(0)
    reason = food_waste(stage="retail", **told).undefined["food_waste_reduction"]
    assert "People in the period" in say(reason)


def test_more_food_waste_than_the_baseline_is_told_as_such():
    warnings = food_waste(stage="processing", food_waste=2, baseline_food_waste=1).warnings
    assert any("more food waste than in the mean" in say(warning) for warning in warnings)


@pytest.mark.parametrize(("waste", "status"), [(950.0, "on track"), (950.1, "behind")])
def test_status_is_by_the_straight_line(waste, status):
    found = food_waste(stage="processing", food_waste=waste, baseline_food_waste=1000)
    assert found.values["path_status"] == status


@pytest.mark.parametrize(
    ("inputs", "value", "reason"),
    [
        (
            {"stage": "processing", "baseline_food_waste": 0},
            "food_waste_reduction",
            "baseline is 0",
        ),
        ({"stage": "processing"}, "target_gap", "mean of 2021–2023"),
        ({"baseline_food_waste": 9}, "reduction_target", "Stage of the chain"),
        (
            {"stage": "retail", "baseline_food_waste": 9, "people": 9, "baseline_people": 0},
            "food_waste_reduction",
            "people of 2021–2023 are 0",
        ),
    ],
)
def test_food_waste_is_undefined_with_its_reason(inputs, value, reason):
    found = food_waste(food_waste=5, **inputs)
    assert value not in found.values
    assert reason in say(found.undefined[value])


def test_steps_of_surplus_food_stand_in_the_order_of_the_hierarchy():
    shares = [name for name in indicator("food-surplus").values if name.endswith("_share")]
    steps = [name.removeprefix("surplus_to_").removesuffix("_share") for name in shares]
    assert steps == [
        *("people", "feed", "valorisation", "digestion", "compost", "energy", "disposal"),
        "unknown_surplus",
    ]


def test_soil_mining_is_told():
    found = compute("nutrients", {"nitrogen_input": 100, "nitrogen_output": 110})
    assert found.values["nitrogen_use_efficiency"] == pytest.approx(1.1)
    assert any("taken from stocks" in say(warning) for warning in found.warnings)


# --- properties ------------------------------------------------------------------------------


@given(st.lists(amounts, min_size=8, max_size=8), st.floats(0.001, 1000))
def test_surplus_shares_make_the_whole_at_any_scale(masses, scale):
    names = [name for name in indicator("food-surplus").inputs if name != "surplus_food"]
    one, other = (
        compute("food-surplus", {n: m * k for n, m in zip(names, masses, strict=True)}).values
        for k in (1.0, scale)
    )
    found = {name: value for name, value in one.items() if name.endswith("share")}
    assert sum(found.values()) == pytest.approx(1)
    assert {name: other[name] for name in found} == pytest.approx(found)


@given(amounts, amounts)
def test_circularity_efficiency_and_surplus_agree(entering, leaving):
    told = {"nutrient_input": entering, "nutrient_output": leaving}
    efficiency = agrifood.nutrient_use_efficiency(**told)
    assert agrifood.nutrient_surplus(**told) == pytest.approx(
        entering * (1 - efficiency), rel=1e-9, abs=1e-9 * entering
    )


@given(st.lists(st.tuples(amounts, shares, shares), min_size=1, max_size=5))
def test_part_of_the_dry_matter_is_within_it_and_it_within_the_mass(flows):
    mass, dry, part = (np.array(column) for column in zip(*flows, strict=True))
    whole = agrifood.dry_matter(mass=mass, dry_matter_share=dry)
    returned = agrifood.recirculated_dry_matter(
        mass=mass, dry_matter_share=dry, recirculated_share=part
    )
    assert 0 <= returned <= whole * (1 + 1e-12)
    assert whole <= mass.sum() * (1 + 1e-12)


# --- refusals --------------------------------------------------------------------------------


def test_recycled_part_is_no_larger_than_the_whole():
    with pytest.raises(NotBalanced, match="recycled_nutrient_input"):
        agrifood.nutrient_circularity(recycled_nutrient_input=3.0, nutrient_input=2.0)
    with pytest.raises(NotBalanced, match=r"recycled_nitrogen_input is 3.*at most 2"):
        compute("nutrients", {"nitrogen_input": 2, "recycled_nitrogen_input": 3})


def test_surplus_of_the_steps_is_no_more_than_there_is():
    with pytest.raises(NotBalanced, match="add up to 12"):
        compute("food-surplus", {"donated": 5, "feed": 7, "surplus_food": 10})


@pytest.mark.parametrize(("function", "more"), FLOWS)
def test_flows_refuse_what_is_no_mass_and_no_share(function, more):
    with pytest.raises(OutOfRange, match="mass"):
        function(mass=[1.0, -1.0], dry_matter_share=0.5, **more)
    with pytest.raises(OutOfRange, match=r"dry_matter_share\[1\] is 1.5"):
        function(mass=1.0, dry_matter_share=[0.5, 1.5], **more)
    with pytest.raises(ShapeMismatch):
        function(mass=[1.0, 1.0], dry_matter_share=[0.5, 0.5, 0.5], **more)


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        ({"stage": "farm"}, "stage is"),
        ({"food_waste": -1}, "it must be at least 0"),
        ({"period": 0}, "period is 0"),
        ({"baseline": 1, "baseline_food_waste": 1}, "same input"),
        ({"food_wast": 1}, "food_waste"),
    ],
)
def test_food_waste_refuses_bad_inputs_by_name(inputs, told):
    with pytest.raises(InstrumentError, match=told):
        compute("food-waste", inputs)


def test_period_is_above_zero():
    with pytest.raises(OutOfRange, match="period"):
        agrifood.annual_food_waste(food_waste=1.0, period=0.0)
