"""Every input of every reading is made of facts by a formula, and of nothing else."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings

from kragozor.instruments.assess import assess
from kragozor.instruments.examples import bottle
from kragozor.instruments.formula import as_text, evaluate
from kragozor.instruments.inventory import Destination, Origin, Place
from kragozor.instruments.readings.making import Making, makings
from kragozor.instruments.readings.traced import Traced
from tests.inventories import inflow, inventories, inventory, outflow


def made(reading, facts):
    """Every number of a reading and its items, with its input and its making."""

    def of(reading, found):
        for name, item in reading.inputs.items():
            if isinstance(item.value, tuple):
                for row, again in zip(item.value, found.inputs[name], strict=True):
                    yield from ((item, number, again[key]) for key, number in row.items())
            elif not isinstance(item.value, str):
                yield item, item.value, found.inputs[name]
        for number, item in enumerate(reading.items):
            yield from of(item, found.item(number))

    return of(reading, makings(reading, facts))


def text(making):
    """The formula with numbers, cut short."""
    numbers = {name: number for name, (_, number) in making.facts.items()}
    return as_text(making.shown, {**numbers, "…": "…"})


@settings(max_examples=30, deadline=None)
@given(inventories)
def test_every_number_follows_from_the_facts_of_its_rows(facts):
    declared = {str(place): quantity.value for place, quantity in facts.quantities()}
    for reading in assess(facts, draws=0).readings:
        for item, number, making in made(reading, facts):
            numbers = {name: declared[name] for name in making.facts}
            assert evaluate(making.formula, numbers) == pytest.approx(number, rel=1e-9, abs=1e-12)
            behind = {(place.section, place.row) for place in item.behind}
            assert {(p.section, p.row) for p, _ in making.facts.values()} <= behind


def test_share_is_shown_against_its_whole():
    found = makings(assess(bottle(), draws=0).reading("mci"), bottle()).inputs
    assert text(found["recycled_feedstock"]) == "12 / (18 + 12 + 3)"
    assert text(found["feedstock_recycling_efficiency"]) == "12 / (12 / 0.8)"
    assert text(found["reused_feedstock"]) == "0 / (18 + 12 + 3)"


def test_declared_number_is_its_own_fact():
    facts = inventory(inflow(2, Origin.REUSED), inflow(3), outflow(5))
    found = makings(assess(facts, draws=0).reading("iso59020"), facts).inputs
    assert found["reused_inflow"].is_fact
    assert not found["total_inflow"].is_fact
    assert found["reused_inflow"].facts == {"inflows[1].mass": (Place("inflows", 1, "mass"), 2.0)}


def test_what_a_reader_takes_for_granted_rests_on_no_fact():
    facts = inventory(inflow(2), outflow(2, Destination.REUSE))
    (row,) = makings(assess(facts, draws=0).reading("cti"), facts).inputs["outflows"]
    assert row["recovery_potential"] == Making(1.0)
    assert row["recovery_potential"].facts == {}


def test_long_sum_is_cut_short_where_it_is_shown_and_nowhere_else():
    facts = inventory(*(inflow(n) for n in range(1, 3001)), outflow(1))
    total = makings(assess(facts, draws=0).reading("iso59020"), facts).inputs["total_inflow"]
    assert text(total) == "1 + 2 + 3 + … + 3,000"
    assert len(total.facts) == 3000
    numbers = {name: number for name, (_, number) in total.facts.items()}
    assert evaluate(total.formula, numbers) == 3000 * 3001 / 2


def test_number_that_is_formed_otherwise_today_has_no_making():
    reading = assess(bottle(), draws=0).reading("mci")
    then = replace(reading.inputs["mass"], value=34.0)
    found = makings(replace(reading, inputs={**reading.inputs, "mass": then}), bottle())
    assert "mass" not in found.inputs
    assert "recycled_feedstock" in found.inputs


def test_period_is_no_fact_of_a_row():
    subject = {"period_start": dt.date(2025, 1, 1), "period_end": dt.date(2025, 6, 30)}
    facts = inventory(inflow(2), outflow(2, food=True), **subject)
    found = makings(assess(facts, draws=0).reading("food-waste"), facts).inputs
    assert found["period"] == Making(0.5)


@pytest.mark.parametrize(
    ("formed", "shown", "number"),
    [
        (lambda x: x + 0.0, "12", 12),
        (lambda x: 0.0 + x, "12", 12),
        (lambda x: x * 1.0, "12", 12),
        (lambda x: 1.0 * x / 1.0, "12", 12),
        (lambda x: 0.0 * x, "0 × 12", 0),
        (lambda x: 3 + x * 2 - 1, "3 + 12 × 2 − 1", 26),
        (lambda x: 1 - 6 / x, "1 − 6 / 12", 0.5),
    ],
)
def test_operations_are_remembered_but_those_that_change_nothing(formed, shown, number):
    traced = formed(Traced.fact(Place("inflows", 1, "mass"), 12.0))
    assert float(traced) == number
    assert as_text(Traced.formula_of(traced), {"inflows[1].mass": 12.0}) == shown
    assert (traced.min(), traced.max()) == (number, number)
