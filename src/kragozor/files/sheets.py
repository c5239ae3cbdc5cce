"""The sheets of a file that is a plain table: those of a workbook, or the one of a CSV file."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path
from typing import BinaryIO

from kragozor.files.limits import MAX_COLUMNS, MAX_ROWS
from kragozor.files.problems import refusal
from kragozor.files.reading import OLE, ZIP, file_content
from kragozor.files.text_table import decoded, is_table, separator
from kragozor.files.workbook.grid import Grid, read_book
from kragozor.files.workbook.package import check_package

CSV_TITLE = "CSV"


def sheets(source: bytes | str | Path | BinaryIO) -> tuple[Grid, ...]:
    """Return the sheets of a file, whose content decides what it is.

    Raises
    ------
    FileRefused
        The file is neither a workbook nor a text table, or holds too much.

    Examples
    --------
    >>> sheets("Код;Наименование\\n15 01 02;пластмасови опаковки\\n".encode())[0].text(2, 1)
    '15 01 02'
    """
    data = file_content(source)
    if not data.strip():
        raise refusal("file.empty")
    if data.startswith(OLE):
        raise refusal("file.old_or_encrypted")
    if data.startswith(ZIP):
        check_package(data)
        return read_book(data).grids
    return (_text_sheet(data),)


def _text_sheet(data: bytes) -> Grid:
    text = decoded(data)
    if not is_table(text):
        raise refusal("file.unknown")
    grid = Grid(CSV_TITLE)
    try:
        for number, cells in enumerate(csv.reader(StringIO(text), delimiter=separator(text)), 1):
            grid.is_cut = grid.is_cut or number > MAX_ROWS
            if not grid.is_cut:
                filled = enumerate(cells[:MAX_COLUMNS], start=1)
                grid.cells[number] = {column: cell for column, cell in filled if cell.strip()}
    except csv.Error:
        raise refusal("file.unknown") from None
    return grid
