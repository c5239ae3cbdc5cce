"""The table of every field of an inventory, loaded from ``fields.toml``.

The workbook, the JSON schema, both readers and the web forms are made from this one table,
so a field is added by one entry there and one attribute in ``instruments/inventory/facts.py``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from kragozor.files.terms import term_words
from kragozor.instruments import inventory
from kragozor.words import LANGUAGES, entry

# An inventory can be measured without the others; they open more figures.
_NEEDED = ("subject", "inflows", "outflows")

UNITS = {"mass": "kg", "energy": "MJ", "volume": "m³", "years": "a", "share": "0–1"}


@dataclass(frozen=True)
class Field:
    """One fact: its place, its type and what people call it."""

    section: str
    name: str
    form: str
    labels: Mapping[str, str]
    help: Mapping[str, str]
    unit: str = ""
    required: bool = False
    positive: bool = False
    signed: bool = False
    choices: type[StrEnum] | None = None
    suggestions: str = ""
    pattern: str = ""
    codes: str = ""
    table: str = ""
    example: str = ""
    pillars: tuple[inventory.Pillar, ...] = ()

    @property
    def is_quantity(self) -> bool:
        """Whether the field is a number with grade and source."""
        return self.form in ("mass", "energy", "volume", "years", "rate", "money", "share")

    def is_for(self, pillar: inventory.Pillar | None) -> bool:
        """Whether a company of this pillar is asked for it; a field of no pillar is for all."""
        return not self.pillars or pillar in self.pillars

    def heading(self, language: str) -> str:
        """Return the label with its unit, as in the head of a column."""
        label = self.labels[language]
        return f"{label} [{self.unit}]" if self.unit else label

    def words(self, language: str) -> Mapping[str, str]:
        """Return the wording of each choice, of each term, or of yes and no, in order."""
        if self.table:
            return term_words(self.table, language)
        if self.form == "flag":
            return {value: entry(f"choices.Flag.{value}", language) for value in ("yes", "no")}
        if self.choices is None:
            return {}
        room = f"choices.{self.choices.__name__}"
        return {member.value: entry(f"{room}.{member.value}", language) for member in self.choices}


@dataclass(frozen=True)
class Section:
    """A sheet of the workbook, a key of the JSON file, a step of the web form.

    A workbook may lack the sheet of a section that not everybody fills, where ``may_lack``.
    """

    name: str
    labels: Mapping[str, str]
    help: Mapping[str, str]
    many: bool
    fields: tuple[Field, ...]
    pillars: tuple[inventory.Pillar, ...] = ()
    may_lack: bool = False

    def is_for(self, pillar: inventory.Pillar | None) -> bool:
        """Whether a company of this pillar is asked for it; a section of no pillar is for all."""
        return not self.pillars or pillar in self.pillars

    @property
    def is_needed(self) -> bool:
        """Whether there is no measuring without it."""
        return self.name in _NEEDED

    def field(self, name: str) -> Field:
        """Return one field by its name."""
        return next(f for f in self.fields if f.name == name)


@cache
def sections() -> tuple[Section, ...]:
    """Return every section in the order of declaration."""
    text = resources.files("kragozor.files").joinpath("fields.toml").read_text("utf-8")
    return tuple(_section(name, table) for name, table in tomllib.loads(text).items())


def section(name: str) -> Section:
    """Return one section by its name."""
    return next(s for s in sections() if s.name == name)


def _section(name: str, table: Mapping[str, Any]) -> Section:
    fields = tuple(_field(name, key, value) for key, value in table["fields"].items())
    return Section(
        name=name,
        labels=_both(table),
        help=table["help"],
        many=table["rows"] == "many",
        fields=fields,
        pillars=_pillars(table),
        may_lack=table.get("may_lack", False),
    )


def _field(section_name: str, name: str, table: Mapping[str, Any]) -> Field:
    read_apart = (*LANGUAGES, "type", "choices", "unit", "pillars")
    rest = {key: value for key, value in table.items() if key not in read_apart}
    choices = getattr(inventory, table["choices"]) if "choices" in table else None
    form = table["type"]
    unit = table.get("unit", UNITS.get(form, ""))
    return Field(
        section=section_name,
        name=name,
        form=form,
        labels=_both(table),
        unit=unit,
        choices=choices,
        pillars=_pillars(table),
        **rest,
    )


def _pillars(table: Mapping[str, Any]) -> tuple[inventory.Pillar, ...]:
    return tuple(inventory.Pillar(name) for name in table.get("pillars", ()))


def _both(table: Mapping[str, Any]) -> Mapping[str, str]:
    return {language: table[language] for language in LANGUAGES}
