"""The published schema: current, well formed, and valid for whatever the reader takes."""

import json

import jsonschema
import pytest
from hypothesis import given, settings

from kragozor.files.facts import facts, inventory_read
from kragozor.files.json_format import inventory_from_object
from kragozor.files.problems import FileRefused
from kragozor.files.schema import PATH, inventory_schema, published_schema, schema_text
from tests.files.test_json_format import sweater, wool
from tests.inventories import inventories

VALIDATOR = jsonschema.Draft202012Validator(inventory_schema())


def test_committed_schema_is_current():
    assert published_schema() == schema_text()


def test_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(inventory_schema())
    assert json.loads(published_schema())["$id"] == PATH == "/schemas/inventory-1.json"


@settings(deadline=None, max_examples=40)
@given(inventories)
def test_what_the_reader_takes_is_valid(whole):
    written = facts(whole)
    assert inventory_read(written) == whole
    VALIDATOR.validate(written)


@pytest.mark.parametrize(
    "spread",
    [
        {"distribution": "uniform", "low": 1, "high": 2},
        {"distribution": "triangular", "low": 1, "mode": 1, "high": 2},
        {"distribution": "uniform", "low": 0, "high": 2},
        {"distribution": "normal", "mean": 1, "sd": 0},
        {"distribution": "normal", "mean": 1, "cv": 0.1},
        {"distribution": "lognormal", "mean": 1, "sd": 0.1},
        {"distribution": "lognormal", "median": 1, "gsd": 1.1},
        {"distribution": "beta", "alpha": 2, "beta": 5, "low": 0.5, "high": 2},
        {"distribution": "beta", "mean": 1, "sd": 0.1, "low": 0.5, "high": 2},
    ],
)
def test_distributions_are_valid_and_taken(spread):
    whole = wool(mass={"value": 1, "source": None, **spread})
    VALIDATOR.validate(whole)
    assert inventory_from_object(whole).inflows[0].mass.distribution


@pytest.mark.parametrize(
    "whole",
    [
        sweater(version=2),
        sweater(subject={}),
        sweater(unknown=1),
        wool(mass="1"),
        wool(mass=0),
        wool(mass=None),
        wool(origin="Луната"),
        wool(dry_matter=1.1),
        wool(mass={"value": 1, "sd": 1}),
        wool(mass={"value": 1, "distribution": "uniform", "low": 1}),
        wool(mass={"value": 1, "distribution": "uniform", "low": -1, "high": 2}),
        wool(mass={"value": 1, "distribution": "beta", "alpha": 0, "beta": 1}),
        wool(mass={"value": 1, "distribution": "lognormal", "median": 1, "gsd": 0.5}),
        wool(mass={"value": 1, "distribution": "normal", "mean": 1, "sd": 1, "cv": 1}),
        wool(critical=1),
    ],
)
def test_what_is_not_valid_is_not_taken(whole):
    assert not VALIDATOR.is_valid(whole)
    with pytest.raises(FileRefused):
        inventory_from_object(whole)
