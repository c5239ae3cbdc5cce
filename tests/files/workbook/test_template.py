"""The template: complete, bilingual, checked as it is filled, and safe."""

import io
import zipfile

import openpyxl
import pytest

from kragozor.files.facts import facts, inventory_read
from kragozor.files.offer import section_asked, sections_asked
from kragozor.files.suggestions import suggested
from kragozor.files.workbook.columns import TABLES, columns, columns_asked
from kragozor.instruments.inventory import Pillar
from kragozor.words import entry
from tests.files.books import HEADINGS, SHEETS, SWEATER, empty, workbook_of
from tests.inventories import inflow, inventory

LANGUAGES = ("bg", "en")
CASES = [(pillar, language) for pillar in Pillar for language in LANGUAGES]


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data), rich_text=False)


@pytest.mark.parametrize(("pillar", "language"), CASES)
def test_sheets_stand_in_order(pillar, language):
    book = opened(empty(language, pillar))
    titles = SHEETS[language]
    packaging = ("packaging",) if pillar is Pillar.PLASTICS else ()
    order = ("guide", "subject", "inflows", "outflows", "energy", "water", *packaging, "impacts")
    assert book.sheetnames[:-1] == [titles[name] for name in order]
    assert book[book.sheetnames[-1]].sheet_state == "hidden"


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_stand_in_both_languages(language, name):
    sheet = opened(empty(language, "plastics"))[SHEETS[language][name]]
    other = "en" if language == "bg" else "bg"
    headings = [str(cell.value) for cell in sheet[HEADINGS]]
    asked = columns_asked(name, Pillar.PLASTICS)
    assert headings == [f"{c.heading(language)}\n{c.heading(other)}" for c in asked]
    has_mass = name in ("inflows", "outflows", "packaging")
    assert ("Маса [kg]\nMass [kg]" in headings) == (has_mass and language == "bg")


@pytest.mark.parametrize(("pillar", "language"), CASES)
def test_every_field_has_its_place_where_it_is_asked_for(pillar, language):
    book = opened(empty(language, pillar))
    texts = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}
    for section in sections_asked(pillar):
        for field in section_asked(section, pillar, {}.__contains__).fields:
            assert field.help[language] in texts or f"{_mark(language)} {field.help[language]}" in (
                texts
            )


def _mark(language):
    return {"bg": "Помощ:", "en": "Help:"}[language]


@pytest.mark.parametrize(("pillar", "language"), CASES)
def test_every_sheet_has_one_example_the_reader_would_take(pillar, language):
    book = opened(empty(language, pillar))
    example = {"bg": "Пример:", "en": "Example:"}[language]
    raw = {"subject": facts(SWEATER)["subject"]}
    for name in (section.name for section in sections_asked(pillar) if section.many):
        sheet = book[SHEETS[language][name]]
        asked = columns_asked(name, pillar)
        rows = [row for row in sheet.iter_rows() if str(row[0].value).startswith(example)]
        assert len(rows) == 1
        assert rows[0][0].font.italic
        values = {c.key: cell.value for c, cell in zip(asked, rows[0], strict=True)}
        first = asked[0].key
        values[first] = values[first].removeprefix(example)
        raw[name] = [{key: value for key, value in values.items() if "." not in key}]
    assert inventory_read(raw).inflows


@pytest.mark.parametrize(("pillar", "language"), CASES)
def test_choices_are_offered_in_drop_downs(pillar, language):
    book = opened(empty(language, pillar))
    sheet = book[SHEETS[language]["inflows"]]
    checks = {str(check.sqref): check for check in sheet.data_validations.dataValidation}
    origin = checks["C7:C5006"]
    assert _listed(book, origin.formula1) == list(
        next(c.field for c in columns("inflows") if c.key == "origin").words(language).values()
    )
    material = checks["A7:A5006"]
    assert _listed(book, material.formula1) == list(suggested("materials", pillar, language))
    assert not material.showErrorMessage
    assert checks["B7:B5006"].type == "decimal"


def _listed(book, formula):
    title, _, cells = formula.partition("!")
    rows = book[title.strip("'")][cells.replace("$", "")]
    return [cell.value for (cell,) in rows]


def test_prompts_fit_what_excel_shows():
    for language in LANGUAGES:
        for sheet in opened(empty(language)):
            for check in sheet.data_validations.dataValidation:
                assert len(check.prompt or "") <= 255
                assert len(check.promptTitle or "") <= 32


def test_version_stands_in_a_property_and_in_sight():
    book = opened(empty())
    assert book.custom_doc_props["KragozorTemplate"].value == "1"
    texts = {cell.value for row in book["Указания"].iter_rows() for cell in row}
    assert "kragozor-inventory/1" in texts


def test_pillar_is_filled_in():
    assert opened(empty("bg", "agrifood"))["Предмет"]["C7"].value == entry(
        "choices.Pillar.agrifood", "bg"
    )


def test_numbers_are_cells_of_numbers():
    sheet = opened(workbook_of(SWEATER))["Вход"]
    assert (sheet["B7"].value, sheet["B7"].data_type) == (60, "n")


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "#N/A", "'x", "007"]
)
def test_text_is_never_a_formula(text):
    data = workbook_of(inventory(inflow(1, material=text, part=text)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())
    cell = opened(data)["Вход"]["A7"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_no_template_has_formulas():
    for pillar, language in CASES:
        with zipfile.ZipFile(io.BytesIO(empty(language, pillar))) as archive:
            assert not any(b"<f>" in archive.read(name) for name in archive.namelist())


def test_sheets_are_set_up_for_the_screen_and_for_paper():
    for sheet in opened(empty()).worksheets[:-1]:
        assert sheet.sheet_view.showGridLines is False
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert opened(empty())["Изход"].freeze_panes == "B5"
