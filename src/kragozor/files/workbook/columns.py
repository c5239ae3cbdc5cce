"""The columns of the sheets and the lines of the form, made from the table of fields.

A sheet with many rows has one column a field. After the last required one stand the quality
and the source of the row. What is known better about a single number stands at the far right,
in a folded group: the number's own quality and source, and its distribution.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kragozor.files.aspects import ASPECTS, DISTRIBUTION, GRADE, SOURCE
from kragozor.files.facts import Row
from kragozor.files.fields import Field, Section, section, sections
from kragozor.files.offer import section_of_rows
from kragozor.instruments.inventory import Pillar
from kragozor.words import LANGUAGES, entry

Weight = Literal["required", "beside", "optional", "detail"]

# The sections that have one row share one sheet, on which every field is a line.
FORM_SHEET = "subject"
FORM = tuple(s.name for s in sections() if not s.many)
TABLES = tuple(s.name for s in sections() if s.many)
SHEETS = (FORM_SHEET, *TABLES)


@dataclass(frozen=True)
class Column:
    """One column: its stable key, the field its cells are read for, and how it is shown."""

    key: str
    field: Field
    weight: Weight
    owner: Field | None = None

    def heading(self, language: str) -> str:
        """Return the heading in one language, with the unit."""
        if self.owner is None:
            return self.field.heading(language)
        message = entry("files.aspect.of", language)
        return message.format(field=self.owner.labels[language], aspect=self.field.labels[language])

    def help(self, language: str) -> str:
        """Return what to fill in."""
        if self.owner is None or self.field is DISTRIBUTION:
            return self.field.help[language]
        return entry("files.aspect.help.own", language)


@cache
def columns(name: str) -> tuple[Column, ...]:
    """Return the columns of a section with many rows, in order."""
    declared = section(name)
    last = max(i for i, field in enumerate(declared.fields) if field.required)
    ordered = [_plain(field) for field in declared.fields]
    beside = [Column(aspect.name, aspect, "beside") for aspect in (GRADE, SOURCE)]
    return (*ordered[: last + 1], *beside, *ordered[last + 1 :], *_details(declared))


def columns_asked(name: str, pillar: Pillar, rows: Sequence[Row] = ()) -> tuple[Column, ...]:
    """Return the columns that a pillar is asked for, and those that the rows fill anyhow."""
    asked = section_of_rows(section(name), pillar, rows).fields
    return tuple(c for c in columns(name) if c.weight == "beside" or (c.owner or c.field) in asked)


def primary(name: str) -> Field:
    """Return the number that a row is about, whose quality and source are the row's."""
    return next(f for f in section(name).fields if f.is_quantity)


def lines() -> Iterator[tuple[Section, Field]]:
    """Yield the lines of the form in order."""
    for name in FORM:
        for field in section(name).fields:
            yield section(name), field


def sheet_titles(name: str) -> tuple[str, ...]:
    """Return every title under which the sheet of a section may stand."""
    return (*(section(name).labels[language] for language in LANGUAGES), name)


def heading_text(column: Column, language: str) -> tuple[str, str]:
    """Return both lines of a heading, the template's language first."""
    other = next(each for each in LANGUAGES if each != language)
    return column.heading(language), column.heading(other)


def _plain(field: Field) -> Column:
    return Column(field.name, field, "required" if field.required else "optional")


def _details(declared: Section) -> Iterator[Column]:
    for field in declared.fields:
        if field.is_quantity:
            own = ASPECTS if field != primary(declared.name) else (DISTRIBUTION,)
            for aspect in own:
                yield Column(f"{field.name}.{aspect.name}", aspect, "detail", field)
