"""The table of a standard is filled from the facts; what they cannot give is told and stays."""

import io
import json

import openpyxl
import pytest
from hypothesis import given, settings

from kragozor.instruments.assess import assess
from kragozor.instruments.inventory import Destination, Origin, OutflowKind, Use
from kragozor.instruments.reference.datapoints import TABLES, datapoints
from kragozor.reports.disclosure import (
    disclosure,
    disclosure_read,
    disclosure_text,
    disclosure_workbook,
    notes,
)
from kragozor.words import LANGUAGES, entry
from tests.inventories import inflow, inventories, inventory, known, outflow

by_standard = pytest.mark.parametrize("standard", TABLES)


def waste(mass, destination, **facts):
    return outflow(mass, destination, kind=OutflowKind.WASTE, **facts)


FACTS = inventory(
    inflow(600, Origin.RENEWABLE_MANAGED, material="памук", scheme="GOTS"),
    inflow(300, material="полиестер"),
    inflow(100, Origin.RECYCLED_POST_CONSUMER, material="полиестер"),
    outflow(900, recovery_potential=known(0.6)),
    waste(60, Destination.RECYCLE, low_code="040222", material="изрезки"),
    waste(30, Destination.ENERGY, low_code="040222", material="изрезки"),
    waste(10, Destination.INCINERATION, hazardous=True, material="разтворител"),
    use=Use(reparability="7 от 10"),
)


def lines(standard, facts=FACTS):
    return disclosure_read(facts, standard).lines


def of_id(standard, id_, facts=FACTS):
    return [line for line in lines(standard, facts) if line.datapoint.id == id_]


def test_weights_are_in_tonnes_and_shares_in_percent():
    (total,) = of_id("esrs-e5", "E5-5_07")
    assert (total.value, total.datapoint.unit, total.state) == (pytest.approx(0.1), "t", "filled")
    assert {str(place) for place in total.places} == {"outflows[2]", "outflows[3]", "outflows[4]"}
    assert of_id("esrs-e5", "E5-5_11")[0].value == pytest.approx(40)


def test_breakdown_by_hazard_and_treatment_adds_up():
    total, *parts = of_id("esrs-e5", "E5-5_09")
    split = {str(line.part): line.value for line in parts}
    assert total.value == pytest.approx(split["hazardous, total"] + split["non-hazardous, total"])
    assert split["hazardous: incineration"] == pytest.approx(0.01)
    assert split["non-hazardous: incineration"] == pytest.approx(0.03)


def test_words_of_the_facts_fill_their_lines():
    assert of_id("esrs-e5", "E5-5_03")[0].text == "7 от 10"
    assert [line.text for line in of_id("esrs-e5", "E5-4_03")][1] == "GOTS"


def test_materials_and_waste_are_grouped():
    assert [(line.part, line.value) for line in of_id("vsme-b7", "WeightOfMaterialUsed")] == [
        ("памук", pytest.approx(0.6)),
        ("полиестер", pytest.approx(0.4)),
    ]
    by_code = of_id("vsme-b7", "TypeOfWasteAxis")
    assert [line.value for line in by_code] == [pytest.approx(0.09), pytest.approx(0.01)]
    assert str(by_code[0].part).startswith("04\u00a002\u00a022")
    assert str(by_code[1].part) == "no code: разтворител"


def test_what_is_not_known_says_why():
    (radioactive,) = of_id("esrs-e5", "E5-5_16")
    assert radioactive.state == "undefined"
    assert "does not ask for radioactive waste" in str(radioactive.reason)
    nothing = inventory(inflow(1), outflow(1))
    assert "No outflow is declared as waste" in str(of_id("esrs-e5", "E5-5_07", nothing)[0].reason)
    (hazardous,) = of_id("vsme-b7", "TotalHazardousWasteGeneratedMass", nothing)
    assert "No outflow is declared as waste" in str(hazardous.reason)


@by_standard
def test_narratives_stay_to_be_written(standard):
    asked = [point for point in datapoints(standard) if not point.fills]
    assert [line.datapoint for line in lines(standard) if line.state == "to-write"] == asked


@by_standard
@settings(max_examples=15)
@given(facts=inventories)
def test_no_datapoint_is_dropped_and_each_is_told(standard, facts):
    made = lines(standard, facts)
    asked = dict.fromkeys(point.id for point in datapoints(standard))
    assert list(dict.fromkeys(line.datapoint.id for line in made)) == list(asked)
    for line in made:
        is_told = line.value is not None or bool(line.text)
        assert is_told == (line.state == "filled")
        assert line.state != "undefined" or line.reason is not None


@by_standard
def test_table_of_an_assessment_is_that_of_its_facts(standard):
    assert disclosure(assess(FACTS), standard).lines == lines(standard)


@by_standard
def test_json_tells_every_line_in_both_languages(standard):
    made = disclosure_read(FACTS, standard)
    table = json.loads(disclosure_text(made))
    assert (table["format"], table["standard"]) == ("kragozor-disclosure", standard)
    assert len(table["datapoints"]) == len(made.lines)
    assert all(set(point["name"]) == set(LANGUAGES) for point in table["datapoints"])
    assert all(point["status"] for point in table["datapoints"])


@by_standard
@pytest.mark.parametrize("language", LANGUAGES)
def test_sheet_holds_numbers_states_and_how_ids_are_confirmed(standard, language):
    made = disclosure_read(FACTS, standard)
    sheet = openpyxl.load_workbook(io.BytesIO(disclosure_workbook(made, language))).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    told = rows[-len(made.lines) :]
    assert [row[0] for row in told] == [line.datapoint.id for line in made.lines]
    assert [row[4] for row in told] == [pytest.approx(line.value) for line in made.lines]
    states = {entry(f"datapoints.state.{line.state}", language) for line in made.lines}
    assert {row[6] for row in told} == states
    assert all(row[10] for row in told)
    assert all(any(note in row for row in rows) for note in notes(made, language))
