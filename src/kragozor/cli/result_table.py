"""A result as text for people who look at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from kragozor.cli.terminal import table
from kragozor.instruments.result import Assessment
from kragozor.reports.figures import Figure, Framework, by_reason
from kragozor.reports.items import ItemTable
from kragozor.reports.view import AssessmentView, assessment_view
from kragozor.words import entry
from kragozor.words.numbers import DASH


def result_table(assessment: Assessment, language: str) -> str:
    """Return the headline, the frameworks, the balance, the data's quality and the next steps."""
    view = assessment_view(assessment, language)
    return "\n".join([*_headline(view), *_frameworks(view), *_rest(view)])


def _headline(view: AssessmentView) -> Iterator[str]:
    headline = view.headline
    yield view.title
    yield " · ".join(filter(None, (view.period, view.kind, view.pillar, view.functional_unit)))
    yield ""
    interval = headline.figure.interval_text
    yield f"{headline.name}: {headline.number}" + (f" ({interval})" if interval else "")
    yield headline.statement
    yield view.rests_on


def _frameworks(view: AssessmentView) -> Iterator[str]:
    """Yield the frameworks that say something, and then in a line each those that do not."""
    silent = [framework for framework in view.frameworks if framework.silence]
    for framework in view.frameworks:
        if not framework.silence:
            yield from ("", framework.title)
            yield from _told(framework)
    if silent:
        yield from ("", _label("silent", view))
        yield table((framework.title, framework.silence) for framework in silent)


def _told(framework: Framework) -> Iterator[str]:
    """Yield the figures, and what has no value under the reason that it shares."""
    if framework.defined:
        yield table(row for figure in framework.defined for row in _rows(figure))
    for labels, reason in by_reason(framework.undefined):
        yield f"  {DASH}  {reason}"
        yield from (f"     {label}" for label in labels)
    yield from map(_items, framework.tables)


def _rows(figure: Figure) -> Iterator[tuple[str, str, str]]:
    known = "; ".join(filter(None, (figure.interval_text, figure.tag)))
    yield figure.label, figure.value_text, known
    yield from ((f"  {one.label}", one.value_text, one.origin) for one in figure.beside)


def _items(items: ItemTable) -> str:
    heads = ("", *items.heads)
    rows = ((one.label, *(f.value_text for f in figures)) for one, figures in items.rows)
    return f"\n{items.title}\n{table([heads, *rows])}"


def _rest(view: AssessmentView) -> Iterator[str]:
    yield ""
    yield view.balance.verdict
    yield from (f"  {advice}" for advice in view.balance.advice)
    yield view.quality.sentence
    if view.contributions:
        yield ""
        yield _label("contributions", view)
        yield table(
            (f"{one.label} ({one.where})", one.share_text, one.interval)
            for one in view.contributions
        )
        yield view.contributions_method
    if view.next_steps.steps:
        yield ""
        yield _label("steps", view)
        yield table((step.gain_text, step.label) for step in view.next_steps.steps)
        yield view.next_steps.together
    if view.warnings:
        yield ""
        yield _label("assumptions", view)
        yield from (f"  {warning}" for warning in view.warnings)


def _label(name: str, view: AssessmentView) -> str:
    return entry(f"reports.document.{name}", view.language)
