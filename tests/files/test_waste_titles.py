"""The annex is read as it is copied from the ordinance; each wrong row is named."""

from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from kragozor.files.problems import FileRefused
from kragozor.files.waste_titles import read_waste_titles, waste_titles_values
from kragozor.instruments.reference.waste import by_code, headings, waste, wastes, written

HEADINGS = ("Код", "Наименование на отпадъка")
PAPER = ("15 01 01", "хартиени и картонени опаковки")
PLASTIC = ("15 01 02", "пластмасови опаковки")
RESIDUES = ("15 01 10*", "опаковки, съдържащи остатъци от опасни вещества")


def workbook(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def text(*rows, sign=";"):
    return "\n".join(sign.join(f'"{cell}"' for cell in row) for row in rows).encode()


def refused(source, language="bg"):
    with pytest.raises(FileRefused) as refusal:
        read_waste_titles(source)
    return [line.replace("\u00a0", " ") for line in refusal.value.lines(language)]


@pytest.mark.parametrize("file", [workbook, text])
def test_titles_are_read_by_code(file):
    assert read_waste_titles(file(HEADINGS, PLASTIC, RESIDUES)) == {
        "150102": PLASTIC[1],
        "150110": RESIDUES[1],
    }


def test_whole_annex_is_read_as_it_is_printed():
    rows = [(written(code), f"ОТПАДЪЦИ, ГРУПА {code}") for code in headings()]
    rows += [(each.written, f"отпадък {each.code}") for each in wastes()]
    titles = read_waste_titles(workbook(HEADINGS, *sorted(rows)))
    assert titles.keys() == by_code().keys() | headings().keys()
    assert titles["040222"] == "отпадък 040222"


def test_columns_are_found_by_their_headings():
    rows = (
        ("Приложение № 1", None, None),
        (None, None, None),
        ("№", "Наименование на отпадъците", "Код на отпадъците по списъка"),
        (1, PLASTIC[1], PLASTIC[0]),
    )
    assert read_waste_titles(workbook(*rows)) == {"150102": PLASTIC[1]}


def test_rows_without_a_code_are_passed_over():
    rows = (HEADINGS, (None, "Списък"), ("Забележка", "виж член 3"), PLASTIC, ("(1)", "бележка"))
    assert read_waste_titles(workbook(*rows)) == {"150102": PLASTIC[1]}


def test_sheets_that_are_no_annex_are_passed_over():
    book = Workbook()
    book.active.append(("Съдържание",))
    annex = book.create_sheet("Приложение 1")
    annex.append(HEADINGS)
    annex.append(PLASTIC)
    file = BytesIO()
    book.save(file)
    assert read_waste_titles(file.getvalue()) == {"150102": PLASTIC[1]}


def test_numbers_get_their_leading_zeros_back():
    rows = (HEADINGS, (1, "ОТПАДЪЦИ"), (203, "отпадъци"), (20304, "материали"), (20.0, "БИТОВИ"))
    assert list(read_waste_titles(workbook(*rows))) == ["01", "0203", "020304", "20"]


def test_same_title_twice_is_no_harm():
    assert read_waste_titles(text(HEADINGS, PLASTIC, PLASTIC)) == {"150102": PLASTIC[1]}


def test_old_bulgarian_encoding_is_read():
    assert read_waste_titles(text(HEADINGS, PLASTIC).decode().encode("cp1251"))


def test_titles_lose_breaks_and_double_spaces():
    rows = (HEADINGS, ("15 01 02", " пластмасови\n опаковки "))
    assert read_waste_titles(workbook(*rows)) == {"150102": "пластмасови опаковки"}


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (
            ("15 01 08", "опаковки"),
            "Sheet, ред 2, колона „Код“ (A2): непознат код „15 01 08“; "
            "най-близкият е 15 01 07 „стъклени опаковки“ (работен превод)",
        ),
        (
            ("99 99 99", "опаковки"),
            "Sheet, ред 2, колона „Код“ (A2): непознат код „99 99 99“; "
            "очаква се код от Списъка на отпадъците, например 15 01 02",
        ),
        (
            ("15 01 10", "опаковки"),
            "Sheet, ред 2, колона „Код“ (A2): намерено „15 01 10“, а отпадъкът е опасен; "
            "очаква се „15 01 10*“",
        ),
        (
            ("15 01 02*", "опаковки"),
            "Sheet, ред 2, колона „Код“ (A2): намерено „15 01 02*“, а отпадъкът не е опасен; "
            "очаква се „15 01 02“",
        ),
        (
            ("15 01 02", None),
            "Sheet, ред 2, колона „Наименование на отпадъка“ (B2): не е попълнено; "
            "очаква се наименование на български",
        ),
        (
            ("15 01 02", "plastic packaging"),
            "Sheet, ред 2, колона „Наименование на отпадъка“ (B2): намерено „plastic packaging“; "
            "очаква се наименование на български",
        ),
    ],
)
def test_wrong_row_is_named(row, line):
    assert refused(workbook(HEADINGS, row)) == [line]


def test_two_titles_of_one_code_are_refused():
    (line,) = refused(text(HEADINGS, PLASTIC, ("150102", "други опаковки")))
    assert line == (
        "CSV, ред 3, колона „Наименование на отпадъка“ (B3): "
        "код 150102 има две различни наименования; очаква се едно"
    )


def test_every_wrong_row_is_named_at_once():
    rows = (HEADINGS, ("15 01 10", "опаковки"), PLASTIC, ("15 01 08", "опаковки"))
    assert len(refused(text(*rows))) == 2


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (b"", "Файлът е празен"),
        (b"x" * 200_000, "Това не е работна книга"),
        (b"\x00\x01", "Това не е работна книга"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Файлът е в стария формат"),
        (b"PK\x03\x04", "Работната книга е повредена"),
        (text(("Код", "Маса"), PLASTIC), "Не са намерени колони с код и наименование"),
        (text(HEADINGS), "Под заглавията няма нито един код"),
        (text(HEADINGS, *[PLASTIC] * 5000), "повече от 5 000 реда"),
    ],
)
def test_file_that_is_no_annex_is_refused(source, said):
    (line,) = refused(source)
    assert line.lower().startswith(said.lower())


def test_refusal_is_said_in_english():
    (line,) = refused(workbook(HEADINGS, ("15 01 10", "опаковки")), "en")
    assert line.endswith("found “15 01 10”, but this waste is hazardous; expected “15 01 10*”")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    with suppress(FileRefused):
        assert read_waste_titles(data)


@given(st.lists(st.sampled_from(wastes()), unique=True, min_size=1, max_size=20))
def test_titles_come_back_as_they_were_written(entries):
    rows = [(each.written, f"отпадък {each.code}") for each in entries]
    titles = read_waste_titles(text(HEADINGS, *rows))
    assert titles == {each.code: f"отпадък {each.code}" for each in entries}
    assert all(waste(code) for code in titles)


def test_titles_that_can_be_read_come_with_what_is_wrong_with_the_others():
    annex = "Код;Наименование\n15 01 02;пластмасови опаковки\n99 99 99;няма такъв\n"
    titles, problems = waste_titles_values(annex.encode())
    assert titles == {"150102": "пластмасови опаковки"}
    assert [problem.cell for problem in problems] == ["A3"]
