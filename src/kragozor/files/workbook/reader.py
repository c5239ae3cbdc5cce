"""Read a filled workbook: everything that is wrong is named by sheet, row, column and cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kragozor.files.facts import inventory_read
from kragozor.files.fields import section
from kragozor.files.problems import FileRefused, Problem, Spot
from kragozor.files.workbook.columns import FORM, FORM_SHEET, SHEETS, TABLES
from kragozor.files.workbook.form import Form, form_found, read_form
from kragozor.files.workbook.grid import Book, Grid, read_book
from kragozor.files.workbook.layout import (
    Table,
    may_have_become,
    missing_sheet,
    sheet_named,
    table_found,
)
from kragozor.files.workbook.package import check_package
from kragozor.files.workbook.stamp import check_stamp
from kragozor.files.workbook.tables import key_of, read_rows
from kragozor.instruments.inventory import Inventory, Place
from kragozor.words import LANGUAGES


@dataclass(frozen=True)
class Reading:
    """A workbook whose sheets, columns and lines have been found."""

    form: Form
    tables: dict[str, Table]
    raw: dict[str, Any]

    def locate(self, place: Place) -> Spot:
        """Return where a fact stands in the workbook."""
        if place.section in FORM:
            return self.form.spot(place)
        table = self.tables[place.section]
        if place.row is None:
            return Spot(table.grid.title)
        row = table.rows[place.row - 1]
        return table.spot(row, key_of(table, row, place.name))


def inventory_from_workbook(data: bytes) -> Inventory:
    """Return the inventory that a filled template declares, or refuse it with every problem."""
    reading = workbook_read(data)
    return inventory_read(reading.raw, reading.locate)


def workbook_read(data: bytes) -> Reading:
    """Find the sheets, columns and lines of a workbook and the raw facts in them."""
    check_package(data)
    book = read_book(data)
    check_stamp(book)
    sheets = _sheets(book)
    form = form_found(sheets[FORM_SHEET])
    tables = {name: table_found(sheets[name], name) for name in TABLES if name in sheets}
    _refuse([*form.problems, *(each for table in tables.values() for each in table.problems)])
    raw: dict[str, Any] = dict(read_form(form, book.epoch))
    raw |= {name: read_rows(table, book.epoch) for name, table in tables.items()}
    _refuse(each for table in tables.values() for each in table.problems)
    return Reading(form, tables, raw)


def _sheets(book: Book) -> dict[str, Grid]:
    found = {name: sheet_named(book.grids, name) for name in SHEETS}
    language = _language([grid.title for grid in book.grids])
    used = [grid for grid in found.values() if grid is not None]
    spare = [grid for grid in book.grids if grid not in used]
    absent = [name for name, grid in found.items() if grid is None]
    _refuse(_missing(spare, absent, language))
    return {name: grid for name, grid in found.items() if grid is not None}


def _missing(spare: list[Grid], absent: Iterable[str], language: str) -> Iterator[Problem]:
    """Yield the sheets that are missed; one that may be lacking only when it was renamed."""
    for name in absent:
        if not section(name).may_lack or may_have_become(spare, name, language):
            yield missing_sheet(spare, name, language)


def _language(titles: Iterable[str]) -> str:
    """Return the language in which more of the sheets are titled."""
    labels = [section(name).labels for name in SHEETS]
    counts = {each: sum(label[each] in titles for label in labels) for each in LANGUAGES}
    return max(LANGUAGES, key=lambda each: counts[each])


def _refuse(problems: Iterable[Problem]) -> None:
    found = tuple(problems)
    if found:
        raise FileRefused(found)
