"""What draws say: moments and percentiles, what is undefined, and how many digits hold."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.instruments.errors import OutOfRange
from kragozor.instruments.uncertainty.summary import (
    Summary,
    summarise,
    supported_decimals,
    supported_digits,
)


def test_summary_has_its_closed_form():
    found = summarise(np.arange(1001.0))
    assert found.mean == 500
    assert found.sd == pytest.approx(math.sqrt(1001 * 1002 / 12))
    assert (found.p05, found.p50, found.p95) == (50, 500, 950)
    assert found.error == pytest.approx(found.sd / math.sqrt(1001))
    assert found.undefined_share == 0


@given(st.lists(st.floats(-1e6, 1e6), min_size=2), st.integers(0, 20))
def test_undefined_draws_are_counted_and_change_nothing_else(values, undefined):
    whole, part = summarise(values), summarise([*values, *[math.nan] * undefined])
    assert part.undefined_share == undefined / (len(values) + undefined)
    assert (part.mean, part.sd, part.p05, part.p95) == (whole.mean, whole.sd, whole.p05, whole.p95)


@given(st.lists(st.floats(-1e6, 1e6), min_size=2), st.floats(0.1, 100), st.floats(-1e3, 1e3))
def test_summary_follows_a_change_of_unit(values, factor, shift):
    plain, changed = summarise(values), summarise(np.array(values) * factor + shift)
    assert changed.sd == pytest.approx(plain.sd * factor, rel=1e-6, abs=1e-6)
    assert changed.p05 == pytest.approx(plain.p05 * factor + shift, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("draws", [[], [math.nan], [math.nan] * 3])
def test_draws_that_are_all_undefined_have_no_summary(draws):
    assert summarise(draws) == Summary(None, None, None, None, None, 1.0, None)


def test_one_draw_has_no_spread():
    assert summarise(3.0) == Summary(3.0, None, 3.0, 3.0, 3.0, 0.0, None)


@pytest.mark.parametrize("size", [1e300, 1.0, 1e-300])
def test_size_of_the_draws_does_not_matter(size):
    found = summarise(np.array([1.0, 2.0, 3.0]) * size)
    assert (found.mean, found.sd, found.p50) == pytest.approx((2 * size, size, 2 * size))


def test_infinite_draw_is_refused():
    with pytest.raises(OutOfRange, match=r"draws\[1\] is inf; it must be a finite number"):
        summarise([1.0, math.inf])


@given(st.floats(-1e6, 1e6), st.floats(1e-9, 1e6))
def test_last_digit_is_within_a_twentieth_and_a_half_of_the_half_width(low, width):
    high = low + width
    half = (high - low) / 2
    unit = 10.0 ** -supported_decimals(low, high)
    assert half / 20 * (1 - 1e-9) <= unit <= half / 2 * (1 + 1e-9)


@pytest.mark.parametrize(
    ("value", "interval", "decimals", "digits"),
    [
        (0.46, (0.40, 0.52), 2, 2),
        (0.4600, (0.4598, 0.4602), 4, 4),
        (13_483.2, (11_300, 15_900), -3, 2),
        (3.0, (-400, 400), -2, 1),
        (0.0, (-1, 1), 1, None),
        (5.0, (5, 5), None, None),
    ],
)
def test_digits_follow_the_interval(value, interval, decimals, digits):
    assert supported_decimals(*interval) == decimals
    assert supported_digits(value, *interval) == digits


@pytest.mark.parametrize("interval", [(2.0, 2.0), (math.inf, math.inf), (-math.inf, math.inf)])
def test_an_interval_of_no_width_or_no_bounds_limits_nothing(interval):
    assert supported_decimals(*interval) is None
