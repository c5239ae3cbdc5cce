"""Every fact that can be declared comes back from every form, and opens every figure."""

import jsonschema
import pytest

from kragozor.files.facts import facts
from kragozor.files.fields import sections
from kragozor.files.json_format import inventory_from_json, inventory_to_json
from kragozor.files.reading import read_inventory
from kragozor.files.schema import inventory_schema
from kragozor.files.workbook.template import workbook_of
from kragozor.instruments.assess import assess
from kragozor.instruments.inventory import Grade
from kragozor.instruments.uncertainty.distributions import DISTRIBUTIONS
from tests.files.everything import EVERYTHING

WRITTEN = facts(EVERYTHING)


def rows(section):
    """What is written of a section, as rows also where there is one."""
    return WRITTEN[section.name] if section.many else [WRITTEN[section.name]]


def test_no_field_is_left_out():
    asked = {(part.name, field.name) for part in sections() for field in part.fields}
    told = {(part.name, name) for part in sections() for row in rows(part) for name in row}
    assert asked - told == set()


def test_no_grade_and_no_family_is_left_out():
    quantities = [quantity for _, quantity in EVERYTHING.quantities()]
    assert {one.grade for one in quantities} == set(Grade)
    families = {one.distribution.family for one in quantities if one.distribution}
    assert families == set(DISTRIBUTIONS)


def test_everything_comes_back_from_json():
    assert inventory_from_json(inventory_to_json(EVERYTHING)) == EVERYTHING


@pytest.mark.parametrize("language", ["bg", "en"])
def test_everything_comes_back_from_the_workbook(language):
    assert read_inventory(workbook_of(EVERYTHING, language)) == EVERYTHING


def test_everything_is_valid_by_the_schema():
    jsonschema.Draft202012Validator(inventory_schema()).validate(WRITTEN)


# What an inventory cannot answer: a region's economy, and waste that no code of it tells.
UNASKED = {"iso59020.resource_intensity_index", "esrs-e5.hazardous_and_radioactive_waste"}


def test_every_figure_is_defined_where_everything_is_declared():
    undefined = {
        f"{reading.indicator}.{name}"
        for reading in assess(EVERYTHING, draws=0).readings
        for name, value in reading.values.items()
        if value.value is None
    }
    assert undefined == UNASKED
