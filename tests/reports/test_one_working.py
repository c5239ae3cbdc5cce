"""The page, the PDF and the workbook tell one working: the same formulas, numbers and facts."""

import io
from pathlib import Path

import openpyxl
import pytest

import kragozor
from kragozor.instruments.assess import assess
from kragozor.reports.document import document_data
from kragozor.reports.explanation import explain
from kragozor.reports.pictures import pictures
from kragozor.reports.view import assessment_view
from kragozor.reports.workbook import result_workbook
from kragozor.words import LANGUAGES, entry
from tests.files.everything import EVERYTHING

EXAMPLES = Path(kragozor.__file__).parent / "files" / "examples"
NAMES = ("pet-bottle", "recycled-cotton-t-shirt", "flour-mill", "returnable-glass-bottle-2022")
INVENTORIES = {name: kragozor.read(EXAMPLES / f"{name}.json") for name in NAMES}
INVENTORIES["everything"] = EVERYTHING


@pytest.fixture(scope="module", params=INVENTORIES)
def assessment(request):
    return assess(INVENTORIES[request.param])


def spoken(view):
    return [framework for framework in view.frameworks if not framework.silence]


def workings(view):
    return [f.working for one in spoken(view) for f in one.defined if f.working]


def derivations(view):
    """How each number that is no fact itself was made of facts."""
    used = [one for working in workings(view) for one in working.inputs if one.places]
    return {one.made.text for one in used if one.symbol and one.made and one.made.is_told}


def typeset(assessment, view):
    """What the PDF is typeset from."""
    drawn = pictures(view, assessment.inventory)
    return document_data(view, assessment.inventory, drawn, measured_at=None, made_by="")


@pytest.mark.parametrize("language", LANGUAGES)
def test_pdf_tells_every_step_and_how_its_numbers_were_made(assessment, language):
    view = assessment_view(assessment, language)
    data = typeset(assessment, view)
    told = [form["text"] for one in data["frameworks"] for form in forms(one["workings"])]
    assert {working.own.numeric_text for working in workings(view)} - {""} <= set(told)
    assert {line["made"]["text"] for line in data["inputs"] if line["made"]} == derivations(view)


def forms(found):
    """Every formula in what a framework of the PDF shows."""
    for working in found:
        yield from working["forms"]


def rows(book, sheet, language):
    """The rows of a sheet below its head."""
    found = book[entry(f"reports.document.{sheet}", language)]
    return list(found.iter_rows(min_row=2, values_only=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_workbook_tells_the_same(assessment, language):
    book = openpyxl.load_workbook(io.BytesIO(result_workbook(assessment, language)))
    view = assessment_view(assessment, language)
    figures, inputs = (rows(book, name, language) for name in ("figures", "inputs-sheet"))
    cells = {cell for row in figures for cell in row}
    assert {working.own.numeric_text for working in workings(view)} - {""} <= cells
    assert derivations(view) <= {row[-1] for row in inputs}


def test_explanation_tells_the_same(assessment):
    view = assessment_view(assessment, "bg")
    told = "\n".join(explain(assessment, one.id) for one in spoken(view))
    for working in workings(view):
        assert working.own.numeric_text in told
    for made in derivations(view):
        assert made in told
