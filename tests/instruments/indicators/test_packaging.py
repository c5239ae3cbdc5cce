"""Packaging by Regulation (EU) 2025/40: grades at their edges, contents against their minimums."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.instruments.compute import compute
from kragozor.instruments.errors import InstrumentError, OutOfRange
from kragozor.instruments.indicators import packaging
from kragozor.instruments.inventory import PackagingType

shares = st.floats(0, 1)
masses = st.floats(0.1, 1000)
formats = st.lists(
    st.fixed_dictionaries({"mass": masses, "recyclable_share": shares}), min_size=1, max_size=6
)
lots = st.lists(
    st.fixed_dictionaries(
        {"mass": masses, "plastic_share": st.floats(0.06, 1), "recycled_content": shares}
    ),
    min_size=1,
    max_size=4,
)
types = st.sampled_from([each.value for each in PackagingType if each.value != "not-plastic"])
GRADES = ("A", "B", "C", "not recyclable")


def graded(share):
    return compute("packaging-grade", {"recyclable_share": share}).values


def contents(kind="other-plastic", **lot):
    return compute("packaging-content", {"type": kind, "lots": [{"mass": 100, **lot}]})


@pytest.mark.parametrize(
    ("share", "grade"),
    [
        (1, "A"),
        (0.95, "A"),
        (0.9499, "B"),
        (0.8, "B"),
        (0.1 + 0.7, "B"),
        (0.7999, "C"),
        (0.7, "C"),
        (0.6999, "not recyclable"),
        (0, "not recyclable"),
    ],
)
def test_grade_at_its_edges(share, grade):
    assert graded(share)["grade"] == grade
    assert packaging.recyclability_grade(recyclable_share=share) == grade


@pytest.mark.parametrize(
    ("share", "access"),
    [
        (0.96, ("yes", "if recycled at scale", "if recycled at scale")),
        (0.82, ("yes", "if recycled at scale", "if recycled at scale")),
        (0.75, ("yes", "if recycled at scale", "no")),
        (0.5, ("no", "no", "no")),
    ],
)
def test_grade_decides_the_market(share, access):
    values = graded(share)
    assert tuple(values[f"market_access_{year}"] for year in (2030, 2035, 2038)) == access


@given(shares, shares)
def test_more_recyclable_is_never_graded_lower(one, other):
    low, high = sorted((one, other))
    assert GRADES.index(graded(high)["grade"]) <= GRADES.index(graded(low)["grade"])


@pytest.mark.parametrize("share", [1.01, -0.1, "A", None])
def test_grade_without_a_share_is_refused_or_undefined(share):
    if share is None:
        assert "grade" in compute("packaging-grade", {"recyclable_share": share}).undefined
        return
    with pytest.raises(InstrumentError, match=r"^recyclable_share is"):
        graded(share)


def test_grades_of_an_array_leave_the_unknown_empty():
    found = packaging.recyclability_grade(recyclable_share=[[0.95, np.nan], [0.7, 0.2]])
    assert found.tolist() == [["A", ""], ["C", "not recyclable"]]
    with pytest.raises(OutOfRange, match=r"^recyclable_share\[1\] is 1.2"):
        packaging.recyclability_grade(recyclable_share=[0.5, 1.2])


@pytest.mark.parametrize(
    ("kind", "minimums"),
    [
        ("contact-sensitive-pet", (0.30, 0.50)),
        ("contact-sensitive-other", (0.10, 0.25)),
        ("beverage-bottle", (0.30, 0.65)),
        ("other-plastic", (0.35, 0.65)),
    ],
)
def test_minimums_are_those_of_article_7(kind, minimums):
    values = contents(kind, recycled_content=0).values
    assert (values["minimum_2030"], values["minimum_2040"]) == minimums
    just = contents(kind, recycled_content=minimums[0]).values
    assert (just["met_2030"], just["met_2040"], just["missing_2030"]) == ("yes", "no", 0)


@given(types, lots)
def test_content_is_what_its_functions_give(kind, given_lots):
    values = compute("packaging-content", {"type": kind, "lots": given_lots}).values
    columns = {name: [lot[name] for lot in given_lots] for name in given_lots[0]}
    content = packaging.recycled_content(**columns)
    plastic = packaging.plastic_mass(mass=columns["mass"], plastic_share=columns["plastic_share"])
    assert values["recycled_content"] == pytest.approx(content)
    for year in (2030, 2040):
        minimum = values[f"minimum_{year}"]
        met = packaging.minimum_met(recycled_content=content, minimum=minimum)
        assert values[f"met_{year}"] == ("yes" if met else "no")
        assert values[f"missing_{year}"] == pytest.approx(
            packaging.missing_recycled_plastic(
                plastic_mass=plastic, recycled_content=content, minimum=minimum
            )
        )


@given(types, lots, masses)
def test_content_does_not_depend_on_the_scale(kind, given_lots, factor):
    scaled = [{**lot, "mass": lot["mass"] * factor} for lot in given_lots]
    one, other = (
        compute("packaging-content", {"type": kind, "lots": each}).values
        for each in (given_lots, scaled)
    )
    assert one["recycled_content"] == pytest.approx(other["recycled_content"])


def test_plastic_part_below_5_percent_has_no_minimum():
    found = contents(plastic_share=0.04, recycled_content=0)
    assert "met_2030" not in found.values
    assert "below 5 %" in str(found.undefined["met_2030"])
    assert contents(plastic_share=0.05, recycled_content=0).values["met_2030"] == "no"


def test_packaging_without_plastic_has_no_content():
    found = contents(plastic_share=0, recycled_content=0)
    assert str(found.undefined["recycled_content"]) == "The packaging has no plastic part."


def test_content_of_what_is_not_plastic_is_refused():
    with pytest.raises(InstrumentError, match=r"^type is"):
        contents("not-plastic", recycled_content=0.5)
    with pytest.raises(OutOfRange, match=r"lots\[0\].recycled_content is 1.5"):
        contents(recycled_content=1.5)


@given(formats, st.floats(0, 100))
def test_shares_of_the_grades_make_the_whole(given_formats, ungraded):
    values = compute("packaging", {"formats": given_formats, "ungraded_mass": ungraded}).values
    names = [f"grade_{grade}_share" for grade in "abc"]
    total = sum(values[name] for name in (*names, "not_recyclable_share", "ungraded_share"))
    assert total == pytest.approx(1)
    assert values["market_share_2038"] <= values["market_share_2030"] + 1e-12


groups = st.lists(
    st.fixed_dictionaries(
        {
            "plastic_mass": masses,
            "plastic_share": st.sampled_from([0.04, 0.05, 0.5, 1.0]),
            "recycled_content": shares,
            "minimum_2030": shares,
            "minimum_2040": shares,
        }
    ),
    min_size=1,
    max_size=5,
)


@given(formats, groups, masses)
def test_whole_is_what_the_functions_give_of_its_single_formats(given_formats, given_groups, rest):
    values = compute(
        "packaging",
        {"formats": given_formats, "plastics": given_groups, "undeclared_plastic": rest},
    ).values
    mass, share = (
        np.array([each[n] for each in given_formats]) for n in ("mass", "recyclable_share")
    )
    grades = packaging.recyclability_grade(recyclable_share=share)
    for grade, name in zip(
        GRADES, ("grade_a", "grade_b", "grade_c", "not_recyclable"), strict=True
    ):
        assert values[f"{name}_share"] == pytest.approx(mass[grades == grade].sum() / mass.sum())
    covered = [group for group in given_groups if group["plastic_share"] >= 0.05]
    whole = sum(group["plastic_mass"] for group in covered) + rest
    for year in (2030, 2040):
        columns = {
            "recycled_content": [group["recycled_content"] for group in covered],
            "minimum": [group[f"minimum_{year}"] for group in covered],
        }
        plastic = np.array([group["plastic_mass"] for group in covered])
        met = packaging.minimum_met(**columns)
        missing = packaging.missing_recycled_plastic(plastic_mass=plastic, **columns)
        assert values[f"met_share_{year}"] == pytest.approx((plastic * met).sum() / whole)
        assert values[f"missing_{year}"] == pytest.approx(missing.sum())


def test_missing_plastic_is_that_of_every_group():
    group = {"plastic_share": 1, "minimum_2030": 0.35, "minimum_2040": 0.65}
    plastics = [
        {**group, "plastic_mass": 100, "recycled_content": 0.15},
        {**group, "plastic_mass": 300, "recycled_content": 0.45},
        {**group, "plastic_mass": 1000, "plastic_share": 0.04, "recycled_content": 0},
    ]
    values = compute("packaging", {"plastics": plastics, "undeclared_plastic": 100}).values
    assert values["covered_plastic"] == 500
    assert values["met_share_2030"] == pytest.approx(0.6)
    assert values["missing_2030"] == pytest.approx(20)
    assert values["missing_2040"] == pytest.approx(50 + 60)


def test_no_packaging_has_no_shares():
    undefined = compute("packaging", {"formats": [{"mass": 0, "recyclable_share": 1}]}).undefined
    assert "zero" in str(undefined["grade_a_share"])


def test_minimum_above_the_whole_is_refused():
    with pytest.raises(OutOfRange, match=r"^minimum is 2"):
        packaging.minimum_met(recycled_content=0.5, minimum=2)
