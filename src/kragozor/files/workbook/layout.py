"""Find the columns and lines of our sheets in what a user made of them.

Columns may be moved and the folded or optional ones deleted; the hidden row of keys may be
gone. A heading that was changed is named, never guessed: it may carry another unit.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from openpyxl.utils import get_column_letter

from kragozor.files.fields import section
from kragozor.files.problems import Problem, Spot, shown
from kragozor.files.workbook.columns import Column, columns, heading_text, sheet_titles
from kragozor.files.workbook.grid import Grid
from kragozor.words import LANGUAGES, Message, entry

_HEAD_DEPTH = 40


@dataclass
class Table:
    """A sheet as it was found: which column holds what, and in which rows the data stand."""

    section: str
    grid: Grid
    heading_row: int = 0
    places: dict[str, int] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def language(self) -> str:
        """The language of the sheet, by its title."""
        titles = {section(self.section).labels[each]: each for each in LANGUAGES}
        return titles.get(self.grid.title.strip(), LANGUAGES[0])

    def spot(self, row: int | None, key: str) -> Spot:
        """Return where a cell stands, in the words of the file."""
        if key not in self.places or row is None:
            return Spot(self.grid.title, row, self._heading(key))
        cell = f"{get_column_letter(self.places[key])}{row}"
        return Spot(self.grid.title, row, self._heading(key), cell)

    def _heading(self, key: str) -> str:
        if key in self.places:
            return first_line(self.grid.text(self.heading_row, self.places[key]))
        known = {column.key: column for column in columns(self.section)}
        return known[key].heading(self.language) if key in known else ""


def sheet_named(grids: Sequence[Grid], name: str) -> Grid | None:
    """Return the sheet of a section, under its title in either language."""
    titles = {folded(title) for title in sheet_titles(name)}
    return next((grid for grid in grids if folded(grid.title) in titles), None)


def missing_sheet(grids: Sequence[Grid], name: str, language: str) -> Problem:
    """Return the problem of a sheet that is not there, with the one it may have become."""
    title = section(name).labels[language]
    nearest = may_have_become(grids, name, language)
    if nearest:
        return Problem(Message("files.sheet.renamed", {"nearest": nearest}), found=title)
    return Problem(Message("files.sheet.missing"), found=title)


def may_have_become(grids: Sequence[Grid], name: str, language: str) -> str:
    """Return the title that looks most like that of an absent sheet, empty where none does."""
    titles = [grid.title for grid in grids]
    nearest = difflib.get_close_matches(section(name).labels[language], titles, n=1)
    return nearest[0] if nearest else ""


def table_found(grid: Grid, name: str) -> Table:
    """Return where the columns and the rows of data of a sheet stand."""
    table = Table(name, grid)
    table.heading_row = _heading_row(grid, name)
    if not table.heading_row:
        expected = columns(name)[0].heading(table.language)
        message = Message("files.sheet.no_headings")
        table.problems = [Problem(message, Spot(grid.title), expected=expected)]
        return table
    table.problems = list(_match_columns(table))
    return table


def is_remark(text: str) -> bool:
    """Return whether a row is the help or the example of the template."""
    marks = (entry(f"files.template.{mark}", each) for mark in _MARKS for each in LANGUAGES)
    return text.strip().casefold().startswith(tuple(mark.casefold() for mark in marks))


_MARKS = ("help_mark", "example_mark")


def folded(text: str) -> str:
    """Return text without what does not tell two headings apart."""
    return " ".join(text.split()).casefold()


def _heading_row(grid: Grid, name: str) -> int:
    """Return the row with the most known headings, 0 when no row has any."""
    known = _headings(name)
    counts = {row: _count(grid, row, known) for row in sorted(grid.cells) if row <= _HEAD_DEPTH}
    best = max(counts, key=lambda row: counts[row], default=0)
    return best if best and counts[best] else 0


def _count(grid: Grid, row: int, known: Mapping[str, str]) -> int:
    return sum(_key(grid.text(row, column), known) is not None for column in grid.cells[row])


def _match_columns(table: Table) -> Iterator[Problem]:
    known, strangers = _headings(table.section), []
    for place in sorted(table.grid.cells[table.heading_row]):
        text = table.grid.text(table.heading_row, place)
        key = _key(text, known)
        if key is None:
            strangers.append((place, text))
        elif key in table.places:
            yield _heading_problem("repeated_column", table, place, text)
        else:
            table.places[key] = place
    absent = [column for column in columns(table.section) if column.key not in table.places]
    yield from _strangers(table, strangers, absent)


def _strangers(
    table: Table, strangers: Iterable[tuple[int, str]], absent: list[Column]
) -> Iterator[Problem]:
    """Name each unknown heading, as the renamed one where that can be told."""
    keys = _key_row(table)
    for place, text in strangers:
        renamed = next((c for c in absent if c.key == keys.get(place)), None)
        expected = renamed or _nearest(text, absent, table.language)
        if expected is None:
            yield _heading_problem("unknown_column", table, place, text)
            continue
        absent.remove(expected)
        kind = "renamed_column" if renamed else "perhaps_column"
        yield _heading_problem(kind, table, place, text, expected.heading(table.language))
    for column in absent:
        if column.weight == "required":
            message = Message("files.sheet.missing_column")
            expected_heading = column.heading(table.language)
            yield Problem(message, Spot(table.grid.title), expected=expected_heading)


def _heading_problem(kind: str, table: Table, place: int, text: str, expected: str = "") -> Problem:
    row = table.heading_row
    spot = Spot(table.grid.title, row, cell=f"{get_column_letter(place)}{row}")
    found = shown(first_line(text))
    return Problem(Message(f"files.sheet.{kind}"), spot, found, expected)


def _key_row(table: Table) -> Mapping[int, str]:
    """Return the hidden keys above the headings, where the user has left them."""
    row = table.grid.cells.get(table.heading_row - 1, {})
    return {place: str(value) for place, value in row.items()}


def _nearest(text: str, absent: Sequence[Column], language: str) -> Column | None:
    by_heading = {folded(column.heading(language)): column for column in absent}
    close = difflib.get_close_matches(folded(first_line(text)), by_heading, n=1)
    return by_heading[close[0]] if close else None


@cache
def _headings(name: str) -> Mapping[str, str]:
    """Return the key of every heading, in either language and in the template's two lines."""
    found: dict[str, str] = {}
    for column in columns(name):
        for language in LANGUAGES:
            found[folded(column.heading(language))] = column.key
            found[folded(" ".join(heading_text(column, language)))] = column.key
    return found


def _key(text: str, known: Mapping[str, str]) -> str | None:
    return known.get(folded(re.sub(r"\s*\*$", "", text)))


def first_line(text: str) -> str:
    """Return the first line of a heading, the one in the template's language."""
    return text.split("\n", maxsplit=1)[0].strip()
