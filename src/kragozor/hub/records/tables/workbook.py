"""The first sheet of a workbook that holds anything, as a table of text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from kragozor.files.problems import FileRefused
from kragozor.files.workbook.grid import opening
from kragozor.files.workbook.package import check_package
from kragozor.hub.records.tables.table import MAX_COLUMNS, Line, TableRefused, filled

# Sheets are dressed down to their last row; so many empty ones in a row are its end.
EMPTY_ROWS = 1000


def lines_of_workbook(data: bytes) -> list[Line]:
    """Return the filled rows of a workbook that was looked at as an archive first."""
    try:
        check_package(data)
        return _first_filled(data)
    except FileRefused as refused:
        raise TableRefused("file", problems=refused.problems) from None


def _first_filled(data: bytes) -> list[Line]:
    try:
        with opening():
            book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
            sheets = [sheet for sheet in book.worksheets if hasattr(sheet, "iter_rows")]
            return next((rows for sheet in sheets if (rows := filled(_lines(sheet)))), [])
    except FileRefused as refused:
        # What `filled` refuses is no damage of the file.
        if isinstance(refused.__cause__, TableRefused):
            raise refused.__cause__ from None
        raise


def _lines(sheet: Any) -> Iterator[Line]:
    sheet.reset_dimensions()
    empty = 0
    # Asked for a number of columns, openpyxl would fill up every row to as many.
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        if any(value is not None for value in values[MAX_COLUMNS:]):
            raise TableRefused("columns", limit=MAX_COLUMNS)
        cells = tuple(map(cell_text, values[:MAX_COLUMNS]))
        empty = 0 if any(cells) else empty + 1
        if empty > EMPTY_ROWS:
            return
        yield Line(number, cells)


def cell_text(value: object) -> str:
    """Return what a cell says as the text a person would have typed.

    >>> [cell_text(value) for value in (None, 175074752.0, 12.5, dt.datetime(2026, 3, 1))]
    ['', '175074752', '12.5', '2026-03-01']
    """
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())
