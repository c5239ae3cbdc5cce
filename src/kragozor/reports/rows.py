"""The rows of an inventory in words: where a row stands, what it says, how well it is known."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from kragozor.files.codes import code_named
from kragozor.files.fields import Field, section
from kragozor.instruments.inventory import Inventory, Place, Quantity
from kragozor.reports.amounts import amount_text, percent_text, unit_name
from kragozor.words import Message, entry, say
from kragozor.words.numbers import decimal_text

ROWS_SHOWN = 6

# What a row is called by, how much of it there is, and what decides where it counts.
_NAMED_BY = {
    "inflows": "material",
    "outflows": "material",
    "energy": "carrier",
    "water": "body",
    "packaging": "format",
    "impacts": "material",
}
_MEASURED_BY = {
    "inflows": "mass",
    "outflows": "mass",
    "energy": "amount",
    "water": "volume",
    "packaging": "mass",
    "impacts": "virgin_burden",
}
_SORTED_BY = {
    "inflows": "origin",
    "outflows": "destination",
    "water": "flow",
    "packaging": "type",
    "impacts": "category",
}


@dataclass(frozen=True)
class UsedRow:
    """A row of the inventory that a number rests on; its source is empty where none is given."""

    place: Place
    where: str
    name: str
    what: str
    grade: str
    source: str
    amount: float
    language: str

    @property
    def source_text(self) -> str:
        """The source, or that there is none."""
        if not self.source:
            return entry("reports.row.no-source", self.language)
        return say(Message("reports.row.source", {"source": self.source}), self.language)

    @property
    def text(self) -> str:
        """The row as one line."""
        what = ", ".join(part for part in (self.name, self.what, self.grade) if part)
        return f"{self.where}: {what}; {self.source_text}"


def used_rows(
    places: Sequence[Place], facts: Iterable[Place], inventory: Inventory, language: str
) -> tuple[tuple[UsedRow, ...], str]:
    """Return the first rows behind an input, and how many more there are.

    Beside its amount a row tells those of its facts that were used.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> rows, more = used_rows([Place("inflows", 2)], (), bottle(), "en")
    >>> rows[0].text.replace("\\xa0", " "), more
    ('Inflows, row 2: rPET, 12 kg, recycled, post-consumer, measured; no source given', '')
    """
    used = {(place.section, place.row, place.name) for place in facts}
    shown = tuple(
        row_used(place, inventory, language, about=partial(_is_used, used, place))
        for place in places[:ROWS_SHOWN]
    )
    return shown, hidden_rows(len(places) - len(shown), language)


def _is_used(used: Collection[tuple[object, ...]], place: Place, field: str) -> bool:
    return (place.section, place.row, field) in used


def hidden_rows(count: int, language: str) -> str:
    """Return how many rows are not shown; nothing where all are."""
    if count == 0:
        return ""
    key = "one-more-row" if count == 1 else "more-rows"
    return say(Message(f"reports.row.{key}", {"count": count}), language)


def every_row(inventory: Inventory, language: str) -> tuple[UsedRow, ...]:
    """Return every row, and every single number, with all numbers that are declared in it.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> len(every_row(bottle(), "en"))
    6
    """
    places = (
        Place(place.section, place.row, "" if place.row else place.name)
        for place, _ in inventory.quantities()
    )
    return tuple(
        row_used(place, inventory, language, about=lambda _: True)
        for place in dict.fromkeys(places)
    )


def row_used(
    place: Place, inventory: Inventory, language: str, *, about: Callable[[str], bool]
) -> UsedRow:
    """Return one row, with the facts beside its amount whose field ``about`` chooses."""
    fact = row_quantity(place, inventory)
    single = place.row is None
    return UsedRow(
        place=place,
        where=where(place, language),
        name="" if single else row_name(place, inventory, language),
        what=_single(place, fact, language) if single else _many(place, inventory, about, language),
        grade=entry(f"choices.Grade.{fact.grade.value}", language),
        source=fact.source,
        amount=fact.value,
        language=language,
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


def places_text(places: Sequence[Place], language: str) -> str:
    """Return places in short: rows that follow each other as a range, single facts by name.

    Examples
    --------
    >>> places_text([Place("inflows", n) for n in (1, 2, 3, 7)], "en")
    'Inflows 1–3, 7'
    """
    rows: dict[str, list[int]] = {}
    for place in places:
        rows.setdefault(_group(place, language), []).extend([place.row] if place.row else [])
    parts = (f"{name} {_ranges(sorted(set(numbers)))}".strip() for name, numbers in rows.items())
    return "; ".join(parts)


def against_text(places: Sequence[Place], whole: Sequence[Place], language: str) -> str:
    """Return the places in short, and those of the whole of which they are a share.

    Examples
    --------
    >>> one, three = [Place("inflows", 2)], [Place("inflows", n) for n in (1, 2, 3)]
    >>> against_text(one, three, "en"), against_text((), three, "en"), against_text(one, (), "en")
    ('Inflows 2 of Inflows 1–3', 'none of Inflows 1–3', 'Inflows 2')
    """
    part = places_text(places, language)
    if not whole or tuple(places) == tuple(whole):
        return part
    of = places_text(whole, language)
    key = "of" if part else "none-of"
    return say(Message(f"reports.row.{key}", {"part": part, "whole": of}), language)


def _group(place: Place, language: str) -> str:
    """Return the section of a row, and the field itself where there are no rows."""
    declared = section(place.section)
    return (declared if place.row else declared.field(place.name)).labels[language]


def _ranges(numbers: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else _each(run) for run in runs)


def _each(run: Sequence[int]) -> str:
    return ", ".join(map(str, run))


def row_name(place: Place, inventory: Inventory, language: str) -> str:
    """Return what the row of a place is called; the section's name where it has no own."""
    named = _NAMED_BY.get(place.section)
    name = getattr(row_at(place, inventory), named) if named else ""
    return name or section(place.section).labels[language]


