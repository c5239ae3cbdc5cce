"""Every number leads back to its formula, its inputs and its rows."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings

from kragozor.instruments.assess import assess
from kragozor.instruments.examples import bottle
from kragozor.instruments.formula import evaluate
from kragozor.instruments.inventory import Destination, Origin
from kragozor.reports.figures import framework
from kragozor.reports.working import Workings
from tests.inventories import inflow, inventories, inventory, known, outflow


def frameworks(facts, language="en"):
    """Every framework of an inventory, and every single thing that one looks at."""
    for reading in assess(facts, draws=0).readings:
        whole = framework(reading, facts, language)
        yield whole
        yield from (item for table in whole.tables for item in table.items)


def mci(facts, language="en"):
    return framework(assess(facts).reading("mci"), facts, language)


@settings(max_examples=20, deadline=None)
@given(inventories)
def test_numbers_of_every_formula_give_the_value_beside_it(facts):
    for one in frameworks(facts):
        for figure in one.defined:
            for step in figure.working.steps:
                if step.numbers:
                    value = one.figure(step.name).value
                    found = evaluate(step.formula, step.numbers)
                    assert math.isclose(found, value, rel_tol=1e-9, abs_tol=1e-9)


@settings(max_examples=20, deadline=None)
@given(inventories)
def test_every_defined_figure_has_its_own_working_last(facts):
    for one in frameworks(facts, "bg"):
        for figure in one.defined:
            assert figure.working.own.name == figure.name
            assert figure.working.own.numbers or figure.working.own.note


@settings(max_examples=20, deadline=None)
@given(inventories)
def test_formulas_stand_in_the_order_of_computing(facts):
    for one in frameworks(facts):
        for figure in one.defined:
            seen = set()
            derived = {step.symbol for step in figure.working.steps}
            for step in figure.working.steps:
                assert derived & set(step.numbers) <= seen
                seen.add(step.symbol)


def test_chain_of_the_indicator_names_every_formula_before_it():
    chain = [step.name for step in mci(bottle()).figure("mci").working.before]
    assert set(chain) == {
        "energy_recovered",
        "virgin_feedstock",
        "unrecoverable_waste",
        "recycling_losses",
        "feedstock_losses",
        "waste",
        "linear_flow_index",
        "utility_factor",
    }


def test_working_is_written_three_ways():
    own = mci(bottle()).figure("virgin_feedstock").working.own
    assert own.text == "V = M · (1 − F_R − F_U − F_S)"
    assert own.numeric_text.replace("\u00a0", " ") == "V = 33 × (1 − 0.36364 − 0 − 0) = 21 kg"
    assert own.mathml.startswith("<math")
    assert "0.36364" in own.numeric_mathml
    assert own.numeric_typst.startswith('"V" = "33"')


def test_working_is_in_the_language_of_the_reader():
    own = mci(bottle(), "bg").figure("virgin_feedstock").working.own
    assert "0,36364" in own.numeric_text
    assert own.label == "Първична суровина"


def test_input_names_the_rows_behind_it():
    used = {one.symbol: one for one in mci(bottle()).figure("mci").working.inputs}
    share = used["F_R"]
    assert share.places == "Inflows 2 of Inflows 1–3"
    assert share.made.text == "12 / (18 + 12 + 3)"
    assert (
        share.rows[0]
        .text.replace("\u00a0", " ")
        .startswith("Inflows, row 2: rPET, 12 kg, recycled")
    )
    assert used["M"].places == "Outflows 1–3"


def test_efficiency_shows_the_efficiency_of_its_rows():
    used = {one.symbol: one for one in mci(bottle()).figure("mci").working.inputs}
    assert "feedstock recycling efficiency 80" in used["E_F"].rows[0].what


def test_declared_number_needs_no_formula():
    facts = inventory(inflow(2, Origin.REUSED), inflow(3), outflow(5))
    iso = framework(assess(facts).reading("iso59020"), facts, "en")
    used = {one.symbol: one for one in iso.figure("reused_inflow_share").working.inputs}
    assert (used["m_REUI"].made.text, used["m_TI"].made.text) == ("", "2 + 3")


def test_item_of_a_list_tells_the_facts_that_its_numbers_are_made_of():
    facts = inventory(
        inflow(3),
        outflow(4, Destination.RECYCLE, recovery_potential=known(0.5), actual_recovery=known(0.8)),
    )
    cti = framework(assess(facts).reading("cti"), facts, "en")
    used = next(one for one in cti.figure("circular_outflow").working.inputs if one.items)
    (item,) = used.items
    assert item.label == "Outflows, row 1: пуловер"
    assert [(one.symbol, one.value) for one in item.numbers] == [
        ("m_j", 4),
        ("p_j", 0.5),
        ("a_j", 0.8),
    ]
    assert [place.name for place in used.facts] == ["mass", "recovery_potential", "actual_recovery"]
    assert "recovery potential 50" in used.rows[0].what


def test_number_of_no_row_says_where_it_is_from():
    facts = inventory(inflow(3), outflow(4, food=True))
    waste = framework(assess(facts).reading("food-waste"), facts, "en")
    used = {one.symbol: one for one in waste.figure("annual_food_waste").working.inputs}
    assert used["T"].taken == ("the length of the period: 2025",)
    assert used["F"].taken == ("no row counts here",)


def test_list_of_flows_is_followed_by_its_symbols():
    cti = framework(assess(bottle()).reading("cti"), bottle(), "en")
    used = cti.figure("circular_inflow").working.inputs
    assert [one.symbol for one in used] == ["", "m_i", "c_i"]
    assert used[0].number == "3 flows"
    assert used[1].number.replace("\u00a0", " ") == "18 kg; 12 kg; 3 kg"


def test_many_rows_are_capped_and_counted():
    facts = inventory(*(inflow(1) for _ in range(9)), outflow(9))
    used = framework(assess(facts).reading("iso59020"), facts, "bg").figure("linear_inflow")
    total = next(one for one in used.working.inputs if one.symbol == "m_TI")
    assert (len(total.rows), total.more, total.places) == (6, "и още 3 реда", "Вход 1–9")


def test_undefined_figure_keeps_its_formula_and_says_what_is_missing():
    iso = framework(assess(bottle()).reading("iso59020"), bottle(), "en")
    figure = iso.figure("material_productivity")
    assert figure.working.own.text == "p_M = R / m_LI"
    assert figure.working.own.numeric_text == ""
    assert "not given" in {one.number for one in figure.working.inputs if one.symbol == "R"}
    assert figure.undefined_text == "Missing: Revenue."


def test_method_that_has_changed_since_shows_no_working():
    reading = replace(assess(bottle()).reading("cti"), version="3.0")
    assert Workings(reading, bottle(), "en").working("circularity") is None


@pytest.mark.parametrize("language", ["bg", "en"])
def test_assumed_value_says_so_and_shows_no_numbers(language):
    own = mci(bottle(), language).figure("energy_recovered").working.own
    assert own.numbers == {}
    assert "0" in own.note
