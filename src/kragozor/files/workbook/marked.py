"""The user's own workbook with its errors marked: the file to continue with.

Every faulty cell is coloured and bears a note; a sheet in front lists all errors, each linked
to its cell. What could be read without doubt is written as what it is: a number typed as text
becomes a number. Marks of an earlier round are taken off first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink

from kragozor.files.fields import Field
from kragozor.files.problems import FileRefused, Problem, Unreadable
from kragozor.files.values import value_read
from kragozor.files.workbook.cells import write_text, write_value
from kragozor.files.workbook.columns import columns, lines
from kragozor.files.workbook.grid import opening
from kragozor.files.workbook.package import check_package
from kragozor.files.workbook.reader import Reading, workbook_read
from kragozor.files.workbook.styles import FAULTY, FINDING, HEADINGS, INK, PLACE, QUIET, ROSE, TITLE
from kragozor.files.workbook.template import saved, set_page
from kragozor.words import LANGUAGES, entry

_WIDTHS = {"A": 60, "B": 110}
_LINE_HEIGHT, _CHARACTERS_A_LINE = 15, 110
_NOTE_WIDTH, _NOTE_HEIGHT = 320, 110


def marked_workbook(data: bytes, problems: Iterable[Problem], language: str = "bg") -> bytes:
    """Return the workbook with its errors marked and listed.

    Raises
    ------
    FileRefused
        When the file cannot be opened as a workbook at all.
    """
    check_package(data)
    with opening():
        book = load_workbook(BytesIO(data), keep_links=False, rich_text=True)
    _unmark(book)
    _normalise(book, data, language)
    found = tuple(problems)
    _mark(book, found, language)
    _list(book, found, language)
    return saved(book)


def _unmark(book: Any) -> None:
    authors = {entry("files.marked.author", language) for language in LANGUAGES}
    for language in LANGUAGES:
        title = entry("files.marked.sheet", language)
        if title in book.sheetnames:
            del book[title]
    for sheet in book.worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if cell.comment and cell.comment.author in authors:
                cell.comment, cell.fill, cell.font = None, PatternFill(), Font(color=INK)


def _normalise(book: Any, data: bytes, language: str) -> None:
    try:
        reading = workbook_read(data)
    except FileRefused:
        # Where the columns are in doubt, so is every value.
        return
    for title, row, column, field in _fields(reading):
        cell = book[title].cell(row, column)
        if isinstance(cell.value, str) and cell.data_type != "f" and field.form != "text":
            _normalise_cell(cell, field, language)


def _fields(reading: Reading) -> Iterator[tuple[str, int, int, Field]]:
    """Yield every cell that was read, with its field."""
    for name, table in reading.tables.items():
        known = {column.key: column.field for column in columns(name)}
        for row in table.rows:
            for key, place in table.places.items():
                yield table.grid.title, row, place, known[key]
    form = reading.form
    for declared, field in lines():
        row = form.rows.get(f"{declared.name}.{field.name}", 0)
        if row:
            yield form.grid.title, row, form.places["value"], field


def _normalise_cell(cell: Any, field: Field, language: str) -> None:
    try:
        value = value_read(field, cell.value)
    except Unreadable:
        return
    if value is not None:
        write_value(cell, field, value, language)


def _mark(book: Any, problems: tuple[Problem, ...], language: str) -> None:
    notes: dict[tuple[str, str], list[str]] = {}
    for problem in problems:
        if problem.sheet in book.sheetnames and problem.cell:
            sentence = problem.sentence(language)
            notes.setdefault((problem.sheet, problem.cell), []).append(sentence)
    author = entry("files.marked.author", language)
    for (sheet, name), sentences in notes.items():
        cell = book[sheet][name]
        FAULTY.dress(cell)
        cell.comment = Comment("\n".join(sentences), author, _NOTE_HEIGHT, _NOTE_WIDTH)


def _list(book: Any, problems: tuple[Problem, ...], language: str) -> None:
    sheet = book.create_sheet(entry("files.marked.sheet", language), 0)
    book.active = 0
    for each in book.worksheets:
        each.sheet_view.tabSelected = each is sheet
    set_page(sheet, language)
    sheet.sheet_properties.tabColor = ROSE
    _write_head(sheet, language)
    for row, problem in enumerate(problems, start=4):
        _write_problem(sheet, row, problem, language)


def _write_head(sheet: Any, language: str) -> None:
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    for row, (key, look) in enumerate((("title", TITLE), ("hint", QUIET)), start=1):
        write_text(sheet.cell(row, 1), entry(f"files.marked.{key}", language))
        look.dress(sheet.cell(row, 1))
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)
        sheet.row_dimensions[row].height = 34
    for column, key in enumerate(("place", "problem"), start=1):
        write_text(sheet.cell(3, column), entry(f"files.marked.{key}", language))
        HEADINGS["optional"].dress(sheet.cell(3, column))


def _write_problem(sheet: Any, row: int, problem: Problem, language: str) -> None:
    place, finding = sheet.cell(row, 1), sheet.cell(row, 2)
    write_text(place, problem.spot.text(language) or "—")
    if problem.sheet in sheet.parent.sheetnames and problem.cell:
        quoted = problem.sheet.replace("'", "''")
        place.hyperlink = Hyperlink(ref="", location=f"'{quoted}'!{problem.cell}")
    sentence = problem.sentence(language)
    write_text(finding, sentence)
    sheet.row_dimensions[row].height = _LINE_HEIGHT * -(-len(sentence) // _CHARACTERS_A_LINE) + 4
    PLACE.dress(place)
    FINDING.dress(finding)
