"""A number without a distribution gets one from its grade."""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kragozor.files.fields import sections
from kragozor.instruments.inventory import SHARES, SIGNED, Grade, Quantity
from kragozor.instruments.reference import table
from kragozor.instruments.uncertainty.distributions import Distribution
from kragozor.instruments.uncertainty.pedigree import (
    CHOSEN,
    FACTORS,
    coefficient_of_variation,
    distribution_of,
)

grades = st.sampled_from(Grade)


def test_table_has_every_grade_with_its_source():
    rows = table("pedigree")
    assert [row["grade"] for row in rows] == list(Grade)
    assert all("convention of this project" in row["source"] for row in rows)
    assert all(float(row[factor]) >= 1 for row in rows for factor in FACTORS)


# Squared geometric standard deviations worked out by hand from ln 1.05 = 0.048790,
# ln 1.10 = 0.095310, ln 1.20 = 0.182322 and ln 1.50 = 0.405465.
@pytest.mark.parametrize(
    ("grade", "factor"),
    [("measured", 1.05), ("calculated", 1.11302), ("estimated", 1.20773), ("proxy", 1.56399)],
)
def test_factors_of_a_grade_add_up_as_squared_logarithms(grade, factor):
    sigma = math.log(factor) / 2
    expected = math.sqrt(math.exp(sigma**2) - 1)
    assert coefficient_of_variation(Grade(grade)) == pytest.approx(expected, rel=1e-4)


def test_less_knowledge_is_more_spread():
    spreads = [coefficient_of_variation(grade) for grade in Grade]
    assert spreads == sorted(set(spreads))


@given(st.floats(1e-9, 1e12), grades)
def test_amount_is_lognormal_about_the_declared_number(value, grade):
    found = distribution_of(Quantity(value, grade), "mass")
    assert found.family == "lognormal"
    assert found.mean == pytest.approx(value)
    assert found.sd == pytest.approx(value * coefficient_of_variation(grade))


@given(st.floats(1e-11, 1 - 1e-11), grades)
@example(0.999999, Grade.MEASURED)
def test_share_stays_a_share_with_the_declared_number_as_its_mean(value, grade):
    found = distribution_of(Quantity(value, grade), "dry_matter")
    assert (found.family, found.support) == ("beta", (0, 1))
    assert found.mean == pytest.approx(value)
    assert found.sd <= value * coefficient_of_variation(grade) * (1 + 1e-6)
    assert min(found.parameters["alpha"], found.parameters["beta"]) >= 1 - 1e-6
    low, high = found.interval()
    assert 0 <= low < value < high <= 1


@given(st.floats(-1e9, 1e9).filter(bool), grades)
def test_stock_change_is_normal(value, grade):
    found = distribution_of(Quantity(value, grade), "stock_change")
    assert (found.family, found.mean) == ("normal", value)
    assert found.sd == pytest.approx(abs(value) * coefficient_of_variation(grade))


def test_negative_number_is_normal():
    assert distribution_of(Quantity(-3.0), "disposal_burden").family == "normal"


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (0, "mass"),
        (0, "stock_change"),
        (0, "dry_matter"),
        (5e-324, "dry_matter"),
        (1 - 1e-16, "dry_matter"),
        (1, "dry_matter"),
        (0.5, min(CHOSEN)),
    ],
)
def test_exact_numbers_have_no_distribution(value, name):
    assert distribution_of(Quantity(value, Grade.PROXY), name) is None


def test_amount_of_one_is_not_exact():
    assert distribution_of(Quantity(1), "mass") is not None


def test_declared_distribution_goes_first():
    declared = Distribution("uniform", {"low": 0, "high": 1})
    assert distribution_of(Quantity(0, distribution=declared), "mass") is declared


def test_shares_and_signed_numbers_are_those_of_the_table_of_fields():
    fields = [field for section in sections() for field in section.fields if field.is_quantity]
    assert {field.name for field in fields if field.form == "share"} == SHARES
    assert {field.name for field in fields if field.signed} == SIGNED
    # One name has one meaning, so that the name alone tells how a number is distributed.
    assert not SHARES & {field.name for field in fields if field.form != "share"}
    assert CHOSEN <= SHARES
