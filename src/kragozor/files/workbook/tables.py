"""Read the rows of a sheet with many rows as raw facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from openpyxl.utils.datetime import from_excel

from kragozor.files.aspects import ASPECTS
from kragozor.files.fields import Field, section
from kragozor.files.limits import MAX_ROWS
from kragozor.files.problems import Problem, Spot
from kragozor.files.values import is_blank
from kragozor.files.workbook.layout import Table, is_remark
from kragozor.words import Message

Raw = dict[str, Any]


def read_rows(table: Table, epoch: dt.datetime) -> list[Raw]:
    """Return the rows of data, and keep in the table where each stands."""
    grid = table.grid
    if grid.is_cut:
        message = Message("files.sheet.too_many_rows", {"limit": MAX_ROWS})
        table.problems.append(Problem(message, Spot(grid.title)))
        return []
    table.rows = [row for row in sorted(grid.cells) if _is_data(table, row)]
    if len(table.rows) > MAX_ROWS:
        message = Message("files.sheet.too_many_rows", {"limit": MAX_ROWS})
        table.problems.append(Problem(message, Spot(grid.title)))
        return []
    for cells in grid.merged_below(table.heading_row):
        table.problems.append(Problem(Message("files.value.merged"), Spot(grid.title), cells))
    return [_raw_row(table, row, epoch) for row in table.rows]


def cell_value(field: Field, raw: object, epoch: dt.datetime) -> object:
    """Return the value of a cell; a date that lost its format is a number of days."""
    if field.form == "date" and isinstance(raw, (int, float)) and not isinstance(raw, bool):
        try:
            return from_excel(raw, epoch)
        except (ValueError, OverflowError):
            return raw
    return raw


def _is_data(table: Table, row: int) -> bool:
    if row <= table.heading_row:
        return False
    first = min(table.places.values())
    if is_remark(table.grid.text(row, first)):
        return False
    # A quality filled down a column declares nothing by itself.
    places = (place for key, place in table.places.items() if key != "grade")
    return any(not is_blank(table.grid.value(row, place)) for place in places)


def _raw_row(table: Table, row: int, epoch: dt.datetime) -> Raw:
    def value(key: str) -> object:
        return table.grid.value(row, table.places[key]) if key in table.places else None

    return {
        field.name: _quantity(field, value)
        if field.is_quantity
        else cell_value(field, value(field.name), epoch)
        for field in section(table.section).fields
    }


def _quantity(field: Field, value: Callable[[str], object]) -> Raw | None:
    """Return a number with its own quality and source, or else with those of its row."""
    own = {aspect.name: value(f"{field.name}.{aspect.name}") for aspect in ASPECTS}
    number = value(field.name)
    if is_blank(number) and all(map(is_blank, own.values())):
        return None
    if is_blank(own["grade"]):
        own["grade"] = value("grade")
        own["source"] = value("source") if is_blank(own["source"]) else own["source"]
    return {"value": number, **own}


def key_of(table: Table, row: int, name: str) -> str:
    """Return the key of the column in which a fact stands: its own, or the row's."""
    _, _, aspect = name.partition(".")
    is_own = name in table.places and not is_blank(table.grid.value(row, table.places[name]))
    return name if is_own or aspect in ("", "distribution") else aspect
