"""What must hold of every figure at once, whichever framework it is of."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kragozor.instruments.assess import assess
from tests.inventories import inventories, known


def figures(inventory):
    """Every defined number of an assessment, by its indicator and name."""
    return {
        (reading.indicator, name): value.value
        for reading in assess(inventory).readings
        for name, value in reading.values.items()
        if isinstance(value.value, float)
    }


@settings(max_examples=8)
@given(inventories, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_figure(facts, chance):
    inflows, outflows = list(facts.inflows), list(facts.outflows)
    chance.shuffle(inflows)
    chance.shuffle(outflows)
    turned = replace(facts, inflows=tuple(inflows), outflows=tuple(outflows))
    assert figures(turned) == pytest.approx(figures(facts), rel=1e-6, abs=1e-9)


def halves(rows):
    """Every row as two of half its mass."""
    return tuple(
        replace(row, mass=replace(row.mass, value=row.mass.value / 2))
        for row in rows
        for _ in range(2)
    )


@settings(max_examples=8)
@given(inventories)
def test_a_row_in_two_halves_changes_no_figure(facts):
    split = replace(facts, inflows=halves(facts.inflows), outflows=halves(facts.outflows))
    assert figures(split) == pytest.approx(figures(facts), rel=1e-6, abs=1e-9)


@settings(max_examples=8)
@given(inventories)
def test_rows_without_mass_change_no_figure(facts):
    empty = replace(facts.inflows[0], mass=known(0))
    more = replace(facts, inflows=(*facts.inflows, empty))
    assert figures(more) == pytest.approx(figures(facts), rel=1e-6, abs=1e-9)
