"""Quantiles by NumPy alone are those of SciPy's special functions."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special

from kragozor.instruments.uncertainty.quantiles import beta_quantile, normal_quantile

FEW = np.concatenate([[2.0**-53, 1e-12], np.linspace(1e-6, 1 - 1e-6, 2001), [1 - 2.0**-53]])
MANY = np.concatenate([FEW, np.linspace(0.3, 0.7, 3001)])


def test_normal_quantiles_are_right_to_the_last_digits():
    assert normal_quantile(FEW) == pytest.approx(special.ndtri(FEW), rel=1e-14, abs=1e-15)


def test_normal_quantiles_of_the_tables():
    found = normal_quantile(np.array([0.025, 0.05, 0.5, 0.975]))
    assert found == pytest.approx([-1.959963984540054, -1.6448536269514722, 0, 1.959963984540054])


def test_normal_quantiles_far_out():
    p = np.array([1e-300, 1e-100, 1e-20])
    assert normal_quantile(p) == pytest.approx(special.ndtri(p), rel=1e-14)


@pytest.mark.parametrize("quantile", [normal_quantile, lambda p: beta_quantile(2, 3, p)])
def test_ends_and_shapes_are_kept(quantile):
    ends = quantile(np.array([[0.0, 1.0]]))
    assert ends.shape == (1, 2)
    assert ends[0, 0] < quantile(np.array([1e-9]))[0] < ends[0, 1]
    assert np.ndim(quantile(np.float64(0.3))) == 0


def test_ends_of_a_beta_distribution_are_its_bounds():
    assert beta_quantile(2, 3, np.array([0.0, 1.0])).tolist() == [0, 1]


@pytest.mark.parametrize("p", [FEW, MANY], ids=["few", "many"])
@pytest.mark.parametrize(
    ("alpha", "beta"),
    [(1, 1), (1, 40), (2, 5), (300, 2), (5e4, 5e4), (1, 1e9), (1736, 1.7e12), (1000, 1)],
)
def test_beta_quantiles_are_right_to_a_hundred_thousandth(alpha, beta, p):
    exact = special.betaincinv(alpha, beta, p)
    sd = np.sqrt(alpha * beta / (alpha + beta + 1)) / (alpha + beta)
    assert np.abs(beta_quantile(alpha, beta, p) - exact).max() < 1e-5 * sd


@pytest.mark.parametrize(("alpha", "beta"), [(1e300, 1), (1e24, 1e6), (1, 1e300)])
def test_beta_quantiles_near_a_bound_are_numbers_however_near(alpha, beta):
    found = beta_quantile(alpha, beta, np.linspace(0.001, 0.999, 99))
    assert found == pytest.approx(alpha / (alpha + beta), abs=1e-15)


def test_a_very_narrow_beta_distribution_is_normal():
    p, alpha = np.linspace(0.001, 0.999, 99), 1e12
    sd = np.sqrt(1 / (4 * (2 * alpha + 1)))
    assert beta_quantile(alpha, alpha, p) == pytest.approx(
        0.5 + sd * special.ndtri(p), abs=1e-6 * sd
    )


@given(st.floats(1, 1e6), st.floats(1, 1e6), st.lists(st.floats(0, 1), min_size=2))
def test_beta_quantiles_rise_between_0_and_1(alpha, beta, p):
    found = beta_quantile(alpha, beta, np.sort(p))
    assert np.all(np.diff(found) >= 0)
    assert np.all((found >= 0) & (found <= 1))


@given(st.floats(1, 1e4), st.floats(1, 1e4), st.floats(0.01, 0.99))
def test_beta_quantiles_mirror(alpha, beta, p):
    here, there = (
        beta_quantile(alpha, beta, np.array([p])),
        beta_quantile(beta, alpha, np.array([1 - p])),
    )
    assert here == pytest.approx(1 - there, rel=1e-5, abs=1e-9)
