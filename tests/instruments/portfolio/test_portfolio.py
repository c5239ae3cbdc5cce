"""A portfolio gives each product exactly what it gets alone."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kragozor.instruments.compute import compute
from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.indicators.catalogue import indicator, indicator_ids
from kragozor.instruments.portfolio import measure_columns, plan_of, refusal

FLAT = [
    name
    for name in indicator_ids()
    if any(entry.is_number for entry in indicator(name).inputs.values())
]
# What is in its domain, what is at its edge, what is outside of it, and what is not there.
NUMBERS = (
    st.floats(0, 1)
    | st.sampled_from([0.0, 1.0, 0.5, -0.25, 1.5, math.nan, math.inf])
    | st.floats(0, 1e4)
)


def columns_of(rows):
    return {name: np.array([row[name] for row in rows]) for name in rows[0]}


@st.composite
def portfolios(draw):
    """Some inputs of one indicator, as columns of up to four products."""
    name = draw(st.sampled_from(FLAT))
    entries = indicator(name).inputs.values()
    numbers = [entry.name for entry in entries if entry.is_number and not entry.only_of_parts]
    chosen = draw(st.lists(st.sampled_from(numbers), min_size=1, unique=True))
    rows = st.fixed_dictionaries({f"{name}.{one}": NUMBERS for one in chosen})
    return name, draw(st.lists(rows, min_size=1, max_size=4))


@settings(max_examples=300, deadline=None)
@given(portfolios())
def test_every_row_is_what_it_is_alone(portfolio):
    name, rows = portfolio
    try:
        plan = plan_of(list(rows[0]), [name])
    except InstrumentError:
        return
    measured = measure_columns(plan, columns_of(rows))
    for number, row in enumerate(rows):
        alone = {k.partition(".")[2]: v for k, v in row.items() if not math.isnan(v)}
        computed, problems = computed_alone(name, alone)
        assert {str(message) for message in refusal(plan, row)} == problems
        assert measured.refused[number] == bool(problems)
        for column in plan.columns if not problems else ():
            _assert_same(measured.values[column.name][number], computed.get(column.value))


def computed_alone(name, inputs):
    """The values of one product, and what is wrong with it."""
    try:
        return compute(name, inputs).values, set()
    except InstrumentError as error:
        return {}, {str(message) for message in error.messages}


def _assert_same(found, alone):
    if alone is None:
        assert found is None or math.isnan(found)
    elif isinstance(alone, str):
        assert found == alone
    else:
        assert math.isclose(found, alone, rel_tol=1e-9, abs_tol=1e-12)


def test_more_products_than_a_block_stand_in_order():
    shares = np.linspace(0, 1, 70_000)
    columns = {"mass": np.ones(70_000), "recycled_feedstock": shares, "utility": np.ones(70_000)}
    measured = measure_columns(plan_of(list(columns)), columns)
    np.testing.assert_allclose(measured.values["mci.mci"], 0.1 + 0.45 * shares)
    assert not measured.refused.any()


def test_a_column_is_an_input_of_every_indicator_that_asks_for_it():
    plan = plan_of(["product_lifetime", "industry_lifetime", "reference_lifetime"])
    assert {"iso59020.relative_lifetime", "cti.actual_lifetime"} <= {c.name for c in plan.columns}


def test_an_id_before_a_name_gives_it_to_that_indicator_alone():
    names = ["product_lifetime", "iso59020.product_lifetime", "industry_lifetime"]
    plan = plan_of([*names, "reference_lifetime"])
    assert plan.inputs["iso59020"]["iso59020.product_lifetime"] == "product_lifetime"
    assert "product_lifetime" in plan.inputs["cti"]
    assert "product_lifetime" not in plan.inputs["iso59020"]


def test_what_can_never_be_had_is_told_with_what_is_missing():
    plan = plan_of(["total_inflow", "recycled_inflow"], ["iso59020"])
    assert str(plan.lacking["iso59020.reused_inflow_share"]) == "Missing: Reused inflow."
    assert [c.name for c in plan.columns] == ["iso59020.recycled_inflow_share"]


def test_other_columns_are_carried_and_a_slip_is_pointed_out():
    plan = plan_of(["артикул", "mass", "utility", "recyled_feedstock"])
    assert plan.carried == ("артикул", "recyled_feedstock")
    assert plan.doubtful == {"recyled_feedstock": "recycled_feedstock"}


def test_classes_are_words():
    measured = measure_columns(
        plan_of(["recyclable_share"], ["packaging-grade"]),
        {"recyclable_share": np.array([0.95, 0.7999, 0.2, np.nan])},
    )
    assert measured.values["packaging-grade.grade"].tolist() == ["A", "C", "not recyclable", None]


@pytest.mark.parametrize(
    ("names", "indicators", "words"),
    [
        (["name", "color"], (), "Nothing can be computed from the columns name, color"),
        (["mass"], ("mcl",), "There is no indicator “mcl”"),
        (["mass", "mci.mass", "mci.utility", "utility"], (), None),
        (["water_withdrawn", "water_withdrawal"], ("iso59020",), "water_withdrawal"),
    ],
)
def test_columns_that_make_no_sense_are_refused(names, indicators, words):
    if words is None:
        assert plan_of(names, indicators).inputs["mci"].keys() == {"mci.mass", "mci.utility"}
        return
    with pytest.raises(InstrumentError, match=words):
        plan_of(names, indicators)
