"""Whatever is declared, every form of a result can be made and says nothing that is no answer."""

import io
import json
import re
import zipfile
from html import unescape
from pathlib import Path

import pikepdf
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from kragozor.cli.result_table import result_table
from kragozor.files.assessments import assessment_from_text
from kragozor.instruments.assess import assess
from kragozor.reports.document import document_data
from kragozor.reports.explanation import explain
from kragozor.reports.outputs import output
from kragozor.reports.pictures import pictures
from kragozor.reports.view import assessment_view
from tests.files.everything import EVERYTHING
from tests.inventories import inventories

# What a program calls a number that is none, where it stands as a word of its own.
NO_ANSWER = re.compile(r"\b(?:nan|NaN|inf|Infinity|None|True|False)\b|\{\w*\}|Message\(")
languages = st.sampled_from(["bg", "en"])
draws = st.sampled_from([0, 64])


def said(told):
    """The words of a text without those of the markup around them."""
    return unescape(re.sub(r"<[^>]*>", " ", told))


def unanswered(told, assessment):
    """What a text says that is no answer and that nobody declared."""
    declared = repr(assessment.inventory)
    return [found for found in NO_ANSWER.findall(told) if found and found not in declared]


def texts(data):
    """Every text that plain data hold."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        yield from (text for item in data.values() for text in texts(item))
    elif isinstance(data, (list, tuple)):
        yield from (text for item in data for text in texts(item))


def in_workbook(data):
    """Every text of a workbook, and every number as it is stored."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [name for name in package.namelist() if name.startswith("xl/")]
        return "\n".join(said(package.read(name).decode()) for name in parts)


def of_document(assessment, language):
    """What the PDF is typeset from, without the labels that it fills in itself."""
    view = assessment_view(assessment, language)
    drawn = pictures(view, assessment.inventory)
    data = document_data(view, assessment.inventory, drawn, measured_at=None, made_by="")
    return said("\n".join(texts({**data, "labels": ""})))


def explained(assessment, language, form):
    """Every framework of an assessment explained."""
    return "\n".join(
        explain(assessment, reading.indicator, language=language, form=form)
        for reading in assessment.readings
    )


def made(assessment, language):
    """Every form of a result but the typeset one, as words."""
    yield result_table(assessment, language)
    yield in_workbook(output(assessment, Path("a.xlsx"), language))
    yield said(output(assessment, Path("a.svg"), language).decode())
    yield of_document(assessment, language)
    yield explained(assessment, language, "text")
    yield said(explained(assessment, language, "html"))


@settings(max_examples=12, deadline=None)
@given(inventories, languages, draws)
def test_every_form_is_made_and_gives_answers(facts, language, draws):
    assessment = assess(facts, draws=draws)
    for told in made(assessment, language):
        assert unanswered(told, assessment) == []


@settings(max_examples=12, deadline=None)
@given(inventories, draws)
def test_json_holds_numbers_alone_and_comes_back(facts, draws):
    assessment = assess(facts, draws=draws)
    written = output(assessment, Path("a.json"), "bg").decode()
    json.loads(written, parse_constant=pytest.fail)
    assert assessment_from_text(written) == assessment


@settings(max_examples=3, deadline=None)
@given(inventories, languages)
def test_any_inventory_is_typeset(facts, language):
    made = output(assess(facts, draws=64), Path("a.pdf"), language)
    assert len(pikepdf.open(io.BytesIO(made)).pages) >= 2


@pytest.mark.parametrize("language", ["bg", "en"])
def test_everything_is_told_in_every_form(language):
    assessment = assess(EVERYTHING, draws=64)
    for told in made(assessment, language):
        assert unanswered(told, assessment) == []
    pdf = output(assessment, Path("a.pdf"), language)
    assert len(pikepdf.open(io.BytesIO(pdf)).pages) >= 8
    source = explained(assessment, language, "typst")
    assert typst.compile(source.encode())[:5] == b"%PDF-"


def figures(read):
    """The figures of a framework and of every single thing that it looks at."""
    yield from read.figures
    for table in read.tables:
        for item in table.items:
            yield from figures(item)


@settings(max_examples=12, deadline=None)
@given(inventories, languages, draws)
def test_every_figure_is_a_number_with_its_working_or_a_reason(facts, language, draws):
    for read in assessment_view(assess(facts, draws=draws), language).frameworks:
        for figure in figures(read):
            assert figure.is_defined != bool(figure.undefined_text)
            own = figure.working and figure.working.own
            assert not figure.is_defined or own.numbers or own.note
            assert figure.is_defined or not figure.interval_text
