"""A name of a table is taken in either language, kept as its code, and shown in the reader's."""

import pytest
from openpyxl import Workbook

from kragozor.files.facts import facts, inventory_read
from kragozor.files.fields import section
from kragozor.files.problems import FileRefused, Unreadable
from kragozor.files.terms import TERMS, term_words
from kragozor.files.values import value_read
from kragozor.files.workbook.cells import write_value
from tests.inventories import inflow, inventory

FIBRE = section("inflows").field("fibre")


@pytest.mark.parametrize("text", ["cotton", "Памук", "  COTTON ", "5"])
def test_name_in_either_language_and_the_code_mean_the_same(text):
    assert value_read(FIBRE, text) == "5"


def test_nothing_declares_nothing():
    assert value_read(FIBRE, "  ") is None


@pytest.mark.parametrize(
    ("text", "told"), [("cotten", "(perhaps “cotton”)"), ("0", "for example cotton")]
)
def test_unknown_name_is_refused_with_what_is_expected(text, told):
    with pytest.raises(Unreadable) as caught:
        value_read(FIBRE, text)
    assert str(caught.value).endswith(told)


@pytest.mark.parametrize("language", ["bg", "en"])
@pytest.mark.parametrize("table", TERMS)
def test_every_code_is_read_back_from_its_own_name(table, language):
    for code, name in term_words(table, language).items():
        assert value_read(FIBRE, name) == code


@pytest.mark.parametrize(("language", "name"), [("bg", "памук"), ("en", "cotton")])
def test_cell_holds_the_name(language, name):
    cell = Workbook().active["A1"]
    write_value(cell, FIBRE, "5", language)
    assert cell.value == name


def test_inventory_with_a_name_keeps_the_code():
    declared = facts(inventory(inflow(1, fibre="5")))
    declared["inflows"][0]["fibre"] = "wool"
    assert inventory_read(declared).inflows[0].fibre == "1"
    declared["inflows"][0]["fibre"] = "woool"
    with pytest.raises(FileRefused, match="perhaps “wool”"):
        inventory_read(declared)
