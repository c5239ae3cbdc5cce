"""Distributions: moments, bounds and quantiles agree; what is no distribution is refused."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, special

from kragozor.instruments.errors import InstrumentError, OutOfRange
from kragozor.instruments.uncertainty.distributions import DISTRIBUTIONS, Distribution

EXAMPLES = [
    Distribution("uniform", {"low": 2, "high": 5}),
    Distribution("triangular", {"low": 1, "mode": 2, "high": 6}),
    Distribution("triangular", {"low": 1, "mode": 1, "high": 6}),
    Distribution("triangular", {"low": 1, "mode": 6, "high": 6}),
    Distribution("normal", {"mean": -3, "sd": 2}),
    Distribution("lognormal", {"mean": 10, "sd": 3}),
    Distribution("beta", {"alpha": 2, "beta": 5}),
    Distribution("beta", {"alpha": 0.5, "beta": 0.7, "low": 10, "high": 12}),
]
each = pytest.mark.parametrize("distribution", EXAMPLES, ids=lambda d: d.family)

locations = st.floats(-1e6, 1e6)
positive = st.floats(1e-3, 1e6)
triples = st.tuples(locations, locations, locations).map(sorted)
distributions = st.one_of(
    triples.map(lambda n: Distribution("uniform", {"low": n[0], "high": n[2]})),
    triples.map(lambda n: Distribution("triangular", {"low": n[0], "mode": n[1], "high": n[2]})),
    st.builds(lambda m, s: Distribution("normal", {"mean": m, "sd": s}), locations, positive),
    st.builds(
        lambda m, cv: Distribution("lognormal", {"mean": m, "cv": cv}), positive, st.floats(0, 3)
    ),
    st.builds(
        lambda a, b, n: Distribution("beta", {"alpha": a, "beta": b, "low": n[0], "high": n[2]}),
        st.floats(0.2, 200),
        st.floats(0.2, 200),
        triples,
    ),
)


@each
def test_moments_are_the_integrals_of_the_quantile(distribution):
    def moment(power):
        return integrate.quad(
            lambda p: (distribution.quantile(p) - distribution.mean) ** power, 0, 1, limit=400
        )[0]

    scale = distribution.sd
    assert moment(1) == pytest.approx(0, abs=1e-6 * scale)
    assert math.sqrt(moment(2)) == pytest.approx(scale, rel=1e-5)


@given(distributions)
def test_quantiles_rise_within_the_support(distribution):
    quantiles = distribution.quantile([1e-6, 0.05, 0.3, 0.5, 0.9, 1 - 1e-6])
    low, high = distribution.support
    slack = 1e-9 * max(1, *np.abs(quantiles))
    assert np.all(np.diff(quantiles) >= -slack)
    assert low - slack <= quantiles[0]
    assert quantiles[-1] <= high + slack


@given(distributions, st.floats(0.01, 0.99))
def test_interval_holds_its_level(distribution, level):
    low, high = distribution.interval(level)
    assert (low, high) == tuple(distribution.quantile([(1 - level) / 2, (1 + level) / 2]))


@given(distributions)
def test_distribution_is_made_again_from_what_it_keeps(distribution):
    assert Distribution(distribution.family, distribution.parameters) == distribution
    assert tuple(distribution.parameters) == next(iter(DISTRIBUTIONS[distribution.family]))


def test_normal_interval_is_the_one_of_the_tables():
    low, high = Distribution("normal", {"mean": 0, "sd": 1}).interval()
    assert (low, high) == pytest.approx((-1.6448536, 1.6448536), abs=1e-7)


def test_quantiles_have_their_closed_forms():
    triangle = Distribution("triangular", {"low": 0, "mode": 1, "high": 4})
    assert triangle.quantile([0, 0.25, 1]) == pytest.approx([0, 1, 4])
    assert triangle.quantile(0.0625) == pytest.approx(0.5)
    # A beta distribution with beta = 1 has the distribution function x^alpha.
    assert Distribution("beta", {"alpha": 3, "beta": 1}).quantile(0.125) == pytest.approx(0.5)
    lognormal = Distribution("lognormal", {"mean": 1, "sd": math.sqrt(math.e - 1)})
    assert lognormal.quantile(0.5) == pytest.approx(math.exp(-0.5))
    assert lognormal.quantile(special.ndtr(1.0)) == pytest.approx(math.exp(0.5))


def test_each_form_gives_the_same_distribution():
    by_sd = Distribution("lognormal", {"mean": 10, "sd": 2})
    gsd = math.exp(math.sqrt(math.log1p(0.04)))
    by_median = Distribution("lognormal", {"median": 10 / math.sqrt(1.04), "gsd": gsd})
    assert Distribution("lognormal", {"mean": 10, "cv": 0.2}) == by_sd
    assert by_median.parameters == pytest.approx(by_sd.parameters)
    normal = Distribution("normal", {"mean": -10, "cv": 0.2})
    assert normal == Distribution("normal", {"mean": -10, "sd": 2})
    beta = Distribution("beta", {"mean": 12, "sd": 1, "low": 10, "high": 15})
    assert (beta.mean, beta.sd, *beta.support) == pytest.approx((12, 1, 10, 15))
    assert Distribution("beta", {"mean": 0.3, "sd": 0.1}).mean == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("family", "parameters"),
    [
        ("uniform", {"low": 3, "high": 3}),
        ("triangular", {"low": 3, "mode": 3, "high": 3}),
        ("normal", {"mean": 3, "sd": 0}),
        ("lognormal", {"mean": 3, "sd": 0}),
        ("beta", {"alpha": 2, "beta": 2, "low": 3, "high": 3}),
    ],
)
def test_distribution_may_have_no_spread(family, parameters):
    distribution = Distribution(family, parameters)
    assert distribution.sd == 0
    assert distribution.interval() == pytest.approx((3, 3))


@pytest.mark.parametrize(("alpha", "beta"), [(1, 1), (1, 40), (2, 5), (300, 2), (5e4, 5e4)])
def test_many_beta_quantiles_are_as_good_as_few(alpha, beta):
    distribution = Distribution("beta", {"alpha": alpha, "beta": beta})
    probabilities = np.concatenate([np.linspace(1e-12, 1 - 1e-12, 30_001), [2.0**-53]])
    exact = special.betaincinv(alpha, beta, probabilities)
    found = distribution.quantile(probabilities)
    assert np.abs(found - exact).max() < 5e-5 * distribution.sd


@pytest.mark.parametrize(
    ("family", "parameters", "message"),
    [
        (
            "cauchy",
            {"x": 1},
            "There is no distribution “cauchy”. Known ones: uniform, triangular, normal, "
            "lognormal, beta.",
        ),
        (
            "normal",
            {"mean": 1},
            "The normal distribution is given by mean; it is described by: mean + sd, mean + cv.",
        ),
        (
            "uniform",
            {},
            "The uniform distribution is given by —; it is described by: low + high.",
        ),
        ("uniform", {"low": 3, "high": 1}, "high is 1; it must be at least 3."),
        ("triangular", {"low": 1, "mode": 4, "high": 3}, "mode is 4; it must be from 1 to 3."),
        ("triangular", {"low": 4, "mode": 4, "high": 3}, "high is 3; it must be at least 4."),
        ("normal", {"mean": 1, "sd": -1}, "sd is −1; it must be at least 0."),
        ("normal", {"mean": 0, "cv": 1}, "mean is 0; it must be other than 0."),
        ("normal", {"mean": 1, "cv": -1}, "cv is −1; it must be at least 0."),
        ("lognormal", {"mean": 0, "sd": 1}, "mean is 0; it must be above 0."),
        ("lognormal", {"mean": -1, "cv": 1}, "mean is −1; it must be above 0."),
        ("lognormal", {"mean": 1, "cv": -1}, "cv is −1; it must be at least 0."),
        ("lognormal", {"mean": 1, "sd": -1}, "sd is −1; it must be at least 0."),
        ("lognormal", {"mean": 1e-300, "sd": 1e99}, "sd is 1E99; it must be at most 2.2995E−290."),
        ("lognormal", {"median": 0, "gsd": 2}, "median is 0; it must be above 0."),
        ("lognormal", {"median": 1, "gsd": 0.9}, "gsd is 0.9; it must be from 1 to 1,000."),
        ("beta", {"alpha": 0, "beta": 1}, "alpha is 0; it must be above 0."),
        ("beta", {"alpha": 1, "beta": -1}, "beta is −1; it must be above 0."),
        (
            "beta",
            {"mean": 0.5, "sd": 1e-200},
            "sd is 1E−200; it must be at least 5E−16.",
        ),
        (
            "beta",
            {"alpha": 1, "beta": 1, "low": 2, "high": 1},
            "high is 1; it must be at least 2.",
        ),
        (
            "beta",
            {"mean": 1, "sd": 0.1},
            "mean is 1; it must be between 0 and 1, neither of them.",
        ),
        (
            "beta",
            {"mean": 0.5, "sd": 0.5},
            "sd is 0.5; it must be between 0 and 0.5, neither of them.",
        ),
        ("normal", {"mean": "1", "sd": 1}, 'mean is "1"; it must be a number.'),
        ("normal", {"mean": None, "sd": 1}, "mean is null; it must be a number."),
        ("normal", {"mean": True, "sd": 1}, "mean is true; it must be a number."),
        ("normal", {"mean": math.nan, "sd": 1}, "mean is nan; it must be a finite number."),
        ("normal", {"mean": 1, "sd": math.inf}, "sd is inf; it must be a finite number."),
        ("normal", {"mean": 10**400, "sd": 1}, "mean is inf; it must be a finite number."),
    ],
)
def test_what_is_no_distribution_is_refused(family, parameters, message):
    with pytest.raises(InstrumentError) as refused:
        Distribution(family, parameters)
    assert str(refused.value) == message


@pytest.mark.parametrize("p", [-0.1, 1.1])
def test_what_is_no_probability_is_refused(p):
    with pytest.raises(OutOfRange, match=r"p is .* it must be a share from 0 to 1"):
        EXAMPLES[0].quantile(p)
