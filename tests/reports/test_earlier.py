"""A result that was kept by earlier code is read, shown and explained in every form."""

import io
import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pikepdf
import pytest

from kragozor.cli.result_table import result_table
from kragozor.files.assessments import assessment_from_text, assessment_text
from kragozor.files.facts import facts
from kragozor.instruments.compute import compute
from kragozor.reports.disclosure import disclosure
from kragozor.reports.explanation import explain
from kragozor.reports.outputs import output
from kragozor.reports.view import assessment_view
from tests.files.earlier import TEXT

THEN = assessment_from_text(TEXT)
OLDER = replace(THEN, readings=(*THEN.readings[:2], replace(THEN.readings[2], version="3.0")))


def test_what_was_kept_is_written_again_without_loss():
    assert assessment_from_text(assessment_text(THEN)) == THEN
    assert facts(THEN.inventory) == json.loads(TEXT)["inventory"]


def test_frameworks_are_those_of_then():
    assert [reading.indicator for reading in THEN.readings] == ["mci", "iso59020", "cti"]
    assert (THEN.sample, THEN.contributions) == (None, ())


def test_formulas_of_the_same_version_still_give_the_numbers_of_then():
    for reading in THEN.readings:
        now = compute(reading.indicator, {name: i.value for name, i in reading.inputs.items()})
        for name, value in reading.values.items():
            then = value.value
            assert now.number(name) == (then and pytest.approx(then, rel=1e-9)), name


@pytest.mark.parametrize("language", ["bg", "en"])
def test_every_number_of_then_is_shown_with_its_working(language):
    view = assessment_view(THEN, language)
    for reading in THEN.readings:
        for name, value in reading.values.items():
            figure = view.framework(reading.indicator).figure(name)
            assert figure.value == value.value
            assert figure.is_defined != bool(figure.undefined_text)
            assert figure.is_defined <= bool(figure.working)
        assert explain(THEN, reading.indicator, language=language)


@pytest.mark.parametrize("language", ["bg", "en"])
def test_file_of_then_is_made_in_every_form(language):
    book = openpyxl.load_workbook(io.BytesIO(output(THEN, Path("a.xlsx"), language)))
    number = THEN.headline_value.value
    assert number in [cell.value for row in book.worksheets[0] for cell in row]
    pdf = pikepdf.open(io.BytesIO(output(THEN, Path("a.pdf"), language)))
    assert len(pdf.pages) >= 2
    assert assessment_view(THEN, language).headline.number in result_table(THEN, language)


@pytest.mark.parametrize("standard", ["esrs-e5", "vsme-b7"])
def test_tables_of_standards_that_came_since_are_filled_from_the_facts(standard):
    assert any(line.value is not None for line in disclosure(THEN, standard).lines)


@pytest.mark.parametrize(
    ("language", "words"),
    [("bg", "Измерено по версия 3.0 на метода"), ("en", "Measured by version 3.0 of the method")],
)
def test_result_of_an_older_version_of_a_method_says_so_in_place_of_its_numbers(language, words):
    framework = assessment_view(OLDER, language).framework("cti")
    assert framework.silence.startswith(words)
    assert framework.defined == ()
    assert words in result_table(OLDER, language)
    assert words in explain(OLDER, "cti.circularity", language=language)
