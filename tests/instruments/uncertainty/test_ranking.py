"""How often one result is better than another, draw by draw."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from scipy.special import ndtr

from kragozor.instruments.errors import OutOfRange, ShapeMismatch
from kragozor.instruments.uncertainty.distributions import Distribution
from kragozor.instruments.uncertainty.ranking import (
    Comparison,
    better_share,
    better_shares,
    rank_shares,
)
from kragozor.instruments.uncertainty.sampling import unit_draws

several = arrays.arrays(
    float,
    arrays.array_shapes(min_dims=2, max_dims=2, max_side=6),
    elements=st.integers(-3, 3).map(float) | st.just(math.nan),
)


def test_share_of_better_draws_has_its_closed_form():
    # The difference of independent normals is normal with the squares of their spreads added.
    units = unit_draws(2**16, 2, seed=1, method="sobol")
    a = Distribution("normal", {"mean": 0.40, "sd": 0.03}).quantile(units[0])
    b = Distribution("normal", {"mean": 0.46, "sd": 0.04}).quantile(units[1])
    assert better_share(a, b).better == pytest.approx(ndtr(0.06 / 0.05), abs=0.002)


def test_what_both_have_in_common_does_not_blur_the_difference():
    common = unit_draws(1000, 1, seed=2)[0]
    found = better_share(common, common + 0.001)
    assert (found.better, found.worse) == (1, 0)


@given(several.filter(lambda drawn: len(drawn) > 1))
def test_better_worse_and_tied_make_the_whole(drawn):
    a, b = drawn[:2]
    found = better_share(a, b)
    assert found.undefined_share == pytest.approx(np.mean(np.isnan(a) | np.isnan(b)))
    if found.better is not None:
        assert found.better + found.worse + found.tied == pytest.approx(1)
        swapped = better_share(a, b, higher_is_better=False)
        assert (swapped.better, swapped.worse) == (found.worse, found.better)


def test_rounding_is_no_difference():
    assert better_share([0.1 + 0.2], [0.3]) == Comparison(0, 0, 1, 0)


@pytest.mark.parametrize(("a", "b"), [([], []), ([math.nan], [1.0])])
def test_nothing_defined_is_no_comparison(a, b):
    assert better_share(a, b) == Comparison(None, None, None, 1.0)


@given(several)
def test_ranks_of_each_result_make_the_whole(drawn):
    ranks, shares = rank_shares(drawn), better_shares(drawn)
    assert ranks.shape == shares.shape == (len(drawn), len(drawn))
    if np.isnan(drawn).any(axis=0).all():
        assert np.isnan(ranks).all()
        assert np.isnan(shares).all()
    else:
        np.testing.assert_allclose(ranks.sum(axis=1), 1)
        # Someone is the best in every draw, and nobody is better than himself.
        assert ranks[:, 0].sum() >= 1 - 1e-9
        assert np.all(np.diag(shares) == 0)
        mean_rank = ranks @ np.arange(len(drawn))
        np.testing.assert_allclose(mean_rank, shares.sum(axis=0))


def test_ranks_turn_where_less_is_better():
    results = [[1.0, 2.0], [3.0, 4.0], [5.0, 0.0]]
    np.testing.assert_array_equal(rank_shares(results)[0], [0, 0.5, 0.5])
    np.testing.assert_array_equal(rank_shares(results, higher_is_better=False)[0], [0.5, 0.5, 0])


def test_draws_that_do_not_belong_together_are_refused():
    with pytest.raises(ShapeMismatch, match=r"a \(2,\), b \(3,\)"):
        better_share([1, 2], [1, 2, 3])


def test_infinite_result_is_refused():
    with pytest.raises(OutOfRange, match=r"results\[0, 1\] is inf"):
        rank_shares([[1, math.inf]])
