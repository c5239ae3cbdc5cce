"""A code is one that its table has; any other is refused with the nearest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.files.codes import CODES, code_named, implied
from kragozor.files.facts import facts, inventory_read
from kragozor.files.fields import section, sections
from kragozor.files.problems import Unreadable
from kragozor.files.values import value_read
from kragozor.instruments.reference.operations import operations
from kragozor.instruments.reference.waste import wastes
from tests.inventories import inventory, outflow

LOW_CODE = section("outflows").field("low_code")
OPERATION = section("outflows").field("operation")


def test_every_code_of_an_inventory_has_a_table():
    coded = [field for declared in sections() for field in declared.fields if field.form == "code"]
    assert {field.codes for field in coded} == set(CODES)
    for field in coded:
        assert value_read(field, field.example)


@given(st.sampled_from(wastes()))
def test_every_waste_is_taken_as_the_decision_writes_it(waste):
    assert value_read(LOW_CODE, waste.written) == waste.code
    assert value_read(LOW_CODE, int(waste.code)) == waste.code


@given(st.sampled_from(wastes()))
def test_row_of_any_waste_reads_back_to_the_same_row(waste):
    row = outflow(1, low_code=waste.code, hazardous=waste.is_hazardous)
    assert inventory_read(facts(inventory(row))).outflows == (row,)


@given(st.sampled_from(operations()))
def test_every_operation_is_taken(operation):
    assert value_read(OPERATION, operation.code.lower()) == operation.code


@pytest.mark.parametrize(
    ("field", "raw", "said"),
    [
        (
            LOW_CODE,
            "15 01 08",
            "Непознат код „15 01 08“; най-близкият е 15 01 07 „стъклени опаковки“ (работен превод)",
        ),
        (
            LOW_CODE,
            200112,
            "Непознат код „200112“; най-близкият е 20 01 11 „текстилни материали“ (работен превод)",
        ),
        (
            LOW_CODE,
            "06 03 12",
            "Непознат код „06 03 12“; най-близкият е 06 03 11* „solid salts and solutions "
            "containing cyanides“ (на английски)",
        ),
        (
            LOW_CODE,
            "99 99 99",
            "Непознат код „99 99 99“; очаква се код от Списъка на отпадъците, например 15 01 02",
        ),
        (
            LOW_CODE,
            "15 01 02*",
            "Намерено „15 01 02*“, но този код не е за опасен отпадък; "
            "очаква се 15 01 02 „пластмасови опаковки“ (работен превод)",
        ),
        (OPERATION, "D0", "Непознат код „D0“; най-близкият е D1 „депониране в или върху земята“"),
    ],
)
def test_unknown_code_is_refused_with_the_nearest(field, raw, said):
    with pytest.raises(Unreadable) as refused:
        value_read(field, raw)
    assert refused.value.problem.sentence("bg").replace("\u00a0", " ").startswith(said)


def test_refusal_is_said_in_english():
    with pytest.raises(
        Unreadable, match=r"Unknown code “15 01 08”; the nearest is 15\s01\s07\s“glass"
    ):
        value_read(LOW_CODE, "15 01 08")


@pytest.mark.parametrize("name", ["inflows", "subject", "energy"])
def test_other_sections_imply_nothing(name):
    assert implied(name, {"low_code": "150110"}) == {}


def test_row_without_a_code_implies_nothing():
    assert implied("outflows", {"material": "glass"}) == {}


@pytest.mark.parametrize("raw", ["15 01 08", "", "R3", 12])
def test_what_is_no_code_stands_for_nothing(raw):
    assert code_named(LOW_CODE, raw) is None


def test_field_without_codes_has_none_that_stand_for_something():
    assert code_named(section("outflows").field("material"), "150102") is None
