"""An inventory of draws is read as any other, and every draw is as if it were alone."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kragozor.instruments.examples import bottle
from kragozor.instruments.inventory import Place
from kragozor.instruments.readings import READERS
from kragozor.instruments.readings.reading import read_draws
from kragozor.instruments.revision import with_value
from kragozor.instruments.uncertainty.draws import Drawn, with_draws
from kragozor.instruments.uncertainty.facts import uncertain_facts
from tests.inventories import inventories

MASS = Place("inflows", 3, "mass")


def test_a_drawn_quantity_keeps_grade_source_and_declared_number():
    declared = replace(bottle().inflows[2].mass, source="scale")
    facts = replace(bottle(), inflows=(replace(bottle().inflows[2], mass=declared),))
    drawn = with_draws(facts, {Place("inflows", 1, "mass"): np.array([2.0, 4.0])}).inflows[0].mass
    assert isinstance(drawn, Drawn)
    assert drawn.value.tolist() == [2, 4]
    assert (drawn.central, drawn.grade, drawn.source) == (3, declared.grade, "scale")


def test_the_rest_of_the_inventory_stays():
    facts = with_draws(bottle(), {MASS: np.array([2.0, 4.0])})
    assert facts.inflows[:2] == bottle().inflows[:2]
    assert facts.outflows == bottle().outflows


def test_single_facts_can_be_drawn_too():
    lifetime = Place("use", None, "lifetime")
    facts = with_value_of_use(2.0)
    assert with_draws(facts, {lifetime: np.array([1.0, 3.0])}).use.lifetime.central == 2


def with_value_of_use(years):
    from tests.inventories import known

    return replace(bottle(), use=replace(bottle().use, lifetime=known(years)))


@settings(max_examples=40, deadline=None)
@given(inventories, st.integers(0, 2**32 - 1))
def test_every_draw_of_every_figure_is_as_if_alone(facts, seed):
    """No formula and no reading exists twice, for numbers and for draws."""
    chance = np.random.default_rng(seed)
    numbers = {
        fact.place: fact.distribution.quantile(chance.uniform(0.2, 0.8, 2))
        for fact in uncertain_facts(facts)
    }
    with np.errstate(all="ignore"):
        drawn = with_draws(facts, numbers)
        found = {name: read_draws(name, drawn, reader) for name, reader in READERS.items()}
    for draw in range(2):
        alone = facts
        for place, values in numbers.items():
            alone = with_value(alone, place, float(values[draw]))
        for name, outcome in found.items():
            single = read_draws(name, alone, READERS[name])
            if np.any(np.broadcast_to(outcome.closed, 2)[draw]):
                continue
            for value, amount in outcome.figures.items():
                expected = single.figures.get(value, np.nan)
                got = float(np.broadcast_to(amount, 2)[draw])
                assert got == pytest.approx(expected, rel=1e-9, abs=1e-9, nan_ok=True), value
