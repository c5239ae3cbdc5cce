"""A number and draws of it go through the same functions, and every draw is as if alone."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.instruments.arithmetic import choose, extreme, finite, is_any, quotient, total

DRAWS = 3
numbers = st.floats(-1e6, 1e6)
drawn = st.lists(numbers, min_size=DRAWS, max_size=DRAWS).map(np.array)
amounts = st.lists(numbers | drawn, min_size=1, max_size=5)


def in_draw(amount, draw):
    return float(np.broadcast_to(amount, DRAWS)[draw])


@given(amounts)
def test_total_of_each_draw_is_the_sum_of_its_numbers(terms):
    for draw in range(DRAWS):
        alone = [in_draw(term, draw) for term in terms]
        assert in_draw(total(terms), draw) == pytest.approx(math.fsum(alone), abs=1e-6)


@given(amounts, st.sampled_from(["max", "min"]))
def test_extreme_of_each_draw_is_that_of_its_numbers(terms, name):
    expected = {"max": max, "min": min}[name]
    for draw in range(DRAWS):
        alone = [in_draw(term, draw) for term in terms]
        assert in_draw(extreme(name, terms), draw) == expected(alone)


def test_total_of_numbers_is_exact():
    assert total([1e16, 1.0, -1e16]) == 1.0
    assert total([np.float64(0.5), 1]) == 1.5
    assert total([]) == 0


def test_total_leaves_its_terms_as_they_are():
    term = np.ones(DRAWS)
    total([term, term, 1.0])
    assert term.tolist() == [1, 1, 1]


def test_quotient_over_zero_is_undefined_in_that_draw():
    found = quotient(np.array([0.0, 1.0, 3.0]), np.array([0.0, 0.0, 2.0]))
    assert np.array_equal(found, [np.nan, np.nan, 1.5], equal_nan=True)


@pytest.mark.parametrize("above", [1.0, np.ones(DRAWS)])
def test_quotient_over_a_number_that_is_zero_is_refused(above):
    with pytest.raises(ZeroDivisionError):
        quotient(above, 0.0)


def test_finite_leaves_nothing_that_is_no_number():
    assert finite(2) == 2.0
    assert math.isnan(finite(math.inf))
    found = finite(np.array([np.inf, 1.0, -np.inf]))
    assert np.array_equal(found, [np.nan, 1.0, np.nan], equal_nan=True)


def test_choice_is_made_for_each_draw():
    assert choose(True, 1.0, 2.0) == 1.0
    assert choose(np.array([True, False]), 1.0, np.array([3.0, 4.0])).tolist() == [1, 4]


def test_a_condition_holds_in_any_draw():
    assert is_any(np.array([False, True]))
    assert not is_any(np.array([False, False]))
    assert is_any(True)