def row_quantity(place: Place, inventory: Inventory) -> Quantity:
    """Return the number of a place, or the amount of its row where it names none."""
    name = place.name or _MEASURED_BY[place.section]
    fact: Quantity = getattr(row_at(place, inventory), name)
    return fact


def whole_row(place: Place) -> Place:
    """Return where the amount of a row stands, such as its mass."""
    return Place(place.section, place.row, _MEASURED_BY[place.section])


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


def _single(place: Place, fact: Quantity, language: str) -> str:
    return _field_and_value(section(place.section).field(place.name), fact, language)


def _many(place: Place, inventory: Inventory, about: Callable[[str], bool], language: str) -> str:
    row, measured_by = row_at(place, inventory), _MEASURED_BY[place.section]
    declared = section(place.section)
    amount = quantity_text(declared.field(measured_by), getattr(row, measured_by).value, language)
    beside = [
        _field_and_value(field, getattr(row, field.name), language)
        for field in declared.fields
        if field.is_quantity and field.name != measured_by and about(field.name)
        if getattr(row, field.name) is not None
    ]
    codes = (code_named(field, getattr(row, field.name)) for field in declared.fields)
    named = [say(each, language) for each in codes if each]
    parts = (amount, _sorted_as(place, row, language), *named, *beside)
    return ", ".join(part for part in parts if part)


def _field_and_value(field: Field, fact: Quantity, language: str) -> str:
    told = {
        "field": field.labels[language].lower(),
        "value": quantity_text(field, fact.value, language),
    }
    return say(Message("reports.row.field", told), language)


def _sorted_as(place: Place, row: Any, language: str) -> str:
    name = _SORTED_BY.get(place.section)
    if name is None:
        return ""
    return section(place.section).field(name).words(language)[getattr(row, name).value]


def row_at(place: Place, inventory: Inventory) -> Any:
    """Return the row of a place, or its section where there are no rows."""
    content = getattr(inventory, place.section)
    return content if place.row is None else content[place.row - 1]
