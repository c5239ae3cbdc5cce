"""One field of a form: its value as typed, its words, its problems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kragozor.files.aspects import DISTRIBUTION, GRADE, SOURCE, distribution_text
from kragozor.files.codes import code_named
from kragozor.files.fields import Field
from kragozor.files.problems import Problem
from kragozor.instruments.uncertainty.distributions import DISTRIBUTIONS, Distribution
from kragozor.words import say


@dataclass(frozen=True)
class Choice:
    """One line of a drop-down list."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Entry:
    """A field with what was typed into it. ``row_id`` keeps the ids of a page apart.

    ``saved`` is what somebody else saved meanwhile, where that is something else.
    """

    field: Field
    language: str
    row_id: str
    raw: object = None
    problems: tuple[Problem, ...] = field(default=())
    saved: str = ""

    @property
    def id(self) -> str:
        return f"{self.row_id}-{self.field.name}"

    @property
    def name(self) -> str:
        return self.field.name

    @property
    def label(self) -> str:
        return self.field.labels[self.language]

    @property
    def help(self) -> str:
        return self.field.help[self.language]

    @property
    def stands_for(self) -> str:
        """What a code stands for."""
        named = code_named(self.field, self.value)
        return say(named, self.language) if named else ""

    @property
    def unit(self) -> str:
        """The unit beside the box; shares need none, since 38 % may be typed as it is."""
        return "" if self.field.form == "share" else self.field.unit

    @property
    def is_quantity(self) -> bool:
        return self.field.is_quantity

    @property
    def input(self) -> str:
        """Which kind of box the field has."""
        if self.field.form == "flag" and not self.field.required:
            return "checkbox"
        kinds = {"choice": "select", "term": "select", "flag": "select", "date": "date"}
        return kinds.get(self.field.form, "text")

    @property
    def value(self) -> str:
        """What stands in the box."""
        return raw_text(self._part("value") if self.is_quantity else self.raw, self.language)

    @property
    def is_checked(self) -> bool:
        return self.value == "yes"

    @property
    def choices(self) -> list[Choice]:
        """The lines of the list; something else that was declared stays choosable."""
        known = self.field.words(self.language)
        extra = {self.value: self.value} if self.value and self.value not in known else {}
        lines = {"": "—", **known, **extra}
        return [Choice(value, label, value == self.value) for value, label in lines.items()]

    @property
    def grades(self) -> list[Choice]:
        """How well the number is known; estimated unless said otherwise."""
        chosen = self._part("grade") or "estimated"
        words = GRADE.words(self.language)
        return [Choice(value, label, value == chosen) for value, label in words.items()]

    @property
    def source(self) -> str:
        return raw_text(self._part("source"), self.language)

    @property
    def distribution(self) -> str:
        """How the number may vary, as a person writes it."""
        raw = self.raw if isinstance(self.raw, Mapping) else {}
        family = raw_text(raw.get("distribution"), self.language)
        for names in DISTRIBUTIONS.get(family, ()):
            if set(names) <= set(raw):
                parameters = {name: float(raw[name]) for name in names}
                return distribution_text(Distribution(family, parameters), self.language)
        return family

    @property
    def is_detailed(self) -> bool:
        """Whether a source or a distribution is declared: then they are shown at once."""
        return bool(self.source or self.distribution)

    @property
    def errors(self) -> list[str]:
        return [problem.sentence(self.language) for problem in self.problems]

    @property
    def source_label(self) -> str:
        return SOURCE.labels[self.language]

    @property
    def grade_label(self) -> str:
        return GRADE.labels[self.language]

    @property
    def distribution_label(self) -> str:
        return DISTRIBUTION.labels[self.language]

    @property
    def distribution_help(self) -> str:
        """Which distributions there are, and how each is written."""
        return DISTRIBUTION.help[self.language]

    def _part(self, name: str) -> object:
        if isinstance(self.raw, Mapping):
            return self.raw.get(name)
        return self.raw if name == "value" else None


def entries(
    fields: Iterable[Field],
    raw: Mapping[str, object],
    problems: Mapping[str, tuple[Problem, ...]],
    *,
    language: str,
    row_id: str,
) -> tuple[Entry, ...]:
    """Return the fields of one row; a problem of a field's source or grade is the field's."""
    return tuple(
        Entry(
            field=field,
            language=language,
            row_id=row_id,
            raw=raw.get(field.name),
            problems=problems.get(field.name, ()),
        )
        for field in fields
    )


def raw_text(raw: object, language: str) -> str:
    """Return a raw value as it stands in a box: numbers in full, in the reader's writing.

    >>> raw_text(1234.5, "bg"), raw_text(2.0, "en"), raw_text("12,5 кг", "bg"), raw_text(None, "bg")
    ('1234,5', '2', '12,5 кг', '')
    """
    if raw is None:
        return ""
    if isinstance(raw, bool):
        return "yes" if raw else "no"
    if isinstance(raw, (int, float)):
        text = f"{Decimal(repr(raw)):f}".removesuffix(".0")
        return text.replace(".", ",") if language == "bg" else text
    return str(raw)


def choice_words(field: Field, raw: object, language: str) -> str:
    """Return a chosen value in words; what is no choice is returned as it is."""
    text = raw_text(raw, language)
    return field.words(language).get(text, text)
