"""Write the sheets with many rows: headings in both languages, help, an example, the rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl.utils import get_column_letter

from kragozor.files.facts import Row
from kragozor.files.fields import section
from kragozor.files.limits import MAX_ROWS
from kragozor.files.suggestions import example
from kragozor.files.workbook.cells import write_text, write_value
from kragozor.files.workbook.columns import Column, columns_asked, heading_text, primary
from kragozor.files.workbook.facts_in_cells import column_value
from kragozor.files.workbook.lists import Lists
from kragozor.files.workbook.styles import (
    HEADINGS,
    HELP,
    KEY,
    SUBTITLE,
    TITLE,
    example_look,
    input_look,
    number_format,
    two_lines,
)
from kragozor.words import entry

TITLE_ROW, SUBTITLE_ROW, KEY_ROW, HEADING_ROW, HELP_ROW, EXAMPLE_ROW, FIRST_ROW = range(1, 8)
_DRESSED_ROWS = 40

_WIDTHS = {"text": 32, "choice": 28, "flag": 18, "code": 14, "date": 13}
_NUMBER_WIDTH, _DETAIL_WIDTH, _GRADE_WIDTH = 21, 21, 17
_ROW_HEIGHT = 16


def write_table(sheet: Any, name: str, lists: Lists, rows: tuple[Row, ...] = ()) -> None:
    """Write one sheet, with the rows of an inventory where there is one."""
    dressed = max(len(rows), _DRESSED_ROWS)
    asked = columns_asked(name, lists.pillar, rows)
    _write_head(sheet, name, lists.language)
    _set_heights(sheet, dressed)
    for index, column in enumerate(asked, start=1):
        _write_heading(sheet, index, column, lists.language)
        _write_column(sheet, index, column, lists, dressed)
    _write_example(sheet, name, asked, lists)
    for number, row in enumerate(rows, start=FIRST_ROW):
        _write_row(sheet, number, asked, row, lists.language)
    _set_view(sheet, asked)


def _write_head(sheet: Any, name: str, language: str) -> None:
    declared = section(name)
    for row, text, look in (
        (TITLE_ROW, declared.labels[language], TITLE),
        (SUBTITLE_ROW, declared.help[language], SUBTITLE),
    ):
        write_text(sheet.cell(row, 1), text)
        look.dress(sheet.cell(row, 1))
    for row, height in ((TITLE_ROW, 32), (SUBTITLE_ROW, 22), (HEADING_ROW, 78), (HELP_ROW, 76)):
        sheet.row_dimensions[row].height = height
    sheet.row_dimensions[KEY_ROW].hidden = True


def _set_heights(sheet: Any, rows: int) -> None:
    # A row of its own height shows the first line of a long source, not the middle of it.
    for row in range(FIRST_ROW, FIRST_ROW + rows):
        sheet.row_dimensions[row].height = _ROW_HEIGHT


def _write_heading(sheet: Any, index: int, column: Column, language: str) -> None:
    key, heading = sheet.cell(KEY_ROW, index), sheet.cell(HEADING_ROW, index)
    write_text(key, column.key)
    KEY.dress(key)
    look = HEADINGS[column.weight]
    heading.value = two_lines(*heading_text(column, language), look)
    look.dress(heading)
    mark = f"{entry('files.template.help_mark', language)} " if index == 1 else ""
    write_text(sheet.cell(HELP_ROW, index), mark + column.help(language))
    HELP.dress(sheet.cell(HELP_ROW, index))


def _write_column(sheet: Any, index: int, column: Column, lists: Lists, rows: int) -> None:
    letter = get_column_letter(index)
    dimension = sheet.column_dimensions[letter]
    dimension.width = _width(column)
    dimension.number_format = number_format(column.field)
    if column.weight == "detail":
        dimension.outlineLevel, dimension.hidden = 1, True
    else:
        _dress(sheet, index, column, rows)
    check = lists.validation(column.field, column.help(lists.language))
    if check is not None:
        check.add(f"{letter}{FIRST_ROW}:{letter}{FIRST_ROW + MAX_ROWS - 1}")
        sheet.add_data_validation(check)


def _dress(sheet: Any, index: int, column: Column, rows: int) -> None:
    for row in range(FIRST_ROW, FIRST_ROW + rows):
        cell = sheet.cell(row, index)
        input_look(column.field).dress(cell)
        cell.number_format = number_format(column.field)


def _width(column: Column) -> int:
    if column.weight == "detail":
        return _DETAIL_WIDTH
    if column.key == "grade":
        return _GRADE_WIDTH
    return _WIDTHS.get(column.field.form, _NUMBER_WIDTH)


def _write_example(sheet: Any, name: str, asked: Sequence[Column], lists: Lists) -> None:
    shown = example(lists.pillar, name, lists.language)
    for index, column in enumerate(asked, start=1):
        cell = sheet.cell(EXAMPLE_ROW, index)
        write_value(cell, column.field, shown.get(column.key), lists.language)
        example_look(column.field).dress(cell)
        cell.number_format = number_format(column.field)
    first = sheet.cell(EXAMPLE_ROW, 1)
    write_text(first, f"{entry('files.template.example_mark', lists.language)} {first.value}")
    sheet.row_dimensions[EXAMPLE_ROW].height = 20


def _write_row(sheet: Any, number: int, asked: Sequence[Column], row: Row, language: str) -> None:
    leading = getattr(row, primary(asked[0].field.section).name)
    for index, column in enumerate(asked, start=1):
        value = column_value(column, row, leading, language)
        if value is not None:
            write_value(sheet.cell(number, index), column.field, value, language)


def _set_view(sheet: Any, asked: Sequence[Column]) -> None:
    sheet.freeze_panes = sheet.cell(HEADING_ROW + 1, 2)
    sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
    last = sum(column.weight != "detail" for column in asked)
    sheet.print_area = f"A1:{get_column_letter(last)}{max(sheet.max_row, FIRST_ROW)}"
