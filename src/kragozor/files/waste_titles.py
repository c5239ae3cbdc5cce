"""The official Bulgarian titles of the List of Waste, read from the annex as a table.

Annex 1 to Ordinance No 2 of 2014 on the classification of waste, copied into a workbook or a CSV
file: one column of codes and one of titles, found by their headings, whatever stands around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from openpyxl.utils import get_column_letter

from kragozor.files.limits import MAX_ROWS
from kragozor.files.problems import FileRefused, Problem, Spot, refusal, shown
from kragozor.files.sheets import sheets
from kragozor.files.workbook.grid import Grid
from kragozor.instruments.reference.waste import by_code, compact, headings, nearest
from kragozor.words import Message

# As the columns may be headed: „Код“, „Код на отпадъка“; „Наименование на отпадъците“, “Title”.
_CODE = re.compile(r"\s*(код|code)\b", re.IGNORECASE)
_TITLE = re.compile(r"\s*(наименование|title)", re.IGNORECASE)
_HEAD_DEPTH = 40
_CYRILLIC = re.compile("[А-я]")


def read_waste_titles(source: bytes | str | Path | BinaryIO) -> Mapping[str, str]:
    """Return the title of each code in the file, in the order of the file.

    Parameters
    ----------
    source
        A workbook or CSV file: its content as bytes, a path, or an open binary file. Codes may
        stand with or without spaces; a hazardous type of waste bears its asterisk. Chapters and
        sub-chapters may stand among the types of waste, and so may rows without a code.

    Raises
    ------
    FileRefused
        With one problem for each row whose code the list does not have, whose asterisk is not
        that of the list, or whose title is missing, not Bulgarian, or told twice.

    Examples
    --------
    >>> annex = "Код;Наименование на отпадъка\\n15 01 02;пластмасови опаковки\\n"
    >>> read_waste_titles(annex.encode())
    {'150102': 'пластмасови опаковки'}
    """
    titles, problems = waste_titles_values(source)
    if problems:
        raise FileRefused(problems)
    return titles


def waste_titles_values(
    source: bytes | str | Path | BinaryIO,
) -> tuple[Mapping[str, str], list[Problem]]:
    """Return the titles that could be read, and what is wrong with the other rows.

    Raises
    ------
    FileRefused
        No sheet has a column of codes and one of titles, or they hold nothing at all.
    """
    annexes = [annex for grid in sheets(source) if (annex := _annex(grid))]
    if not annexes:
        raise refusal("titles.no_columns")
    reading = _Reading()
    for annex in annexes:
        reading.read(annex)
    if not (reading.titles or reading.problems):
        raise refusal("titles.none")
    return reading.titles, reading.problems


@dataclass(frozen=True)
class _Annex:
    """A sheet, the row of its headings, and the columns that are read."""

    grid: Grid
    head: int
    code: int
    title: int

    def rows(self) -> Iterator[tuple[int, str, str]]:
        """Yield the number, code and title of each row that has a code."""
        for number, cells in self.grid.cells.items():
            code = _code_text(cells.get(self.code))
            if number > self.head and code[:1].isdigit():
                yield number, code, " ".join(self.grid.text(number, self.title).split())

    def spot(self, row: int, column: int) -> Spot:
        """Return where a cell stands."""
        cell = f"{get_column_letter(column)}{row}"
        return Spot(self.grid.title, row, self.grid.text(self.head, column).strip(), cell)


def _annex(grid: Grid) -> _Annex | None:
    """Return where codes and titles stand in a sheet; None where they do not."""
    for number in sorted(grid.cells)[:_HEAD_DEPTH]:
        columns = {column: grid.text(number, column) for column in grid.cells[number]}
        codes = [column for column, text in columns.items() if _CODE.match(text)]
        titles = [column for column, text in columns.items() if _TITLE.match(text)]
        if codes and titles:
            if grid.is_cut:
                raise refusal("sheet.too_many_rows", limit=MAX_ROWS)
            return _Annex(grid, number, codes[0], titles[0])
    return None


def _code_text(raw: object) -> str:
    """Return a code as text; of a number a spreadsheet has dropped the leading zero."""
    if isinstance(raw, (int, float)):
        digits = f"{raw:.0f}"
        return digits.zfill(len(digits) + len(digits) % 2)
    return str(raw or "").strip()


@dataclass
class _Reading:
    """The titles that have been read, and what is wrong with the rows."""

    titles: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def read(self, annex: _Annex) -> None:
        """Read every row of a sheet."""
        for row, code, title in annex.rows():
            found = [*self._of_code(annex.spot(row, annex.code), code)]
            found += self._of_title(annex.spot(row, annex.title), compact(code), title)
            self.problems += found
            if not found:
                self.titles[compact(code)] = title

    def _of_code(self, spot: Spot, text: str) -> Iterator[Problem]:
        code = compact(text)
        if code in headings():
            return
        if code not in by_code():
            yield _unknown(spot, text, nearest(code, by_code()))
        elif by_code()[code].is_hazardous is not ("*" in text):
            key = "hazardous" if by_code()[code].is_hazardous else "not_hazardous"
            yield Problem(
                Message(f"files.titles.{key}"), spot, shown(text), by_code()[code].written
            )

    def _of_title(self, spot: Spot, code: str, title: str) -> Iterator[Problem]:
        expected = Message("files.expected.bulgarian_title")
        if not title:
            yield Problem(Message("files.value.missing"), spot, expected=expected)
        elif not _CYRILLIC.search(title):
            yield Problem(Message("files.value.other"), spot, shown(title), expected)
        elif self.titles.get(code, title) != title:
            yield Problem(Message("files.titles.repeated"), spot, code)


def _unknown(spot: Spot, text: str, near: str | None) -> Problem:
    if near is None:
        expected = Message("files.expected.code_of.waste")
        return Problem(Message("files.value.no_code"), spot, shown(text), expected)
    known = by_code()[near].named
    return Problem(Message("files.value.unknown_code"), spot, shown(text), known)
