"""The workbook holds real numbers, every figure, and nothing that a spreadsheet would run."""

import datetime as dt
import io

import openpyxl
import pytest

from kragozor.instruments.assess import assess
from kragozor.instruments.examples import bottle
from kragozor.reports.view import assessment_view
from kragozor.reports.workbook import result_workbook
from kragozor.words import LANGUAGES, entry
from tests.inventories import inflow, inventory, outflow


def opened(facts, language="bg", **told):
    data = result_workbook(assess(facts), language, **told)
    return openpyxl.load_workbook(io.BytesIO(data))


def lines(sheet):
    """The lines of a table as mappings from its heads."""
    head, *rest = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rest]


def label(name, language="en"):
    return entry(f"reports.document.{name}", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_stand_in_order_and_language(language):
    names = ("summary", "figures", "inputs-sheet", "facts-sheet", "influences-sheet")
    names += ("contributions-sheet",)
    assert opened(bottle(), language).sheetnames == [label(name, language) for name in names]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_table_has_the_same_head_twice(language):
    for sheet in opened(bottle(), language).worksheets[1:]:
        heads = [cell.value for cell in sheet[1]]
        assert len(set(heads)) == len(heads)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_stands_with_its_number_or_its_reason(language):
    assessment = assess(bottle())
    view = assessment_view(assessment, language)
    figures = [f for one in view.frameworks if not one.silence for f in one.figures]
    silent = {one.title: one.silence for one in view.frameworks if one.silence}
    table = [list(line.values()) for line in lines(opened(bottle(), language).worksheets[1])]
    assert {line[1]: line[6] for line in table if line[1] in silent} == silent
    spoken = [line for line in table if line[1] not in silent]
    for figure, cells in zip(figures, spoken, strict=True):
        assert cells[1] == figure.label
        assert cells[2] == (None if figure.value is None else pytest.approx(figure.value))
        assert (cells[6] or "") == figure.undefined_text
        assert cells[9] == figure.clause
        assert (cells[11] or "") == figure.interval_text


def test_numbers_are_numbers_with_formats():
    sheet = opened(bottle(), "en").worksheets[1]
    cells = {row[1].value: row[2] for row in sheet.iter_rows(min_row=2)}
    assert cells["Material circularity"].data_type == "n"
    assert cells["Material circularity"].number_format == "0.0%"
    assert cells["Material Circularity Indicator"].number_format == "0.00"


def test_facts_hold_every_declared_fact_with_grade_and_source():
    table = lines(opened(bottle(), "en").worksheets[3])
    masses = [line for line in table if line[label("property")] == "Mass [kg]"]
    assert [line[label("number")] for line in masses] == [18, 12, 3, 15, 6, 12]
    assert {line[label("grade")] for line in masses} == {"measured"}
    assert "virgin" in {line[label("shown")] for line in table}


def test_inputs_hold_numbers_and_the_rows_behind_them():
    table = lines(opened(bottle(), "en").worksheets[2])
    (mass,) = [list(line.values()) for line in table if list(line.values())[:2] == ["MCI", "M"]]
    assert mass[3:5] == [33, "kg"]
    assert mass[-2:] == ["Outflows 1–3", "15 + 6 + 12"]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")', "\u0001a"])
def test_no_name_becomes_a_formula(name):
    facts = inventory(
        inflow(1, material=name), outflow(1, material=name), name=name, functional_unit=name
    )
    for sheet in opened(facts).worksheets:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)


def test_day_of_measuring_is_the_workbooks_own():
    made = opened(bottle(), measured_at=dt.date(2026, 11, 24)).properties
    assert made.created == dt.datetime(2026, 11, 24)
    assert made.title == "Bottle"


def test_influences_carry_both_ends():
    sheet = opened(bottle(), "en").worksheets[4]
    first = lines(sheet)[0]
    low, high, result_low, result_high, span = list(first.values())[2:]
    assert low < high
    assert span == pytest.approx(abs(result_high - result_low))


def test_undefined_result_is_a_workbook_too():
    assert opened(inventory(inflow(1)), "en").worksheets[0]["A1"].value == "Пуловер"
