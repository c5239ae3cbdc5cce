"""Every declared fact as one line of a sheet, so that a table of any kind can be made of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kragozor.files.codes import code_named
from kragozor.files.fields import Field, sections
from kragozor.instruments.inventory import Inventory, Place, Quantity
from kragozor.reports.rows import quantity_text, row_name
from kragozor.reports.workbook.paper import Cell, Number
from kragozor.words import entry, say
from kragozor.words.numbers import date_text


def fact_lines(inventory: Inventory, language: str) -> Iterator[tuple[Cell, ...]]:
    """Yield section, row, name of the row, fact, number, wording, quality and source.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> [line[3:6] for line in fact_lines(bottle(), "en")][7]
    ('Mass [kg]', Number(value=18, display='number'), '18\\xa0kg')
    """
    for declared in sections():
        content = getattr(inventory, declared.name)
        for number, row in enumerate(content if declared.many else (content,), start=1):
            place = Place(declared.name, number if declared.many else None)
            name = row_name(place, inventory, language) if declared.many else ""
            where: tuple[Cell, ...] = (
                declared.labels[language],
                Number(place.row, "row"),
                name,
            )
            for field in declared.fields:
                value = getattr(row, field.name)
                if value not in (None, "", False):
                    yield (*where, field.heading(language), *_fact(field, value, language))


def _fact(field: Field, value: object, language: str) -> tuple[Cell, ...]:
    if isinstance(value, Quantity):
        display = "share" if field.form == "share" else "number"
        return (
            Number(value.value, display),
            quantity_text(field, value.value, language),
            _grade(value, language),
            value.source,
        )
    return Number(None), _words(field, value, language), "", ""


def _words(field: Field, value: object, language: str) -> str:
    if field.form == "flag":
        return field.words(language)["yes"]
    if isinstance(value, dt.date):
        return date_text(value, language)
    named = code_named(field, value)
    if named:
        return say(named, language)
    return field.words(language).get(str(value), str(value))


def _grade(value: Quantity, language: str) -> str:
    return entry(f"choices.Grade.{value.grade.value}", language)
