"""An assessment goes to JSON and comes back the same, with reasons readable in any language."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from kragozor.files.assessments import (
    FORMAT,
    assessment_facts,
    assessment_from_text,
    assessment_read,
    assessment_text,
    message_facts,
    message_read,
    place_path,
    place_read,
)
from kragozor.files.problems import FileRefused
from kragozor.instruments.assess import assess
from kragozor.instruments.examples import bottle
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.inventory import Place
from kragozor.instruments.readings import READERS
from kragozor.words import Message
from tests.inventories import inventories


@settings(max_examples=20, deadline=None)
@given(inventories)
def test_assessment_comes_back_from_json_exactly(facts):
    assessment = assess(facts)
    assert assessment_from_text(assessment_text(assessment)) == assessment


def test_uncertainty_and_how_it_was_drawn_are_written():
    written = assessment_facts(assess(bottle(), draws=500, seed=3))
    assert written["sample"] == {"draws": 500, "seed": 3, "sampling": "latin-hypercube"}
    values = {reading["indicator"]: reading["values"] for reading in written["readings"]}
    spread = values["mci"]["mci"]["uncertainty"]
    assert spread["p05"] < spread["p50"] < spread["p95"]
    assert "uncertainty" not in values["mci"]["utility"]


def test_an_assessment_from_before_draws_is_read():
    assessment = assess(bottle(), draws=0)
    written = assessment_facts(assessment)
    assert "sample" not in written
    assert "uncertainty" not in json.dumps(written)
    assert assessment_read(written) == assessment


def test_facts_are_plain_json_without_nan():
    written = assessment_facts(assess(bottle()))
    assert json.loads(json.dumps(written, allow_nan=False)) == written


def test_facts_carry_format_versions_and_the_inventory_itself():
    written = assessment_facts(assess(bottle()))
    assert (written["format"], written["version"]) == (FORMAT, 1)
    assert written["inventory"]["format"] == "kragozor-inventory"
    versions = {r["indicator"]: r["version"] for r in written["readings"]}
    assert versions == {name: indicator(name).version for name in READERS}
    assert versions["mci"] == "2019"


def test_undefined_value_is_null_with_its_reason_in_both_languages():
    written = assessment_facts(assess(bottle()))
    (iso,) = [r for r in written["readings"] if r["indicator"] == "iso59020"]
    productivity = iso["values"]["material_productivity"]
    assert productivity["value"] is None
    assert productivity["undefined"]["key"] == "instruments.missing"
    assert productivity["undefined"]["text"] == {
        "bg": "Липсва: Приходи.",
        "en": "Missing: Revenue.",
    }


def test_places_are_paths_into_the_inventory():
    written = assessment_facts(assess(bottle()))
    (cti,) = [r for r in written["readings"] if r["indicator"] == "cti"]
    assert cti["inputs"]["inflows"]["places"] == ["inflows[0]", "inflows[1]", "inflows[2]"]
    influence = written["influences"][0]
    section, row, name = re.fullmatch(r"(\w+)\[(\d+)\]\.(\w+)", influence["place"]).groups()
    fact = written["inventory"][section][int(row)][name]
    assert influence["low"] <= fact["value"] <= influence["high"]
    assert written["contributions"][0]["place"] == "outflows[0].recycling_efficiency"


def test_result_written_before_it_was_known_what_its_uncertainty_comes_from_is_read():
    now = assess(bottle())
    written = assessment_facts(now)
    assert written.pop("contributions")
    assert assessment_read(written) == replace(now, contributions=())


def test_message_with_messages_and_lists_inside_comes_back():
    inner = Message("words.unit", {"value": 2.5, "unit": "kg"})
    message = Message("readings.step.longer-life", {"share": inner, "names": (inner, "a")})
    assert message_read(json.loads(json.dumps(message_facts(message)))) == message


@pytest.mark.parametrize(
    "place", [Place("use", None, "lifetime"), Place("inflows", 3), Place("outflows", 12, "mass")]
)
def test_place_comes_back_from_its_path(place):
    assert place_read(place_path(place)) == place


@pytest.mark.parametrize("text", ["", "inflows[]", "inflows[1].", "a b"])
def test_text_that_names_no_place_is_refused(text):
    with pytest.raises(ValueError, match="names no place"):
        place_read(text)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"format": "kragozor-inventory"}, "“kragozor-inventory”"),
        ({"version": 2}, '"version" is “2”'),
    ],
)
def test_what_is_not_an_assessment_of_this_version_is_refused(change, told):
    written = assessment_facts(assess(bottle())) | change
    with pytest.raises(FileRefused) as refused:
        assessment_read(written)
    (line,) = refused.value.lines("en")
    assert told in line
