"""One inventory, every framework, one headline."""

import math
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kragozor.instruments.assess import FACTS_VARIED, assess
from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.examples import bottle
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.inventory import (
    Destination,
    Energy,
    Grade,
    Kind,
    Origin,
    OutflowKind,
    Place,
    Quantity,
    Use,
    Water,
    WaterFlow,
)
from kragozor.instruments.readings import READERS
from kragozor.words import has_entry, say
from tests.inventories import inflow, inventories, inventory, known, outflow


def test_every_framework_gives_every_value_of_its_catalogue():
    result = assess(bottle())
    assert [r.indicator for r in result.readings] == list(READERS)
    for reading in result.readings:
        assert list(reading.values) == list(indicator(reading.indicator).values)


@pytest.mark.parametrize(
    ("kind", "headline"),
    [
        (Kind.PRODUCT, "mci.mci"),
        (Kind.SITE, "cti.circularity"),
        (Kind.ORGANISATION, "cti.circularity"),
    ],
)
def test_headline_follows_the_kind_of_subject(kind, headline):
    result = assess(inventory(inflow(), outflow(), kind=kind))
    assert result.headline == headline
    assert result.headline_value is result[headline]


def test_headline_falls_back_where_the_first_choice_is_undefined():
    waste_only = inventory(inflow(), outflow(kind=OutflowKind.WASTE))
    assert assess(waste_only).headline == "cti.circularity"


def test_headline_of_nothing_is_undefined_with_a_reason():
    result = assess(inventory())
    assert result.headline == "mci.mci"
    assert result.headline_value.value is None
    assert say(result.headline_value.undefined, "bg")
    assert result.influences == ()
    assert result.next_steps == ()
    assert result.next_steps_together is None


def test_values_rest_on_the_grades_of_their_own_rows():
    facts = inventory(
        inflow(60, grade=Grade.PROXY),
        inflow(40, Origin.REUSED),
        outflow(100, grade=Grade.CALCULATED),
    )
    result = assess(facts)
    assert result["cti.circular_inflow"].proxy_share == pytest.approx(0.6)
    assert result["cti.circular_outflow"].grades == {Grade.CALCULATED: 1}
    assert result["cti.circularity"].proxy_share == pytest.approx(0.3)
    assert result.grades[Grade.CALCULATED] == pytest.approx(0.5)


def test_single_facts_are_graded_each_alike():
    use = Use(known(2, Grade.PROXY), known(3))
    result = assess(inventory(inflow(), outflow(), use=use))
    assert result["iso59020.relative_lifetime"].proxy_share == pytest.approx(0.5)


def test_energy_and_water_weigh_by_their_own_amounts():
    facts = inventory(
        inflow(),
        outflow(),
        Energy("ток", known(30, Grade.PROXY), renewable=True),
        Energy("газ", known(90), renewable=False),
        Water(WaterFlow.WITHDRAWAL, known(4)),
        Water(WaterFlow.WITHDRAWAL, known(1, Grade.PROXY), circular=True),
    )
    result = assess(facts)
    assert result["cti.renewable_energy_share"].proxy_share == pytest.approx(0.25)
    assert result["cti.circular_water_inflow_share"].proxy_share == pytest.approx(0.2)


def test_influences_vary_the_heaviest_rows_and_the_use():
    rows = [inflow(n) for n in range(1, 60)]
    facts = inventory(*rows, outflow(10), use=Use(known(5), known(4)))
    places = {item.place for item in assess(facts).influences}
    assert Place("use", None, "lifetime") in places
    assert not any(p.section == "inflows" and p.row < 59 - FACTS_VARIED for p in places)


def test_a_virgin_row_drives_the_indicator_too():
    places = {item.place for item in assess(bottle()).influences}
    assert Place("inflows", 1, "mass") in places


def test_influences_bracket_the_headline():
    result = assess(bottle())
    base = result.headline_value.value
    for item in result.influences:
        assert min(item.result_low, item.result_high) <= base + 1e-12
        assert max(item.result_low, item.result_high) >= base - 1e-12


def test_influences_stop_at_what_the_material_holds():
    burnt = outflow(
        33,
        Destination.ENERGY,
        heating_value=known(20),
        recovered_energy=known(660),
        biogenic_carbon_share=known(1),
    )
    result = assess(inventory(inflow(33, Origin.RENEWABLE_MANAGED), burnt))
    assert result["mci.mci"].value == pytest.approx(1)
    assert "recovered_energy" not in {item.place.name for item in result.influences}


def test_warnings_are_said_once():
    warnings = assess(inventory(inflow(), outflow())).warnings
    assert len(warnings) == len(set(map(str, warnings)))
    assert all(has_entry(w.key) for w in warnings)


def test_balance_takes_the_tolerance_that_is_asked_for():
    facts = inventory(inflow(100), outflow(95))
    assert not assess(facts).balance.closes
    assert assess(facts, tolerance=0.06).balance.closes


def test_facts_outside_their_domain_are_refused():
    with pytest.raises(InstrumentError, match=r"[-−]5"):
        assess(inventory(inflow(-5), outflow(1)))


@settings(max_examples=25, deadline=None)
@given(inventories)
def test_no_figure_is_both_defined_and_undefined(facts):
    for reading in assess(facts).readings:
        for value in reading.values.values():
            assert (value.value is None) != (value.undefined is None)


@settings(max_examples=25, deadline=None)
@given(inventories)
def test_next_steps_never_lower_the_headline(facts):
    result = assess(facts)
    assert all(step.gain > 0 for step in result.next_steps)
    gains = [step.gain for step in result.next_steps]
    assert gains == sorted(gains, reverse=True)


def zeroed(row, chance):
    """The same facts with some of their numbers zero."""
    numbers = [each.name for each in fields(row) if isinstance(getattr(row, each.name), Quantity)]
    return replace(row, **{name: known(0) for name in numbers if chance.random() < 0.3})


@settings(max_examples=60)
@given(inventories, st.randoms(use_true_random=False))
def test_zeros_anywhere_are_measured_or_refused_in_words(facts, chance):
    """What is zero is divided by in one framework or another, and never stops the others."""
    sections = {
        name: tuple(zeroed(row, chance) for row in getattr(facts, name))
        for name in ("inflows", "outflows", "energy", "water", "packaging", "impacts")
    }
    single = {name: zeroed(getattr(facts, name), chance) for name in ("use", "money", "food")}
    try:
        readings = assess(replace(facts, **sections, **single), draws=0).readings
        lines = []
    except InstrumentError as refused:
        readings, lines = (), refused.messages
    assert all("; it must be" in str(line) for line in lines)
    numbers = [value.value for reading in readings for value in reading.values.values()]
    assert all(math.isfinite(number) for number in numbers if isinstance(number, float))
