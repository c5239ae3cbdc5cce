"""A sheet that is written line by line: words as text, numbers as numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils import get_column_letter

from kragozor.files.workbook.cells import write_text
from kragozor.files.workbook.styles import HEADINGS, QUIET, SECTION, TEXT, TITLE, Look

_FORMATS = {"share": "0.0%", "index": "0.00"}
_LINE_HEIGHT = 15.5
_TITLE_HEIGHT = 30
_TALLEST = 400
_NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True)
class Number:
    """A number for a cell and how it is displayed there; None leaves the cell empty."""

    value: float | None
    display: str = "number"


Cell = str | Number


class Paper:
    """One sheet; every line goes below the last."""

    def __init__(self, workbook: Any, title: str, widths: Sequence[float]) -> None:
        self.sheet = workbook.create_sheet(_NOT_IN_A_TITLE.sub(" ", title)[:31])
        self.sheet.sheet_view.showGridLines = False
        self.sheet.page_setup.orientation = "landscape"
        self.sheet.page_setup.fitToHeight = 0
        self.sheet.sheet_properties.pageSetUpPr.fitToPage = True
        self.row = 0
        self.widths = widths
        for number, width in enumerate(widths, start=1):
            self.sheet.column_dimensions[get_column_letter(number)].width = width

    def title(self, text: str) -> None:
        """Write the title of the sheet."""
        self.line([text], TITLE)
        self.sheet.row_dimensions[self.row].height = _TITLE_HEIGHT

    def section(self, text: str) -> None:
        """Leave a line free and write a heading."""
        self.row += 1
        self.line([text], SECTION)

    def quiet(self, *texts: str) -> None:
        """Write remarks over the whole width, a line each."""
        for text in filter(None, texts):
            self.line([text], QUIET)
            self.sheet.merge_cells(
                start_row=self.row, end_row=self.row, start_column=1, end_column=len(self.widths)
            )
            self._grow([text], [sum(self.widths)])

    def table(self, head: Sequence[str], lines: Iterable[Sequence[Cell]]) -> None:
        """Write a table that can be filtered and whose head stays in sight."""
        self.line(head, HEADINGS["required"])
        first = self.row
        for cells in lines:
            self.line(cells, TEXT)
        self.sheet.auto_filter.ref = f"A{first}:{get_column_letter(len(head))}{self.row}"
        self.sheet.freeze_panes = f"A{first + 1}"
        self.sheet.print_title_rows = f"{first}:{first}"

    def line(self, cells: Sequence[Cell], look: Look = TEXT) -> None:
        """Write one line."""
        self.row += 1
        places = [self.sheet.cell(self.row, column) for column in range(1, len(cells) + 1)]
        look.dress_alike(places)
        for place, content in zip(places, cells, strict=True):
            _write(place, content)
        self._grow(cells, self.widths)

    def _grow(self, cells: Sequence[Cell], widths: Sequence[float]) -> None:
        """Make the line as high as its longest text needs, which no program does by itself."""
        lines = [
            -(-len(content) // (0.95 * width))
            for content, width in zip(cells, widths, strict=False)
            if isinstance(content, str)
        ]
        height = _LINE_HEIGHT * max(lines, default=1)
        self.sheet.row_dimensions[self.row].height = min(max(height, _LINE_HEIGHT), _TALLEST)


def number_format(value: float | None) -> str:
    """Return the format that shows a number with five significant digits.

    Examples
    --------
    >>> number_format(26.6), number_format(0.2165413), number_format(12345.67)
    ('#,##0.0', '#,##0.00000', '#,##0')
    """
    digits = f"{value or 0:.5g}"
    if "e" in digits:
        return "0.0###E+0"
    decimals = len(digits.partition(".")[2])
    return "#,##0." + "0" * decimals if decimals else "#,##0"


def storable(text: str) -> str:
    """Return a text without the control characters that no workbook can hold."""
    return str(ILLEGAL_CHARACTERS_RE.sub(" ", text))


def _write(cell: Any, content: Cell) -> None:
    if isinstance(content, Number):
        cell.value = content.value
        cell.number_format = _FORMATS.get(content.display) or number_format(content.value)
    elif content:
        write_text(cell, storable(content))
