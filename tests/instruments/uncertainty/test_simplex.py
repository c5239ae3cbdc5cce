"""Shares that are drawn together stay on the simplex."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from kragozor.instruments.errors import NotBalanced, OutOfRange, ShapeMismatch
from kragozor.instruments.uncertainty.distributions import Distribution
from kragozor.instruments.uncertainty.sampling import unit_draws
from kragozor.instruments.uncertainty.simplex import closed, concentration, dirichlet_shares

drawn_shares = arrays.arrays(
    float, arrays.array_shapes(min_dims=2, max_dims=2, max_side=8), elements=st.floats(0, 1)
)
compositions = st.lists(st.floats(0.01, 10), min_size=2, max_size=6).map(
    lambda parts: np.array(parts) / sum(parts)
)


@given(drawn_shares)
def test_closed_shares_are_on_the_simplex_and_keep_their_proportions(shares):
    found = closed(shares)
    total = shares.sum(axis=0)
    assert np.all(found.shares >= 0)
    assert np.all(found.shares.sum(axis=0) <= 1 + 1e-9)
    np.testing.assert_allclose(found.shares * np.maximum(total, 1), shares, atol=1e-9)
    assert found.closed_share == np.mean(total > 1 + 1e-9)


@given(drawn_shares)
def test_closing_again_changes_nothing(shares):
    once = closed(shares).shares
    again = closed(once)
    np.testing.assert_array_equal(again.shares, once)
    assert again.closed_share == 0


def test_closing_has_its_closed_form():
    # Two shares uniform from 0 to 1 pass 1 in half of the draws; a closed pair is x / (x + y)
    # there. The mean of the first is 1/6 from the draws that fit and 1/4 from the others.
    found = closed(unit_draws(2**16, 2, seed=1, method="sobol"))
    assert found.closed_share == pytest.approx(0.5, abs=0.01)
    assert found.shares.mean(axis=1) == pytest.approx([1 / 6 + 1 / 4] * 2, abs=0.002)


def test_nothing_drawn_is_nothing_closed():
    assert closed(np.empty((2, 0))).closed_share == 0


def test_share_above_one_is_refused():
    with pytest.raises(OutOfRange, match=r"shares\[1, 0\] is 1.5; it must be a share"):
        closed([[0.5], [1.5]])


@given(compositions, st.floats(0.5, 500), st.integers(0, 1000))
def test_dirichlet_shares_are_on_the_simplex(whole, spread, seed):
    units = unit_draws(50, len(whole), seed=seed)
    found = dirichlet_shares(means=whole[:-1], concentration=spread, units=units)
    assert np.all(found >= 0)
    assert np.all(found.sum(axis=0) <= 1 + 1e-9)


def test_dirichlet_shares_have_the_moments_of_their_distribution():
    means, spread = np.array([0.5, 0.2, 0.1]), 30.0
    units = unit_draws(2**15, 4, seed=2, method="sobol")
    found = dirichlet_shares(means=means, concentration=spread, units=units)
    np.testing.assert_allclose(found.mean(axis=1), means, atol=1e-3)
    expected = np.sqrt(means * (1 - means) / (spread + 1))
    np.testing.assert_allclose(found.std(axis=1), expected, rtol=0.02)
    correlation = -math.sqrt(0.5 * 0.2 / (0.5 * 0.8))
    assert np.corrcoef(found)[0, 1] == pytest.approx(correlation, abs=0.02)
    beta = Distribution("beta", {"alpha": 15, "beta": 15})
    assert np.quantile(found[0], 0.05) == pytest.approx(beta.quantile(0.05), abs=3e-3)


def test_shares_without_a_rest_always_make_the_whole():
    units = unit_draws(100, 4, seed=3)
    found = dirichlet_shares(means=[0.5, 0.5, 0.0], concentration=10, units=units)
    np.testing.assert_allclose(found.sum(axis=0), 1)
    assert np.all(found[2] == 0)


@given(compositions, st.floats(1, 500))
def test_concentration_is_found_again_from_the_spread(whole, spread):
    sds = np.sqrt(whole * (1 - whole) / (spread + 1))
    assert concentration(means=whole, sds=sds) == pytest.approx(spread, rel=1e-6)


@pytest.mark.parametrize(
    ("changed", "error", "message"),
    [
        ({"means": [0.7, 0.6]}, NotBalanced, "means is 1.3; it must be at most 1"),
        ({"means": [0.7, -0.1]}, OutOfRange, r"means\[1\] is −0.1; it must be a share"),
        ({"means": [0.7]}, ShapeMismatch, r"means \(1,\), units \(3, 5\)"),
        ({"concentration": 0}, OutOfRange, "concentration is 0; it must be at least 0.1"),
        ({"concentration": math.nan}, OutOfRange, "concentration is nan; it must be at least"),
    ],
)
def test_what_is_no_composition_is_refused(changed, error, message):
    given_ = {"means": [0.5, 0.3], "concentration": 10, "units": unit_draws(5, 3, seed=1)}
    with pytest.raises(error, match=message):
        dirichlet_shares(**given_ | changed)


def test_spread_of_nothing_is_refused():
    with pytest.raises(OutOfRange, match=r"sds\[0\] is 0; it must be above 0"):
        concentration(means=[0.5], sds=[0])
