"""The rows of an inventory in words: where a row stands, what it says, how well it is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kragozor.files.fields import Field, section
from kragozor.instruments.inventory import Inventory, Place, Quantity
from kragozor.reports.amounts import amount_text, percent_text, unit_name
from kragozor.words import Message, entry, say
from kragozor.words.numbers import decimal_text

ROWS_SHOWN = 6

# What a row is called by, how much of it there is, and what decides where it counts.
_NAMED_BY = {"inflows": "material", "outflows": "material", "energy": "carrier", "water": "body"}
_MEASURED_BY = {"inflows": "mass", "outflows": "mass", "energy": "amount", "water": "volume"}
_SORTED_BY = {"inflows": "origin", "outflows": "destination", "water": "flow"}


@dataclass(frozen=True)
class UsedRow:
    """A row of the inventory that a number rests on."""

    place: Place
    where: str
    what: str
    grade: str
    source: str

    @property
    def text(self) -> str:
        """The row as one line."""
        return f"{self.where}: {self.what}, {self.grade}; {self.source}"


def used_rows(
    places: Sequence[Place], input_name: str, inventory: Inventory, language: str
) -> tuple[tuple[UsedRow, ...], str]:
    """Return the first rows behind an input, and how many more there are.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> rows, more = used_rows([Place("inflows", 2)], "mass", bottle(), "en")
    >>> rows[0].text.replace("\\xa0", " "), more
    ('Inflows, row 2: rPET, 12 kg, recycled, post-consumer, measured; no source given', '')
    """
    shown = tuple(row_used(place, input_name, inventory, language) for place in places[:ROWS_SHOWN])
    hidden = len(places) - len(shown)
    if hidden == 0:
        return shown, ""
    key = "one-more-row" if hidden == 1 else "more-rows"
    return shown, say(Message(f"reports.row.{key}", {"count": hidden}), language)


def row_used(place: Place, input_name: str, inventory: Inventory, language: str) -> UsedRow:
    """Return one row, with the fact that the input is about beside its amount."""
    row = _row(place, inventory)
    fact = row_quantity(place, inventory)
    source = Message("reports.row.source", {"source": fact.source})
    return UsedRow(
        place=place,
        where=where(place, language),
        what=_what(place, row, input_name, language),
        grade=entry(f"choices.Grade.{fact.grade.value}", language),
        source=say(source if fact.source else Message("reports.row.no-source"), language),
    )


def where(place: Place, language: str) -> str:
    """Return the section, and the number of the row where there are many.

    Examples
    --------
    >>> where(Place("inflows", 3), "bg"), where(Place("use", None, "lifetime"), "en")
    ('Вход, ред 3', 'Use')
    """
    label = section(place.section).labels[language]
    if place.row is None:
        return label
    return say(Message("reports.row.where", {"section": label, "row": place.row}), language)


def row_name(place: Place, inventory: Inventory, language: str) -> str:
    """Return what the row of a place is called; the section's name where it has no own."""
    named = _NAMED_BY.get(place.section)
    name = getattr(_row(place, inventory), named) if named else ""
    return name or section(place.section).labels[language]


def row_quantity(place: Place, inventory: Inventory) -> Quantity:
    """Return the number of a place, or the amount of its row where it names none."""
    name = place.name or _MEASURED_BY[place.section]
    fact: Quantity = getattr(_row(place, inventory), name)
    return fact


def quantity_text(field: Field, value: float, language: str) -> str:
    """Return a declared number in the unit of its field.

    Examples
    --------
    >>> quantity_text(section("inflows").field("mass"), 12.0, "bg")
    '12\\xa0kg'
    """
    if field.form == "share":
        return percent_text(value, language)
    if field.form == "money":
        return f"{decimal_text(value, language)}\u00a0{unit_name(field.unit or 'EUR', language)}"
    return amount_text(value, field.unit, language)


def _what(place: Place, row: Any, input_name: str, language: str) -> str:
    if place.row is None:
        field = section(place.section).field(place.name)
        value = quantity_text(field, getattr(row, place.name).value, language)
        return say(_field_and_value(field, value, language), language)
    measured = section(place.section).field(_MEASURED_BY[place.section])
    amount = quantity_text(measured, getattr(row, measured.name).value, language)
    kind = _sorted_as(place, row, language)
    parts = [
        getattr(row, _NAMED_BY[place.section]),
        amount,
        kind,
        *_about(place, row, input_name, language),
    ]
    return ", ".join(part for part in parts if part)


def _about(place: Place, row: Any, input_name: str, language: str) -> list[str]:
    """Return the facts of a row, beside its amount, that the input's name speaks of."""
    spoken_of = [
        field
        for field in section(place.section).fields
        if field.is_quantity and field.name != _MEASURED_BY[place.section]
        if field.name in input_name and getattr(row, field.name) is not None
    ]
    return [
        say(
            _field_and_value(
                field, quantity_text(field, getattr(row, field.name).value, language), language
            ),
            language,
        )
        for field in spoken_of
    ]


def _field_and_value(field: Field, value: str, language: str) -> Message:
    return Message("reports.row.field", {"field": field.labels[language].lower(), "value": value})


def _sorted_as(place: Place, row: Any, language: str) -> str:
    name = _SORTED_BY.get(place.section)
    if name is None:
        return ""
    return section(place.section).field(name).words(language)[getattr(row, name).value]


def _row(place: Place, inventory: Inventory) -> Any:
    content = getattr(inventory, place.section)
    return content if place.row is None else content[place.row - 1]
