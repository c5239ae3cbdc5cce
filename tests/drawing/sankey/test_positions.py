import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.drawing.sankey.positions import isotonic

PAIRS = st.lists(st.tuples(st.floats(-100, 100), st.floats(0.1, 10)), min_size=1, max_size=12)


def cost(level, wanted, weight):
    return float(np.sum(weight * (level - wanted) ** 2))


@given(PAIRS)
def test_isotonic_rises_and_keeps_the_mean(pairs):
    wanted, weight = np.array(pairs).T
    level = isotonic(wanted, weight)
    assert (np.diff(level) >= -1e-9).all()
    assert np.average(level, weights=weight) == pytest.approx(np.average(wanted, weights=weight))


@given(PAIRS)
def test_isotonic_leaves_a_rising_sequence(pairs):
    wanted, weight = np.array(pairs).T
    assert isotonic(np.sort(wanted), weight).tolist() == np.sort(wanted).tolist()


@given(PAIRS, st.integers(0, 2**32 - 1))
def test_no_other_rising_sequence_is_nearer(pairs, seed):
    wanted, weight = np.array(pairs).T
    best = cost(isotonic(wanted, weight), wanted, weight)
    draw = np.random.default_rng(seed)
    for spread in (0.1, 1.0, 30.0):
        other = np.sort(isotonic(wanted, weight) + draw.normal(0, spread, len(wanted)))
        assert cost(other, wanted, weight) >= best - 1e-6
