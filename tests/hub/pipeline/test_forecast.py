"""The forecast against closed forms, exact fractions and a simulation."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.hub.pipeline import forecast as module
from kragozor.hub.pipeline.forecast import (
    Experience,
    Forecast,
    forecast,
    joining_distribution,
    quantile,
    sum_distribution,
)

experiences = st.integers(0, 40).flatmap(
    lambda n: st.builds(Experience, st.just(n), st.integers(0, n))
)


def rising(start: Fraction, steps: int) -> Fraction:
    """The product start · (start + 1) · …, by which a beta-binomial is written in fractions."""
    product = Fraction(1)
    for step in range(steps):
        product *= start + step
    return product


def exact(m: int, settled: int, joined: int) -> list[Fraction]:
    """The beta-binomial in exact fractions, its beta functions written as rising products."""
    a, b = Fraction(2 * joined + 1, 2), Fraction(2 * (settled - joined) + 1, 2)
    return [comb(m, x) * rising(a, x) * rising(b, m - x) / rising(a + b, m) for x in range(m + 1)]


@pytest.mark.parametrize("waiting", [0, 1, 2, 7, 60])
@pytest.mark.parametrize(("settled", "joined"), [(0, 0), (5, 0), (5, 5), (12, 4), (300, 20)])
def test_the_distribution_is_the_exact_one(waiting, settled, joined):
    expected = [float(p) for p in exact(waiting, settled, joined)]
    found = joining_distribution(waiting, Experience(settled, joined))
    np.testing.assert_allclose(found, expected, rtol=1e-9)


def test_without_experience_one_card_joins_or_not_with_equal_chance():
    np.testing.assert_allclose(joining_distribution(1, Experience(0, 0)), [0.5, 0.5])


def test_two_cards_of_no_experience_are_an_arcsine():
    # Beta(1/2, 1/2): both or neither are three times as likely as a half of the rest.
    np.testing.assert_allclose(joining_distribution(2, Experience(0, 0)), [3 / 8, 1 / 4, 3 / 8])


@given(st.integers(0, 80), experiences)
def test_probabilities_sum_to_one_and_give_the_mean_of_the_posterior(waiting, experience):
    found = joining_distribution(waiting, experience)
    assert found.sum() == pytest.approx(1)
    share = (experience.joined + 0.5) / (experience.settled + 1)
    assert np.arange(waiting + 1) @ found == pytest.approx(waiting * share)


@given(st.integers(0, 20), experiences, st.integers(0, 20), experiences)
def test_a_sum_has_the_mean_of_its_parts(first, one, second, other):
    parts = [joining_distribution(first, one), joining_distribution(second, other)]
    whole = sum_distribution(parts)
    means = [np.arange(len(part)) @ part for part in (*parts, whole)]
    assert means[2] == pytest.approx(means[0] + means[1])


@given(st.integers(1, 30), st.integers(5, 40))
def test_more_that_joined_never_lower_the_forecast(waiting, settled):
    told = [
        forecast(3, {"invited": waiting}, {"invited": Experience(settled, joined)})
        for joined in range(settled + 1)
    ]
    for quantity in ("low", "median", "high"):
        numbers = [getattr(one, quantity) for one in told]
        assert numbers == sorted(numbers)


@given(st.integers(0, 30), experiences.filter(lambda one: not one.is_thin))
def test_the_interval_is_in_order_and_possible(waiting, experience):
    told = forecast(7, {"invited": waiting}, {"invited": experience})
    assert 7 <= told.low <= told.median <= told.high <= 7 + waiting


def test_more_history_of_the_same_share_narrows_the_interval():
    def width(scale: int) -> int:
        known = {"invited": Experience(6 * scale, 3 * scale)}
        told = forecast(0, {"invited": 40}, known)
        return told.high - told.low

    assert width(1) > width(5) > width(50)


def test_nothing_waiting_is_what_there_is():
    assert forecast(9, {}, {}) == Forecast(9, 9, 9, ())
    assert forecast(9, {"invited": 0}, {}) == Forecast(9, 9, 9, ())


def test_too_little_history_says_nothing():
    assert forecast(9, {"invited": 3}, {"invited": Experience(4, 2)}) is None
    assert forecast(9, {"invited": 3}, {}) is None
    assert forecast(9, {"invited": 3}, {"invited": Experience(5, 2)}) is not None


def test_a_stage_without_history_widens_and_is_named():
    known = {"invited": Experience(40, 20)}
    told = forecast(0, {"invited": 6}, known)
    wider = forecast(0, {"invited": 6, "prospect": 10}, known)
    assert wider.thin == ("prospect",)
    assert wider.high - wider.low > told.high - told.low


def test_the_interval_covers_what_comes_true():
    chance = np.random.default_rng(20260124)
    covered = 0
    for _ in range(2000):
        share = chance.beta(0.5, 0.5)
        settled, waiting = 12, 9
        known = {"invited": Experience(settled, int(chance.binomial(settled, share)))}
        told = forecast(0, {"invited": waiting}, known)
        covered += told.low <= chance.binomial(waiting, share) <= told.high
    # The numbers are whole, so the interval holds at least what it promises.
    assert covered / 2000 >= module.COVERAGE - 0.02


def test_a_quantile_is_the_least_number_that_suffices():
    fair = np.array([0.25, 0.5, 0.25])
    assert [quantile(fair, share) for share in (0.1, 0.25, 0.5, 0.76, 1.0)] == [0, 0, 1, 2, 2]


@pytest.mark.parametrize(("settled", "joined"), [(3, 4), (3, -1)])
def test_impossible_experience_is_refused(settled, joined):
    with pytest.raises(ValueError, match="cannot have joined"):
        Experience(settled, joined)
