"""What the uncertainty comes from, in words: everywhere the same rows with the same digits."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from kragozor.cli.result_table import result_table
from kragozor.instruments.assess import assess
from kragozor.instruments.examples import bottle
from kragozor.instruments.inventory import Place
from kragozor.instruments.result import Contribution
from kragozor.reports.document import document_data
from kragozor.reports.pictures import pictures
from kragozor.reports.view import assessment_view
from kragozor.reports.workbook import result_workbook
from kragozor.words import LANGUAGES

NOW = assess(bottle())
EXACT = assess(bottle(), draws=0)


def test_share_has_no_digit_that_its_interval_does_not_support():
    one = Contribution(Place("inflows", 2, "mass"), 0.3271, 0.29, 0.36)
    shown = assessment_view(replace(NOW, contributions=(one,)), "bg").contributions[0]
    assert (shown.share_text, shown.interval) == ("33\xa0%", "от 29 до 36\xa0%")
    assert (shown.label, shown.where) == ("Маса: rPET", "Вход, ред 2")
    assert (shown.share, shown.place) == (one.share, one.place)


def test_fact_without_a_row_is_named_by_its_field():
    one = Contribution(Place("use", None, "lifetime"), 0.5, 0.4, 0.6)
    shown = assessment_view(replace(NOW, contributions=(one,)), "en").contributions[0]
    assert (shown.label, shown.where) == ("Product lifetime", "Use")


@pytest.mark.parametrize("language", LANGUAGES)
def test_terminal_workbook_and_paper_name_the_same(language):
    view = assessment_view(NOW, language)
    told = result_table(NOW, language)
    sheet = load_workbook(BytesIO(result_workbook(NOW, language))).worksheets[-1]
    drawn = pictures(view, bottle())
    paper = document_data(view, bottle(), drawn, measured_at=None, made_by="")["contributions"]
    assert len(view.contributions) == len(NOW.contributions) > 2
    for number, (shown, one) in enumerate(
        zip(view.contributions, NOW.contributions, strict=True), start=2
    ):
        row = [cell.value for cell in sheet[number]]
        assert row[:2] == [shown.label, shown.where]
        assert row[2:] == pytest.approx([one.share, one.low, one.high])
        named = f"{shown.label} ({shown.where})"
        assert named in told
        assert paper[number - 2] == [named, shown.share_text, shown.interval]
    assert view.contributions_method in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_where_nothing_is_uncertain(language):
    view = assessment_view(EXACT, language)
    assert (view.contributions, view.contributions_method) == ((), "")
    with_draws, without = (
        load_workbook(BytesIO(result_workbook(one, language))).sheetnames for one in (NOW, EXACT)
    )
    assert with_draws[:-1] == without
