"""Inputs given as distributions: where they stand, what their draws may be, what is refused."""

import numpy as np
import pytest

from kragozor.instruments.errors import InstrumentError, OutOfRange
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.indicators.inputs import read_inputs
from kragozor.instruments.indicators.uncertain import (
    Uncertain,
    is_distribution,
    refuse_draws_outside,
)
from kragozor.instruments.uncertainty.distributions import Distribution

MASS = {"distribution": "triangular", "low": 1, "mode": 2, "high": 6}
SHARE = {"distribution": "uniform", "low": 0.2, "high": 0.4}
NORMAL = Distribution("normal", {"mean": 0.9, "sd": 0.2})


def test_mean_stands_in_the_place_of_a_distribution():
    given = read_inputs(indicator("mci"), {"mass": MASS, "recycled_feedstock": SHARE})
    assert given.numbers == pytest.approx({"M": 3.0, "F_R": 0.3})
    assert [(one.path, one.symbol, one.domain) for one in given.uncertain] == [
        ("mass", "M", ">= 0"),
        ("recycled_feedstock", "F_R", "0..1"),
    ]


def test_items_of_a_list_may_vary_one_by_one():
    rows = [{"mass": 1, "circular_share": 1}, {"mass": MASS, "circular_share": SHARE}]
    given = read_inputs(indicator("cti"), {"inflows": rows})
    assert [one.path for one in given.uncertain] == ["inflows[1].mass", "inflows[1].circular_share"]
    drawn = given.with_draws([np.array([5.0, 7.0]), np.array([0.5, 0.6])])
    first, second = drawn.lists["inflows"]
    assert first == given.lists["inflows"][0]
    assert [draws.tolist() for draws in second.values()] == [[5, 7], [0.5, 0.6]]
    assert given.lists["inflows"][1]["m_i"] == pytest.approx(3)


def test_an_alias_names_the_same_input():
    given = read_inputs(indicator("mci"), {"higher_heating_value": MASS})
    assert given.uncertain[0].path == "higher_heating_value_mj_kg"


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        ({"mass": {"distribution": "uniform", "low": 2, "high": 1}}, "mass: high is 1; it must"),
        ({"mass": {"distribution": "unifrom", "low": 1}}, "mass: There is no distribution"),
        ({"mass": {"distribution": "normal", "mean": 1}}, "mass: The normal distribution is"),
        ({"mass": {"distribution": ["normal"]}}, "it must be a number"),
        ({"mass": {"distribution": "uniform", "low": -3, "high": 1}}, "mass is −1; it must be at"),
        ({"mass": {"low": 1, "high": 2}}, "it must be a number"),
        ({"parts": MASS}, "it must be a list"),
        ({"parts": [MASS]}, "parts[0].distribution: no such name"),
        ({"parts": [{"mass": MASS | {"high": 0}}]}, "parts[0].mass: high is 0; it must be"),
    ],
)
def test_refusals_name_the_input(inputs, told):
    with pytest.raises(InstrumentError) as caught:
        read_inputs(indicator("mci"), inputs)
    assert told in str(caught.value)


def test_only_an_object_with_a_family_is_a_distribution():
    assert is_distribution(MASS)
    assert not is_distribution({"distribution": 1})
    assert not is_distribution("uniform")


def test_draws_within_their_domain_pass():
    varying = [Uncertain("share", "s", "0..1", NORMAL), Uncertain("money", "E", "real", NORMAL)]
    refuse_draws_outside(varying, [np.array([0.0, 1.0]), np.array([-5.0, 5.0])])


@pytest.mark.parametrize(
    ("domain", "extremes", "told"),
    [
        ("0..1", (0.5, 1.2), "gives 1.2; it must be a share from 0 to 1. Instead: beta"),
        ("0..1", (-0.1, 1.2), "gives −0.1; it must be a share from 0 to 1. Instead: beta"),
        (">= 0", (-0.1, 1.2), "gives −0.1; it must be at least 0. Instead: lognormal"),
        ("> 0", (0.0, 1.2), "gives 0; it must be above 0. Instead: lognormal"),
    ],
)
def test_draws_outside_their_domain_are_refused_with_what_to_use(domain, extremes, told):
    varying = Uncertain("mass", "M", domain, NORMAL)
    with pytest.raises(OutOfRange) as refused:
        refuse_draws_outside([varying], [np.array(extremes)])
    assert str(refused.value).startswith("mass: the normal distribution also ")
    assert told in str(refused.value)


def test_all_draws_outside_their_domains_are_refused_together():
    varying = [Uncertain(name, name, ">= 0", NORMAL) for name in ("mass", "revenue")]
    with pytest.raises(OutOfRange) as refused:
        refuse_draws_outside(varying, [np.array([-1.0]), np.array([-2.0])])
    assert [line.partition(":")[0] for line in refused.value.lines("en")] == ["mass", "revenue"]
