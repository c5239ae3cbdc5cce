"""A result as text for people who look at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from kragozor.cli.terminal import table
from kragozor.instruments.result import Assessment
from kragozor.reports.figures import Framework
from kragozor.reports.items import ItemTable
from kragozor.reports.view import AssessmentView, assessment_view
from kragozor.words import entry


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
    for framework in view.frameworks:
        yield ""
        yield framework.title
        if framework.silence:
            yield f"  {framework.silence}"
            continue
        yield table(_rows(framework))
        yield from map(_items, framework.tables)


def _rows(framework: Framework) -> Iterator[tuple[str, str, str]]:
    for figure in framework.figures:
        known = "; ".join(filter(None, (figure.interval_text, figure.tag)))
        yield figure.label, figure.value_text, figure.undefined_text or known
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
