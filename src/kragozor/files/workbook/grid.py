"""The cells of a workbook as plain values, read in a stream and never beyond the limits.

Formatting is not data: a sheet whose empty rows are dressed to the very bottom is read to its
last value only. Of a formula its stored result is taken.
"""

from __future__ import annotations

import datetime as dt
import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from kragozor.files.limits import MAX_COLUMNS, MAX_ROWS
from kragozor.files.problems import refusal
from kragozor.files.values import Faulty, is_blank

# Room for the title, headings, help and example above the rows of data.
_HEAD_ROWS = 40

# How an element ends that holds a value, or begins that holds a formula, prefixed or not.
_VALUE_MARKS = (b"v>", b"is>", b"<f", b":f")
_ROW = re.compile(rb"row\b[^>]*?\br=\"(\d+)\"")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref=\"([A-Z]+\d+:[A-Z]+\d+)\"")


@dataclass
class Grid:
    """One sheet: its title and its values by row and column, both counted from 1."""

    title: str
    cells: dict[int, dict[int, object]] = field(default_factory=dict)
    merged: tuple[str, ...] = ()
    is_cut: bool = False

    def value(self, row: int, column: int) -> object:
        """Return the value of a cell, ``None`` where there is none."""
        return self.cells.get(row, {}).get(column)

    def text(self, row: int, column: int) -> str:
        """Return the value of a cell as text."""
        value = self.value(row, column)
        return "" if value is None or isinstance(value, Faulty) else str(value)

    def merged_below(self, row: int) -> list[str]:
        """Return the merged ranges that reach below a row."""
        return [cells for cells in self.merged if int(range_boundaries(cells)[3]) > row]


@dataclass(frozen=True)
class Book:
    """A workbook that has been read: its sheets, its properties, the start of its calendar."""

    grids: tuple[Grid, ...]
    properties: dict[str, object]
    epoch: dt.datetime


def read_book(data: bytes) -> Book:
    """Read a workbook that has passed ``check_package``."""
    with opening():
        return _book(data)


@contextmanager
def opening() -> Iterator[None]:
    """Refuse as damaged what openpyxl cannot open."""
    try:
        with warnings.catch_warnings():
            # What openpyxl does not support (images, extensions) is of no concern here.
            warnings.simplefilter("ignore")
            yield
    except Exception as error:
        # openpyxl meets a damaged part with whatever exception its XML leads to.
        raise refusal("file.broken") from error


def _book(data: bytes) -> Book:
    book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    formulas: Any = None
    grids = []
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for sheet in _worksheets(book):
            xml = archive.read(_path(sheet))
            last = _last_row(xml)
            grid = _grid(sheet, last)
            if _FORMULA.search(xml):
                formulas = formulas or load_workbook(
                    BytesIO(data), read_only=True, keep_links=False
                )
                _add_formulas(grid, formulas[sheet.title], last)
            grid.merged = tuple(match.decode() for match in _MERGED.findall(xml))
            grids.append(grid)
    properties = {each.name: each.value for each in book.custom_doc_props.props}
    return Book(tuple(grids), properties, book.epoch)


def _worksheets(book: Any) -> list[Any]:
    # A sheet of charts holds no cells.
    return [sheet for sheet in book.worksheets if hasattr(sheet, "iter_rows")]


def _path(sheet: Any) -> str:
    return str(sheet._worksheet_path).lstrip("/")


def _last_row(xml: bytes) -> int | None:
    """Return the number of the last row that holds a value, ``None`` when it is not told."""
    end = xml.rfind(b"sheetData>")
    last = max(xml.rfind(mark, 0, end) for mark in _VALUE_MARKS)
    row = _ROW.search(xml, max(xml.rfind(b"row ", 0, last), 0), max(last, 0))
    return int(row[1]) if row else None


def _rows(sheet: Any, last: int | None) -> Iterator[tuple[int, list[tuple[int, Any]]]]:
    """Yield the rows that hold anything, with their numbers, up to the limit."""
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=last, max_col=MAX_COLUMNS)
    for number, cells in enumerate(rows, start=1):
        filled = [(i, cell) for i, cell in enumerate(cells, start=1) if not is_blank(cell.value)]
        if filled:
            yield number, filled


def _grid(sheet: Any, last: int | None) -> Grid:
    grid = Grid(sheet.title)
    for number, cells in _rows(sheet, last):
        if len(grid.cells) >= MAX_ROWS + _HEAD_ROWS:
            grid.is_cut = True
            break
        grid.cells[number] = {column: _value(cell) for column, cell in cells}
    return grid


def _value(cell: Any) -> object:
    return Faulty("error", str(cell.value)) if cell.data_type == "e" else cell.value


def _add_formulas(grid: Grid, sheet: Any, last: int | None) -> None:
    """Mark the formulas that have no stored result; without results a cell looks empty."""
    for count, (number, cells) in enumerate(_rows(sheet, last)):
        if count >= MAX_ROWS + _HEAD_ROWS:
            break
        for column, cell in cells:
            if cell.data_type == "f" and grid.value(number, column) is None:
                grid.cells.setdefault(number, {})[column] = Faulty("formula", str(cell.value))
