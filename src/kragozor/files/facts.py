"""Raw facts to an inventory and back: one road for workbooks, JSON files and web forms.

Raw facts are a plain mapping of the shape of the JSON file. A number is bare or a mapping with
``value``, ``grade``, ``source`` and ``distribution``. Every value may still be text as a person
typed it. Whoever has the facts says by a ``locate`` function where each of them stands.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields as attributes
from enum import Enum
from typing import Any

from kragozor.files.aspects import GRADE, SOURCE, distribution_read
from kragozor.files.codes import implied
from kragozor.files.fields import Field, Section, section, sections
from kragozor.files.problems import FileRefused, Locate, Problem, Unreadable, nowhere
from kragozor.files.rules import inventory_problems, row_problems
from kragozor.files.values import expectation, is_blank, value_read
from kragozor.instruments.inventory import (
    Energy,
    Food,
    Grade,
    Impact,
    Inflow,
    Inventory,
    Money,
    Outflow,
    Packaging,
    Place,
    Quantity,
    Subject,
    Use,
    Water,
)
from kragozor.instruments.uncertainty.distributions import Distribution
from kragozor.words import Message

FORMAT = "kragozor-inventory"
VERSION = 1

Row = Subject | Inflow | Outflow | Use | Energy | Water | Money | Packaging | Impact | Food
RawRow = Mapping[str, object]

_CLASSES: Mapping[str, type[Row]] = {
    "subject": Subject,
    "inflows": Inflow,
    "outflows": Outflow,
    "use": Use,
    "energy": Energy,
    "water": Water,
    "money": Money,
    "packaging": Packaging,
    "impacts": Impact,
    "food": Food,
}


def inventory_read(raw: Mapping[str, Any], locate: Locate = nowhere) -> Inventory:
    """Return the inventory that raw facts declare.

    Raises
    ------
    FileRefused
        With every problem: of single values and rows first, of the whole only when those are
        right.
    """
    parts: dict[str, Any] = {}
    problems: list[Problem] = []
    for declared in sections():
        rows, found = _section_read(declared, raw.get(declared.name), locate)
        problems += found
        parts[declared.name] = tuple(rows) if declared.many else rows[0]
    if not problems:
        inventory = Inventory(**parts)
        problems = list(inventory_problems(inventory, locate))
    if problems:
        raise FileRefused(problems)
    return inventory


def row_read(
    name: str, raw: RawRow, locate: Locate = nowhere, number: int | None = None
) -> tuple[Row | None, list[Problem]]:
    """Return one row of a section, or ``None`` and everything that is wrong with it."""
    reading = _Reading(locate)
    values = {
        field.name: reading.field(field, raw.get(field.name), Place(name, number, field.name))
        for field in section(name).fields
    }
    if reading.problems:
        return None, reading.problems
    declared = {key: value for key, value in values.items() if value is not None}
    row = _CLASSES[name](**{**implied(name, declared), **declared})
    problems = list(row_problems(row, lambda field: Place(name, number, field), locate))
    return (None if problems else row), problems


def facts(inventory: Inventory) -> dict[str, Any]:
    """Return an inventory as raw facts, which read back to exactly the same inventory."""
    written: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    for declared in sections():
        content = getattr(inventory, declared.name)
        part = [row_facts(row) for row in content] if declared.many else row_facts(content)
        if part:
            written[declared.name] = part
    return written


def row_facts(row: Row) -> dict[str, Any]:
    """Return one row as raw facts: what is declared, without what is left at its default."""
    declared = {attribute.name: getattr(row, attribute.name) for attribute in attributes(row)}
    required = {field.name for field in section(_name(row)).fields if field.required}
    return {
        name: _fact(value)
        for name, value in declared.items()
        if name in required or value not in (None, "", False)
    }


def quantity_facts(quantity: Quantity) -> dict[str, Any]:
    """Return a number with what stands beside it."""
    written: dict[str, Any] = {"value": quantity.value, "grade": quantity.grade.value}
    if quantity.source:
        written["source"] = quantity.source
    if quantity.distribution:
        written["distribution"] = quantity.distribution.family
        written |= quantity.distribution.parameters
    return written


def _fact(value: object) -> object:
    if isinstance(value, Quantity):
        return quantity_facts(value)
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, dt.date) else value


def _name(row: Row) -> str:
    return next(name for name, kind in _CLASSES.items() if isinstance(row, kind))


def _section_read(
    declared: Section, raw: Any, locate: Locate
) -> tuple[list[Row | None], list[Problem]]:
    raws: Sequence[RawRow] = (raw or ()) if declared.many else (raw or {},)
    numbers = range(1, len(raws) + 1) if declared.many else (None,)
    pairs = [
        row_read(declared.name, row, locate, number)
        for number, row in zip(numbers, raws, strict=True)
    ]
    return [row for row, _ in pairs], [problem for _, found in pairs for problem in found]


class _Reading:
    """Reads values at their places and keeps what is wrong with them."""

    def __init__(self, locate: Locate) -> None:
        self.locate = locate
        self.problems: list[Problem] = []

    def field(self, field: Field, raw: object, place: Place) -> Any:
        """Return what is declared for a field; a required one must declare something."""
        before = len(self.problems)
        value = (
            self.quantity(field, raw, place)
            if field.is_quantity
            else self.value(lambda: value_read(field, raw), place)
        )
        if value is None and field.required and len(self.problems) == before:
            self.miss(field, place)
        return value

    def quantity(self, field: Field, raw: object, place: Place) -> Quantity | None:
        """Return a number with its grade, source and distribution."""
        if not isinstance(raw, Mapping):
            number = self.value(lambda: value_read(field, raw), place)
            return None if number is None else Quantity(number)
        before = len(self.problems)
        number = self.value(lambda: value_read(field, raw.get("value")), place)
        if number is None:
            if len(self.problems) == before and not all(map(is_blank, raw.values())):
                self.miss(field, place)
            return None
        return Quantity(number, *self._aspects(field, number, raw, place))

    def _aspects(
        self, field: Field, number: float, raw: RawRow, place: Place
    ) -> tuple[Grade, str, Distribution | None]:
        grade = self.value(lambda: value_read(GRADE, raw.get("grade")), _beside(place, "grade"))
        source = self.value(lambda: value_read(SOURCE, raw.get("source")), _beside(place, "source"))
        place = _beside(place, "distribution")
        distribution = self.value(lambda: _distribution(field, number, raw), place)
        return grade or Grade.ESTIMATED, source or "", distribution

    def value(self, read: Callable[[], Any], place: Place) -> Any:
        """Return what is read, or keep the problem with its place."""
        try:
            return read()
        except Unreadable as unreadable:
            self.problems.append(unreadable.at(place, self.locate))
            return None

    def miss(self, field: Field, place: Place) -> None:
        """Keep the problem of a value that is not there."""
        unreadable = Unreadable("value.missing", expected=expectation(field))
        self.problems.append(unreadable.at(place, self.locate))


def _beside(place: Place, aspect: str) -> Place:
    return Place(place.section, place.row, f"{place.name}.{aspect}")


def _distribution(field: Field, number: float, raw: RawRow) -> Distribution | None:
    declared = raw.get("distribution")
    if is_blank(declared):
        return None
    named = {name: value for name, value in raw.items() if name not in ("value", "grade", "source")}
    distribution = distribution_read(field, named if len(named) > 1 else declared)
    low, high = distribution.support
    if not low <= number <= high:
        expected = Message("files.expected.distribution_bounds")
        raise Unreadable("value.other", declared, expected)
    return distribution
