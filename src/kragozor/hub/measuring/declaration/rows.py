"""One row of a section, or a section that has none, as a form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kragozor.files.fields import Section
from kragozor.files.problems import Problem
from kragozor.hub.measuring.declaration.entries import Entry, choice_words, entries, raw_text
from kragozor.instruments.inventory import Place
from kragozor.words import entry as words_entry


@dataclass(frozen=True)
class RowView:
    """A row as a form: its first fields at once, the others behind "more"."""

    section: Section
    number: int | None
    language: str
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def id(self) -> str:
        return row_id(self.section.name, self.number)

    @property
    def main(self) -> tuple[Entry, ...]:
        """What every row declares; all fields where there are no rows."""
        if not self.section.many:
            return self.entries
        return tuple(entry for entry in self.entries if entry.field.required)

    @property
    def more(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry not in self.main)

    @property
    def is_open(self) -> bool:
        """What needs mending or choosing must be seen."""
        return bool(self.problems) or any(entry.saved for entry in self.entries)

    @property
    def is_more_open(self) -> bool:
        """The same for the fields behind "more"."""
        return any(entry.problems or entry.saved for entry in self.more)

    @property
    def summary(self) -> str:
        """The row on one line."""
        return ", ".join(filter(None, map(_worded, self.main)))

    @property
    def errors(self) -> list[str]:
        """What is wrong with the row as a whole."""
        named = {entry.name for entry in self.entries}
        return [
            problem.sentence(self.language)
            for problem in self.problems
            if _field_name(problem) not in named
        ]

    def against(self, saved: RowView) -> RowView:
        """Return the row with what is saved now beside every field that differs."""
        theirs = {entry.name: _worded(entry) or "—" for entry in saved.entries}
        compared = tuple(
            replace(entry, saved=theirs[entry.name])
            if theirs[entry.name] != (_worded(entry) or "—")
            else entry
            for entry in self.entries
        )
        return replace(self, entries=compared)


def row_view(
    section: Section,
    number: int | None,
    raw: Mapping[str, object],
    problems: Iterable[Problem],
    language: str,
) -> RowView:
    """Return a row as a form."""
    problems = tuple(problems)
    by_field: dict[str, tuple[Problem, ...]] = {}
    for problem in problems:
        name = _field_name(problem)
        by_field[name] = (*by_field.get(name, ()), problem)
    return RowView(
        section=section,
        number=number,
        language=language,
        entries=entries(
            section.fields, raw, by_field, language=language, row_id=row_id(section.name, number)
        ),
        problems=problems,
    )


def row_id(section: str, number: int | None) -> str:
    """Return the id of a row on its page; the row that is about to be added is ``new``."""
    return f"{section}-{'new' if number is None else number}"


def fact_id(place: Place) -> str:
    """Return the id of the box of a fact on the page of its section."""
    return f"{row_id(place.section, place.row)}-{place.name}"


def _field_name(problem: Problem) -> str:
    return problem.place.name.partition(".")[0] if problem.place else ""


def _worded(entry: Entry) -> str:
    """Return what stands in a field, as its row's one line has it."""
    if not entry.value:
        return ""
    if entry.is_quantity:
        return f"{entry.value}\u00a0{entry.unit}".strip()
    if entry.field.form == "flag":
        said = entry.label.lower()
        no = words_entry("choices.Flag.no", entry.language)
        return said if entry.is_checked else f"{said}: {no}"
    if entry.field.form in ("choice", "term"):
        return choice_words(entry.field, entry.raw, entry.language)
    return raw_text(entry.raw, entry.language)
