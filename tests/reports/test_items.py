"""Single items of a framework in tables: the same on the terminal, on paper, in a workbook."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from kragozor.cli.result_table import result_table
from kragozor.files.assessments import assessment_from_text, assessment_text
from kragozor.instruments.assess import assess
from kragozor.instruments.examples import bottle
from kragozor.instruments.inventory import Packaging, PackagingType
from kragozor.reports.figures import by_reason
from kragozor.reports.pdf import assessment_pdf
from kragozor.reports.view import assessment_view
from kragozor.reports.workbook import result_workbook
from tests.inventories import known
from tests.reports.activity.printed import pdf_text

PACKAGING = (
    Packaging(
        "бутилка",
        PackagingType.BEVERAGE_BOTTLE,
        known(100),
        "Русе",
        recyclable_share=known(0.96),
        recycled_content=known(0.2),
    ),
    Packaging("фолио", PackagingType.OTHER_PLASTIC, known(50), recyclable_share=known(0.6)),
)


@pytest.fixture(scope="module")
def measured():
    return assess(replace(bottle(), packaging=PACKAGING))


def tables(measured, language="en"):
    return assessment_view(measured, language).framework("packaging").tables


def test_each_indicator_of_items_has_a_table(measured):
    grades, contents = tables(measured)
    assert [item.label for item in grades.items] == ["бутилка, Русе", "фолио"]
    rows = [[figure.value_text for figure in figures] for _, figures in grades.rows]
    assert rows == [
        ["A", "yes", "yes, if recycled at scale", "yes, if recycled at scale"],
        ["not recyclable", "no", "no", "no"],
    ]
    assert [len(figures) for _, figures in contents.rows] == [len(contents.heads)] * 2


def test_every_figure_of_an_item_has_a_place_and_a_working_of_its_own(measured):
    figures = [f for table in tables(measured) for item in table.items for f in item.figures]
    assert len({figure.id for figure in figures}) == len(figures)
    assert all(figure.working.own.text for figure in figures if figure.is_defined)
    assert all(figure.undefined_text for figure in figures if not figure.is_defined)


def test_minimum_says_by_which_type_it_is_one(measured):
    _, contents = tables(measured)
    minimum = contents.items[0].figure("minimum_2030").working.own
    assert minimum.text == "c_2030 = 0.3"
    assert minimum.note == "Type of packaging: single-use plastic beverage bottle"


def test_terminal_shows_the_tables(measured):
    shown = result_table(measured, "bg")
    assert "Опаковки: клас на рециклируемост по формати" in shown
    assert "нерециклируема" in shown


def test_workbook_has_a_sheet_for_each_table(measured):
    book = load_workbook(BytesIO(result_workbook(measured, "en")))
    for table in tables(measured):
        sheet = book[table.title.replace(":", " ")[:31]]
        assert [cell.value for cell in sheet[1]][1:] == list(table.heads)
        assert [sheet.cell(row, 1).value for row in (2, 3)] == [i.label for i in table.items]


def test_paper_shows_the_tables(measured):
    shown = pdf_text(assessment_pdf(measured, "en"))
    for table in tables(measured):
        assert table.title in shown
        assert all(item.label in shown for item in table.items)
    assert "not recyclable" in shown


def test_items_are_kept_with_the_assessment(measured):
    assert assessment_from_text(assessment_text(measured)) == measured


def test_figures_share_the_line_of_their_reason():
    figures = assessment_view(assess(bottle()), "en").framework("esrs-e5").undefined
    grouped = list(by_reason(figures))
    assert sorted(label for labels, _ in grouped for label in labels) == sorted(
        figure.label for figure in figures
    )
    reasons = [reason for _, reason in grouped]
    assert len(reasons) == len(set(reasons))
    shown = result_table(assess(bottle()), "en")
    assert all(f"  —  {reason}\n" in shown for reason in reasons)


def test_terminal_names_silent_frameworks_last():
    shown = result_table(assess(bottle()), "bg")
    spoken, _, silent = shown.partition("Рамки, които не казват нищо за този опис\n")
    assert "Опаковки: рециклируемост и рециклирано съдържание, 2025/40" in silent
    assert "Описът няма опаковки." not in spoken


def test_framework_without_facts_gives_its_reason_once():
    view = assessment_view(assess(bottle()), "en")
    assert view.framework("packaging").silence == "The inventory has no packaging."
    assert view.framework("textiles").silence == "No inflow declares its fibre."
    assert view.framework("mci").silence == ""
    assert result_table(assess(bottle()), "en").count("The inventory has no packaging.") == 1
