"""How the workbook looks: paper and ink, one green that acts, rose for what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, replace
from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from kragozor.files.fields import Field

FONT = "Calibri"

INK, INK_2, WHITE = "1C211B", "566052", "FFFFFF"
PAPER, SUNKEN, LINE = "FBFAF6", "F2F0E8", "DFDCCF"
GREEN, GREEN_SOFT = "1F6B45", "E4F0E6"
ROSE, ROSE_SOFT = "A8324E", "F8E6EA"

_HAIR = Side(style="thin", color=LINE)
UNDERLINE = Border(bottom=_HAIR)
BOX = Border(left=_HAIR, right=_HAIR, top=_HAIR, bottom=_HAIR)


@dataclass(frozen=True)
class Look:
    """The dress of a cell."""

    font: Font
    fill: PatternFill | None = None
    alignment: Alignment | None = None
    border: Border | None = None

    def dress(self, cell: Any) -> None:
        """Put the look on a cell."""
        cell.font = self.font
        if self.fill:
            cell.fill = self.fill
        if self.alignment:
            cell.alignment = self.alignment
        if self.border:
            cell.border = self.border

    def dress_alike(self, cells: Iterable[Any]) -> None:
        """Put the look on undressed cells of one sheet.

        The workbook compares every part of a look with all that it has, which takes most of the
        time of a long sheet; the first cell lends the others what was found for it.
        """
        first, *others = cells
        self.dress(first)
        for cell in others:
            cell._style = copy(first._style)


def _font(colour: str = INK, **more: Any) -> Font:
    return Font(name=FONT, color=colour, **more)


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", start_color=colour)


_WRAP = Alignment(wrap_text=True, vertical="top")
_CELL_TOP = Alignment(wrap_text=True, vertical="top", horizontal="left", indent=1)
_CELL = Alignment(wrap_text=True, vertical="center", horizontal="left", indent=1)
_AMOUNT = Alignment(vertical="center", horizontal="right", indent=1)
_AMOUNT_TOP = Alignment(vertical="top", horizontal="right", indent=1)

TITLE = Look(_font(GREEN, size=20, bold=True), alignment=Alignment(vertical="center"))
SUBTITLE = Look(_font(INK_2, size=11), alignment=Alignment(vertical="center"))
SECTION = Look(_font(GREEN, size=13, bold=True), alignment=Alignment(vertical="bottom"))
TEXT = Look(_font(size=11), alignment=_WRAP)
QUIET = Look(_font(INK_2, size=10), alignment=_WRAP)
EXAMPLE = Look(_font(INK_2, size=10, italic=True), _fill(SUNKEN), _CELL, UNDERLINE)
EXAMPLE_AMOUNT = replace(EXAMPLE, alignment=_AMOUNT)
HELP = Look(_font(INK_2, size=9), _fill(PAPER), _CELL_TOP, UNDERLINE)
REMARK = replace(HELP, font=_font(INK_2, size=10), alignment=_CELL)
KEY = Look(_font(LINE, size=8))
INPUT = Look(_font(size=11), alignment=_CELL_TOP, border=BOX)
INPUT_AMOUNT = replace(INPUT, alignment=_AMOUNT_TOP)
ANSWER = replace(INPUT, alignment=_CELL)
PLACE = Look(_font(GREEN, size=11, underline="single"), alignment=_CELL_TOP, border=UNDERLINE)
FINDING = Look(_font(size=11), alignment=_CELL_TOP, border=UNDERLINE)
BLOCKED = Look(_font(size=11), _fill(SUNKEN), border=BOX)
FAULTY = Look(_font(ROSE, size=11), _fill(ROSE_SOFT))

HEADINGS = {
    "required": Look(_font(WHITE, size=11, bold=True), _fill(GREEN), _CELL, BOX),
    "beside": Look(_font(GREEN, size=11, bold=True), _fill(GREEN_SOFT), _CELL, BOX),
    "optional": Look(_font(GREEN, size=11, bold=True), _fill(GREEN_SOFT), _CELL, BOX),
    "detail": Look(_font(INK_2, size=11, bold=True), _fill(SUNKEN), _CELL, BOX),
}

# Numbers are shown as they are: a format with groups of thousands would round, or lose a sign.
_FORMATS = {"date": "dd.mm.yyyy", "text": "@", "code": "@"}


def number_format(field: Field) -> str:
    """Return the number format of a field."""
    return _FORMATS.get(field.form, "General")


def input_look(field: Field) -> Look:
    """Return the look of a cell to fill in: numbers to the right, words to the left."""
    return INPUT_AMOUNT if field.is_quantity else INPUT


def example_look(field: Field) -> Look:
    """Return the look of an example value."""
    return EXAMPLE_AMOUNT if field.is_quantity else EXAMPLE


def two_lines(first: str, second: str, look: Look) -> CellRichText:
    """Return a heading with its translation below, smaller."""
    colour = look.font.color
    large = InlineFont(rFont=FONT, sz=11, b=True, color=colour)
    small = InlineFont(rFont=FONT, sz=9, color=colour)
    return CellRichText(TextBlock(large, f"{first}\n"), TextBlock(small, second))
