"""The rows of an inventory as an explanation tells them: the facts that were used, each exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kragozor.files.aspects import distribution_text
from kragozor.files.codes import code_named
from kragozor.files.fields import Field, section
from kragozor.instruments.inventory import Inventory, Place, Quantity
from kragozor.instruments.uncertainty.pedigree import distribution_of
from kragozor.reports.amounts import exact_text
from kragozor.reports.rows import row_at, row_name, where, whole_row
from kragozor.words import Message, entry, say


@dataclass(frozen=True)
class Fact:
    """A number that was declared: its field, itself in words, and how well it is known.

    ``varies`` tells of its distribution; empty where it is exact, or nothing was drawn.
    """

    place: Place
    label: str
    value: float
    text: str
    grade: str
    source: str
    varies: str

    @property
    def known(self) -> str:
        """How well the number is known, and how it varied."""
        return "; ".join(filter(None, (self.grade, self.varies)))


@dataclass(frozen=True)
class FactRow:
    """A row with what decides where it counts, and the facts of it that were used."""

    where: str
    name: str
    said: str
    facts: tuple[Fact, ...]

    @property
    def words(self) -> str:
        """What the row is called and what it says; nothing of a section without rows."""
        return "; ".join(filter(None, (self.name, self.said)))


def fact_rows(
    places: Sequence[Place], inventory: Inventory, language: str, *, is_drawn: bool
) -> tuple[FactRow, ...]:
    """Return the rows of some facts in the order of the inventory.

    A place that names no fact stands for what its row is measured by.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> (row,) = fact_rows([Place("inflows", 2)], bottle(), "en", is_drawn=False)
    >>> row.where, row.name, row.said, row.facts[0].label, row.facts[0].value
    ('Inflows, row 2', 'rPET', 'recycled, post-consumer', 'mass', 12)
    """
    named = {place if place.name else whole_row(place) for place in places}
    rows: dict[Place, list[Place]] = {}
    for place, _ in inventory.quantities():
        if place in named:
            rows.setdefault(Place(place.section, place.row), []).append(place)
    return tuple(_row(of, facts, inventory, language, is_drawn) for of, facts in rows.items())


def _row(
    of: Place, facts: Sequence[Place], inventory: Inventory, language: str, is_drawn: bool
) -> FactRow:
    return FactRow(
        where=where(of, language),
        name=row_name(of, inventory, language) if of.row else "",
        said=", ".join(_said(of, inventory, language)) if of.row else "",
        facts=tuple(_fact(place, inventory, language, is_drawn) for place in facts),
    )


def _said(of: Place, inventory: Inventory, language: str) -> Iterator[str]:
    """Yield what a row says besides numbers: its kinds, its codes, and whatever is so."""
    row = row_at(of, inventory)
    for field in section(of.section).fields:
        value = getattr(row, field.name)
        if value in (None, "", False) or field.is_quantity:
            continue
        if field.form == "flag":
            yield field.labels[language].lower()
        elif named := code_named(field, value):
            yield say(named, language)
        elif field.choices or field.table:
            yield field.words(language)[str(value)]


def _fact(place: Place, inventory: Inventory, language: str, is_drawn: bool) -> Fact:
    field = section(place.section).field(place.name)
    quantity: Quantity = getattr(row_at(place, inventory), place.name)
    return Fact(
        place=place,
        label=field.labels[language].lower(),
        value=quantity.value,
        text=fact_text(field, quantity.value, language),
        grade=entry(f"choices.Grade.{quantity.grade.value}", language),
        source=quantity.source,
        varies=_varies(field, quantity, language) if is_drawn else "",
    )


def fact_text(field: Field, value: float, language: str) -> str:
    """Return a declared number as formulas have it: in its own unit, a share as a part of 1.

    Examples
    --------
    >>> fact_text(section("outflows").field("recycling_efficiency"), 0.8667, "bg")
    '0,8667'
    >>> fact_text(section("inflows").field("mass"), 31_250.0, "en")
    '31,250\\xa0kg'
    """
    unit = "" if field.form == "share" else field.unit
    return exact_text(value, unit, language)


def _varies(field: Field, quantity: Quantity, language: str) -> str:
    """Return by which distribution a fact was drawn, and whether it was declared."""
    distribution = distribution_of(quantity, field.name)
    if distribution is None:
        return ""
    if quantity.distribution:
        told = {"distribution": distribution_text(distribution, language)}
        return say(Message("reports.explain.declared", told), language)
    told = {
        "family": entry(f"files.distribution.{distribution.family}", language),
        "sd": fact_text(field, float(f"{distribution.sd:.3g}"), language),
    }
    return say(Message("reports.explain.graded", told), language)
