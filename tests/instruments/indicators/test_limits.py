"""Draws made one by one may pass a limit together: then they shrink to the whole."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.indicators.given import Given
from kragozor.instruments.indicators.limits import kept_within

MCI, ISO = indicator("mci"), indicator("iso59020")
shares = arrays(np.float64, 4, elements=st.floats(0, 1))


def kept(entry, numbers, **lists):
    solver, closed = kept_within(entry, Given(numbers, lists))
    return solver.given, closed


def test_drawn_parts_shrink_alike_to_their_whole():
    f_r, f_u = np.array([0.3, 0.6]), np.array([0.2, 0.6])
    given, closed = kept(MCI, {"M": 1.0, "F_R": f_r, "F_U": f_u})
    assert closed.tolist() == [False, True]
    assert given.numbers["F_R"] == pytest.approx([0.3, 0.5])
    assert given.numbers["F_U"] == pytest.approx([0.2, 0.5])
    assert f_r.tolist() == [0.3, 0.6]


def test_exact_parts_stay_and_the_drawn_ones_fill_what_is_left():
    given, _ = kept(MCI, {"M": 1.0, "F_R": 0.75, "F_U": np.array([0.1, 0.5])})
    assert given.numbers["F_R"] == 0.75
    assert given.numbers["F_U"] == pytest.approx([0.1, 0.25])


def test_a_draw_whose_exact_parts_pass_its_whole_is_undefined():
    numbers = {"m_TI": np.array([5.0, 20.0]), "m_REUI": 10.0, "m_RECI": np.array([1.0, 1.0])}
    given, closed = kept(ISO, numbers)
    assert closed.tolist() == [True, False]
    assert np.array_equal(given.numbers["m_RECI"], [np.nan, 1.0], equal_nan=True)


def test_a_drawn_whole_below_its_exact_part_is_undefined():
    given, _ = kept(ISO, {"m_TI": np.array([5.0, 20.0]), "m_REUI": 10.0})
    assert np.array_equal(given.numbers["m_TI"], [np.nan, 20.0], equal_nan=True)


def test_numbers_that_keep_every_limit_are_left_alone():
    given = Given({"M": 1.0, "F_R": np.array([0.3, 0.6]), "F_U": np.array([0.2, 0.4])})
    solver, closed = kept_within(MCI, given)
    assert solver.given is given
    assert not np.any(closed)


def test_each_part_of_a_product_keeps_its_own_limits():
    part = {"M": 1.0, "F_R": np.array([0.6, 0.1]), "F_U": np.array([0.6, 0.1])}
    given, closed = kept(MCI, {}, parts=({"M": 2.0}, part))
    assert given.lists["parts"][0] == {"M": 2.0}
    assert given.lists["parts"][1]["F_R"] == pytest.approx([0.5, 0.1])
    assert closed.tolist() == [True, False]


@given(shares, shares, shares)
def test_shares_lie_on_the_simplex_in_every_draw(f_r, f_u, f_s):
    drawn = {"F_R": f_r, "F_U": f_u, "F_S": f_s}
    given, closed = kept(MCI, {"M": 1.0, **drawn})
    total = sum(given.numbers[symbol] for symbol in drawn)
    assert np.all(total <= 1 + 1e-8)
    for symbol, before in drawn.items():
        after = given.numbers[symbol]
        assert np.all((after >= 0) & (after <= before + 1e-12))
        is_kept = ~np.broadcast_to(closed, 4)
        assert np.array_equal(after[is_kept], before[is_kept])
