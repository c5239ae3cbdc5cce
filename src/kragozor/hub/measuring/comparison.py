"""Two results side by side: every figure with its difference, and what changed in the facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kragozor.files.assessments import assessment_read
from kragozor.files.fields import Field, section, sections
from kragozor.hub.measuring.declaration.entries import choice_words
from kragozor.hub.measuring.ranking import Ranking, ranking
from kragozor.hub.reference.queries import parameters_in_force
from kragozor.instruments.inventory import Place
from kragozor.reports.amounts import Ends, gain_text
from kragozor.reports.figures import Figure
from kragozor.reports.rows import where
from kragozor.reports.view import AssessmentView, assessment_view
from kragozor.words.numbers import date_text

if TYPE_CHECKING:
    from kragozor.hub.measuring.models import Assessment


# Two ways of adding up the same numbers differ by less.
NEGLIGIBLE = 1e-9


@dataclass(frozen=True)
class Difference:
    """One figure in both results."""

    before: Figure
    after: Figure
    text: str
    is_same: bool = False


@dataclass(frozen=True)
class FrameworkDifference:
    """A framework in both results."""

    title: str
    figures: tuple[Difference, ...]

    @property
    def changed(self) -> tuple[Difference, ...]:
        """What is to be read."""
        return tuple(one for one in self.figures if not one.is_same)

    @property
    def same(self) -> tuple[Difference, ...]:
        """What is the same in both."""
        return tuple(one for one in self.figures if one.is_same)


@dataclass(frozen=True)
class FactChange:
    """One declared fact that is not the same in both."""

    where: str
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Comparison:
    """Two results in words."""

    before: AssessmentView
    after: AssessmentView
    frameworks: tuple[FrameworkDifference, ...]
    facts: tuple[FactChange, ...]
    ranking: Ranking


def comparison(before: Assessment, after: Assessment, language: str) -> Comparison:
    """Compare an earlier or other result with a later one."""
    read = [assessment_read(a.result) for a in (before, after)]
    views = [assessment_view(one, language) for one in read]
    first, second = (a.result["inventory"] for a in (before, after))
    return Comparison(
        before=views[0],
        after=views[1],
        frameworks=tuple(_frameworks(views[0], views[1], language)),
        facts=tuple(_fact_changes(first, second, language)),
        ranking=ranking(
            read[0].inventory, read[1].inventory, language, parameters=parameters_in_force()
        ),
    )


def _frameworks(
    before: AssessmentView, after: AssessmentView, language: str
) -> Iterator[FrameworkDifference]:
    known = {one.id: {figure.name: figure for figure in one.figures} for one in before.frameworks}
    for one in after.frameworks:
        pairs = [
            (known[one.id][figure.name], figure)
            for figure in one.figures
            if figure.name in known.get(one.id, {})
        ]
        differences = tuple(
            _difference(earlier, later, language)
            for earlier, later in pairs
            if earlier.is_defined or later.is_defined
        )
        if differences:
            yield FrameworkDifference(one.title, differences)


def _difference(before: Figure, after: Figure, language: str) -> Difference:
    if before.value is None or after.value is None:
        return Difference(before, after, "")
    change = after.value - before.value
    if abs(change) <= NEGLIGIBLE * max(abs(before.value), abs(after.value)):
        return Difference(before, after, "", is_same=True)
    text = gain_text(change, after.display, language, after.unit, ends=_ends(before, after, change))
    return Difference(before, after, text)


def _ends(before: Figure, after: Figure, change: float) -> Ends:
    """Return between which numbers a difference lies: at least as widely as either figure."""
    widths = [ends[1] - ends[0] for one in (before, after) if (ends := one.ends)]
    half = max(widths, default=0.0) / 2
    return (change - half, change + half) if half else None


def _fact_changes(
    before: Mapping[str, Any], after: Mapping[str, Any], language: str
) -> Iterator[FactChange]:
    """Rows are compared by their number: that is how their owner sees them in the workbook."""
    for declared in sections():
        first, second = (_rows(facts, declared.name) for facts in (before, after))
        for number in range(1, max(len(first), len(second)) + 1):
            pair = [rows[number - 1] if number <= len(rows) else {} for rows in (first, second)]
            place = Place(declared.name, number if declared.many else None)
            for field in declared.fields:
                texts = [_text(field, row.get(field.name), language) for row in pair]
                if texts[0] != texts[1]:
                    label = field.labels[language]
                    yield FactChange(where(place, language), label, texts[0], texts[1])


def _rows(facts: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    content = facts.get(name)
    return list(content or ()) if section(name).many else [content or {}]


def _text(field: Field, raw: Any, language: str) -> str:
    value = raw.get("value") if isinstance(raw, Mapping) else raw
    if field.form == "flag":
        return field.words(language)["yes" if value else "no"]
    if field.form == "date" and value:
        return date_text(dt.date.fromisoformat(value), language)
    text = choice_words(field, value, language)
    return f"{text}\u00a0{field.unit}" if text and field.is_quantity and field.unit else text or "—"
