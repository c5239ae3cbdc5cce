"""A row is told with what its codes stand for, and how well each is known."""

import pytest

from kragozor.instruments.inventory import Destination, OutflowKind, Place
from kragozor.reports.rows import every_row, used_rows
from kragozor.reports.workbook.facts import fact_lines
from tests.inventories import inventory, outflow


def packaging(**facts):
    return inventory(outflow(12, Destination.RECYCLE, kind=OutflowKind.WASTE, **facts))


def told(whole, language):
    (row,), _ = used_rows([Place("outflows", 1)], (), whole, language)
    assert every_row(whole, language)[0].what == row.what
    return row.what.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "bg",
            "12 kg, рециклиране, 15 01 02 „пластмасови опаковки“ (работен превод), "
            "R3 „рециклиране на органични вещества“",
        ),
        (
            "en",
            "12 kg, recycling, 15 01 02 “plastic packaging”, R3 “recycling of organic substances”",
        ),
    ],
)
def test_codes_stand_with_their_titles(language, text):
    assert told(packaging(low_code="150102", operation="R3"), language) == text


def test_title_that_is_not_translated_is_marked_in_bulgarian():
    whole = packaging(low_code="050102", hazardous=True)
    assert told(whole, "bg").endswith("05 01 02* „desalter sludges“ (на английски)")
    assert told(whole, "en").endswith("05 01 02* “desalter sludges”")


def test_row_without_codes_tells_none():
    assert told(packaging(), "en") == "12 kg, recycling"


def test_workbook_of_the_result_tells_the_titles_too():
    lines = {line[3]: line[5] for line in fact_lines(packaging(low_code="150102"), "bg")}
    told = lines["Код на отпадъка"].replace("\u00a0", " ")
    assert told == "15 01 02 „пластмасови опаковки“ (работен превод)"
