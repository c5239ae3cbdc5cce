"""Read the form of the subject sheet, where each fact is a line, as raw facts."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from openpyxl.utils import get_column_letter

from kragozor.files.aspects import ASPECTS
from kragozor.files.fields import Field
from kragozor.files.problems import Problem, Spot, shown
from kragozor.files.values import is_blank
from kragozor.files.workbook.columns import FORM, lines
from kragozor.files.workbook.grid import Grid
from kragozor.files.workbook.layout import first_line, folded
from kragozor.files.workbook.tables import Raw, cell_value
from kragozor.instruments.inventory import Place
from kragozor.words import LANGUAGES, Message, entry

KEY = "key"


@dataclass
class Form:
    """The form as it was found: which column holds what, and on which line each fact stands."""

    grid: Grid
    heading_row: int = 0
    places: dict[str, int] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def value(self, line: str, part: str) -> object:
        """Return what stands on a line in one of the columns."""
        if line not in self.rows or part not in self.places:
            return None
        return self.grid.value(self.rows[line], self.places[part])

    def spot(self, place: Place) -> Spot:
        """Return where a fact stands, in the words of the file."""
        name, _, aspect = place.name.partition(".")
        row = self.rows.get(f"{place.section}.{name}")
        if row is None:
            return Spot(self.grid.title)
        label = first_line(self.grid.text(row, self.places["label"]))
        column = self.places.get(aspect or "value", self.places["value"])
        return Spot(self.grid.title, row, label, f"{get_column_letter(column)}{row}", is_line=True)


def form_found(grid: Grid) -> Form:
    """Return where the lines and columns of the form stand."""
    form = Form(grid)
    for row in sorted(grid.cells):
        places = _places(grid, row)
        if {"label", "value"} <= set(places):
            form.heading_row, form.places = row, places
            form.problems = list(_match_lines(form))
            return form
    expected = entry("files.form.label", LANGUAGES[0])
    message = Message("files.sheet.no_headings")
    form.problems = [Problem(message, Spot(grid.title), expected=expected)]
    return form


def read_form(form: Form, epoch: dt.datetime) -> dict[str, Raw]:
    """Return the raw facts of every section that has one row."""
    raw: dict[str, Raw] = {name: {} for name in FORM}
    for declared, each in lines():
        raw[declared.name][each.name] = _fact(form, f"{declared.name}.{each.name}", each, epoch)
    return raw


def _places(grid: Grid, row: int) -> dict[str, int]:
    """Return the columns of a row of headings by what they hold."""
    headings = {column: folded(first_line(grid.text(row, column))) for column in grid.cells[row]}
    return {_headings()[text]: i for i, text in headings.items() if text in _headings()}


def _fact(form: Form, line: str, each: Field, epoch: dt.datetime) -> Any:
    value = cell_value(each, form.value(line, "value"), epoch)
    if not each.is_quantity:
        return value
    beside = {aspect.name: form.value(line, aspect.name) for aspect in ASPECTS}
    return None if is_blank(value) else {"value": value, **beside}


@cache
def _headings() -> Mapping[str, str]:
    """Return which part of a line each column heading stands for, in either language."""
    keys = {part: f"files.form.{part}" for part in ("label", "value", "unit")}
    keys |= {aspect.name: f"files.aspect.{aspect.name}" for aspect in ASPECTS}
    worded = {
        folded(entry(key, language)): part for part, key in keys.items() for language in LANGUAGES
    }
    return worded | {KEY: KEY}


def _match_lines(form: Form) -> Iterator[Problem]:
    known = {folded(label): line for line, each in _lines() for label in _labels(each)}
    strangers = []
    for row in sorted(row for row in form.grid.cells if row > form.heading_row):
        text = form.grid.text(row, form.places["label"])
        line = known.get(folded(text))
        if line is not None:
            form.rows.setdefault(line, row)
        elif text and not is_blank(form.grid.value(row, form.places["value"])):
            strangers.append((row, text))
    absent = {line: each for line, each in _lines() if line not in form.rows}
    yield from _strangers(form, strangers, absent)
    yield from _units(form)


def _strangers(
    form: Form, strangers: list[tuple[int, str]], absent: dict[str, Field]
) -> Iterator[Problem]:
    for row, text in strangers:
        line = _key_of_row(form, row) or _nearest(text, absent)
        expected = absent.pop(line).labels[LANGUAGES[0]] if line in absent else ""
        cell = f"{get_column_letter(form.places['label'])}{row}"
        kind = "renamed_line" if expected else "unknown_column"
        message, spot = Message(f"files.sheet.{kind}"), Spot(form.grid.title, row, cell=cell)
        yield Problem(message, spot, shown(first_line(text)), expected)
    for each in absent.values():
        if each.required:
            label = each.labels[LANGUAGES[0]]
            yield Problem(Message("files.sheet.missing_line"), Spot(form.grid.title), "", label)


def _units(form: Form) -> Iterator[Problem]:
    """Refuse a value whose unit was overwritten: it would be off by a factor."""
    for line, each in _lines():
        found = form.value(line, "unit")
        is_declared = not is_blank(form.value(line, "value"))
        if is_declared and not is_blank(found) and folded(str(found)) != folded(each.unit):
            section, _, name = line.partition(".")
            spot = form.spot(Place(section, None, f"{name}.unit"))
            yield Problem(Message("files.value.unit"), spot, shown(found), each.unit)


def _lines() -> Iterator[tuple[str, Field]]:
    for declared, each in lines():
        yield f"{declared.name}.{each.name}", each


def _labels(each: Field) -> Iterator[str]:
    for language in LANGUAGES:
        yield each.labels[language]
        others = [each.labels[other] for other in LANGUAGES if other != language]
        yield " ".join([each.labels[language], *others])


def _key_of_row(form: Form, row: int) -> str:
    return form.grid.text(row, form.places[KEY]) if KEY in form.places else ""


def _nearest(text: str, absent: Mapping[str, Field]) -> str:
    labels = {folded(label): line for line, each in absent.items() for label in _labels(each)}
    close = difflib.get_close_matches(folded(text), labels, n=1)
    return labels[close[0]] if close else ""
