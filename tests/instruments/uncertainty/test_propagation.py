"""Draws go through a model block by block, and come out as if they had gone at once."""

import numpy as np
import pytest

from kragozor.instruments.uncertainty.outcome import Outcome
from kragozor.instruments.uncertainty.propagation import propagated

MANY = 20_001


def test_blocks_join_in_order():
    numbers = np.arange(MANY, dtype=float)
    sizes = []

    def model(blocks):
        sizes.append(len(blocks[0]))
        return Outcome({"double": 2 * blocks[0]})

    assert np.array_equal(propagated(model, [numbers]).figures["double"], 2 * numbers)
    assert len(sizes) > 1
    assert sum(sizes) == MANY


def test_a_figure_that_does_not_vary_is_left_out():
    found = propagated(lambda numbers: Outcome({"x": numbers[0], "one": 1.0}), [np.ones(3)])
    assert list(found.figures) == ["x"]


def test_a_figure_missing_in_a_block_is_undefined_there():
    def model(numbers):
        return Outcome({"x": numbers[0]} if numbers[0][0] else {})

    numbers = np.arange(MANY, dtype=float)
    found = propagated(model, [numbers]).figures["x"]
    assert 0 < np.isnan(found).sum() < MANY
    assert found[-1] == MANY - 1


def test_share_of_closed_draws_is_over_all_of_them():
    found = propagated(lambda numbers: Outcome({}, numbers[0] > 0.5), [np.array([0, 1, 1, 0.0])])
    assert found.closed == pytest.approx(0.5)


def test_nothing_uncertain_gives_no_figure():
    found = propagated(lambda numbers: Outcome({"x": 1.0}), [])
    assert (found.figures, found.closed) == ({}, 0)
