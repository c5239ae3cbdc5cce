"""The user's own workbook with its errors marked: the file to continue with."""

import io

import openpyxl
import pytest

from kragozor.files.problems import FileRefused, refusal
from kragozor.files.reading import read_inventory
from kragozor.files.workbook.marked import marked_workbook
from kragozor.instruments.inventory import Origin
from tests.files.books import SWEATER, changed, empty, filled, refused, workbook_of

FAULTS = {"inflows!B7": "дванадесет", "inflows!C8": "Луната", "subject!C9": "31.02.2025"}
ROSE = "00F8E6EA"


def marked(data, language="bg"):
    return marked_workbook(data, refused(data).problems, language)


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("bg", "Намерено „дванадесет“; очаква се число, например 12,5"),
        ("en", "Found “дванадесет”; expected a number, for example 12.5"),
    ],
)
def test_faulty_cells_are_coloured_and_noted(language, note):
    cell = opened(marked(filled(FAULTS), language))["Вход"]["B7"]
    assert cell.comment.text == note
    assert cell.fill.start_color.rgb == ROSE
    assert cell.value == "дванадесет"


@pytest.mark.parametrize(("language", "title"), [("bg", "Грешки"), ("en", "Errors")])
def test_errors_are_listed_in_front_with_links(language, title):
    book = opened(marked(filled(FAULTS), language))
    sheet = book[title]
    assert book.sheetnames[0] == title
    links = [sheet.cell(row, 1).hyperlink.location for row in range(4, 7)]
    assert links == ["'Предмет'!C9", "'Вход'!B7", "'Вход'!C8"]
    assert sheet["B5"].value.endswith(("например 12,5", "for example 12.5"))
    assert sheet["A7"].value is None


def test_marked_file_has_the_same_faults():
    data = filled(FAULTS)
    assert refused(marked(data)).lines("bg") == refused(data).lines("bg")


def test_corrected_file_is_taken_and_loses_its_marks():
    def correct(book):
        book["Вход"]["B7"], book["Вход"]["C8"] = 60, "virgin"
        book["Предмет"]["C9"] = "31.12.2025"

    corrected = changed(marked(filled(FAULTS)), correct)
    assert read_inventory(corrected) == SWEATER
    clean = opened(marked_workbook(corrected, []))["Вход"]["B7"]
    assert clean.comment is None
    assert clean.fill.fill_type is None


def test_earlier_list_of_errors_is_replaced():
    book = opened(marked(marked(filled(FAULTS)), "en"))
    assert "Errors" in book.sheetnames
    assert "Грешки" not in book.sheetnames


def test_clear_values_are_normalised():
    cells = {"inflows!B7": "1 060,5", "inflows!C7": "REUSED", "outflows!G7": "38 %"}
    book = opened(marked(filled(cells | {"inflows!B8": "x", "subject!C8": "1.1.2025"})))
    assert book["Вход"]["B7"].value == 1060.5
    assert book["Вход"]["C7"].value == "повторно използван"
    assert book["Изход"]["G7"].value == 0.38
    assert book["Предмет"]["C8"].value.isoformat() == "2025-01-01T00:00:00"


def test_text_stays_text_and_formulas_stay_formulas():
    data = filled({"inflows!B8": "=6*2"}, whole=replace_material("=1+1"))
    sheet = opened(marked(data))["Вход"]
    assert (sheet["A7"].value, sheet["A7"].data_type) == ("=1+1", "s")
    assert (sheet["B8"].value, sheet["B8"].data_type) == ("=6*2", "f")


def replace_material(material):
    from tests.inventories import inflow, inventory

    return inventory(inflow(1, material=material), inflow(2))


def test_several_faults_of_a_cell_share_its_note():
    data = filled({"inflows!D7": "точно", "inflows!B7": "x"})
    problems = refused(data).problems
    twice = (*problems, *problems)
    note = opened(marked_workbook(data, twice))["Вход"]["B7"].comment.text
    assert len(note.splitlines()) == 2


def test_faults_without_a_cell_are_listed_only():
    data = changed(workbook_of(SWEATER), lambda book: book.remove(book["Вход"]))
    sheet = opened(marked(data))["Грешки"]
    assert (sheet["A4"].value, sheet["A4"].hyperlink) == ("—", None)
    assert sheet["B4"].value.startswith("Липсва лист „Вход“")


def test_file_that_cannot_be_opened_is_refused():
    with pytest.raises(FileRefused):
        marked_workbook(b"PK nothing", refusal("file.broken").problems)


def test_untouched_template_is_marked_where_it_is_required():
    assert (
        opened(marked(empty()))["Предмет"]["C5"].comment.text == "Не е попълнено; очаква се текст"
    )


def test_origin_survives_normalising():
    data = filled({"inflows!C7": "Virgin", "inflows!B8": "x"})
    book = changed(marked(data), lambda b: b["Вход"].cell(8, 2, 40))
    assert read_inventory(book).inflows[0].origin is Origin.VIRGIN
