"""The sheets of a result: summary, figures, inputs, facts, influences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from io import BytesIO

from openpyxl import Workbook

from kragozor.instruments.result import Assessment
from kragozor.reports.amounts import unit_name
from kragozor.reports.balancing import settled_gap
from kragozor.reports.current import current
from kragozor.reports.figures import Figure, Framework
from kragozor.reports.view import AssessmentView, assessment_view, display_of
from kragozor.reports.workbook.facts import fact_lines
from kragozor.reports.workbook.paper import Cell, Number, Paper, storable
from kragozor.words import entry

Line = tuple[Cell, ...]


def result_workbook(
    assessment: Assessment, language: str, *, measured_at: dt.date | None = None
) -> bytes:
    """Return the workbook of an assessment.

    Parameters
    ----------
    assessment : Assessment
        What was measured.
    language : {"bg", "en"}
        The language of every word in it.
    measured_at : date, optional
        The day of measuring, kept as the workbook's date.

    Returns
    -------
    bytes
        An .xlsx file.

    Examples
    --------
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> result_workbook(assess(bottle()), "en")[:2]
    b'PK'
    """
    view = assessment_view(assessment, language)
    workbook = Workbook()
    workbook.remove(workbook.active)
    workbook.properties.title = storable(view.title)
    workbook.properties.creator = entry("reports.document.brand", language)
    if measured_at:
        workbook.properties.created = dt.datetime.combine(measured_at, dt.time())
    _summary(workbook, view, assessment)
    _figures(workbook, view)
    _items(workbook, view)
    _inputs(workbook, view)
    _facts(workbook, assessment, language)
    _influences(workbook, view, assessment)
    _contributions(workbook, view, assessment)
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _summary(workbook: Workbook, view: AssessmentView, assessment: Assessment) -> None:
    language, headline, balance = view.language, view.headline, assessment.balance
    paper = Paper(workbook, _label("summary", language), (64, 16, 12))
    paper.title(view.title)
    paper.quiet(" · ".join((view.period, view.kind, view.pillar)), view.functional_unit)
    paper.section(headline.name)
    paper.line([headline.framework, Number(headline.figure.value, headline.figure.display)])
    paper.quiet(headline.statement, view.rests_on)
    paper.section(_label("steps", language))
    for step in view.next_steps.steps:
        paper.line([step.label, Number(step.gain, headline.figure.display)])
    paper.quiet(view.next_steps.together, view.next_steps.method)
    paper.section(_label("quality", language))
    for share in view.quality.shares:
        paper.line([share.label, Number(share.share, "share")])
    paper.section(_label("balance", language))
    for name, mass in (
        ("inflow", balance.inflow),
        ("outflow", balance.outflow),
        ("stock-change", balance.stock_change),
        ("gap", settled_gap(balance)),
    ):
        paper.line([_label(name, language), Number(mass), "kg"])
    paper.quiet(view.balance.verdict, *view.balance.advice)
    if view.warnings:
        paper.section(_label("assumptions", language))
        paper.quiet(*view.warnings)


def _figures(workbook: Workbook, view: AssessmentView) -> None:
    language = view.language
    widths = (16, 46, 14, 10, 14, 16, 44, 40, 56, 40, 56, 44)
    paper = Paper(workbook, _label("figures", language), widths)
    head = ("framework", "figure", "value", "unit", "obligation", "data", "reason")
    names = (*head, "formula", "with-numbers", "source", "beside", "interval")
    lines = (line for framework in view.frameworks for line in _framework(framework, language))
    paper.table([_label(name, language) for name in names], lines)


def _framework(framework: Framework, language: str) -> Iterator[Line]:
    """Yield a line for each figure, and one alone where there is nothing to say."""
    if framework.silence:
        yield (framework.short, framework.title, *[""] * 4, framework.silence, *[""] * 5)
    else:
        yield from ((framework.short, *_figure(one, language)) for one in framework.figures)


def _figure(figure: Figure, language: str) -> Line:
    step = figure.working.own if figure.working else None
    return (
        figure.label,
        _cell(figure),
        unit_name(figure.unit, language) if figure.is_defined else "",
        figure.mandatory_text,
        figure.tag,
        figure.undefined_text,
        step.text if step else "",
        (step.numeric_text or step.note) if step else "",
        figure.clause,
        "; ".join(one.text for one in figure.beside),
        figure.interval_text,
    )


def _cell(figure: Figure) -> Cell:
    is_word = figure.display == "class" and figure.is_defined
    return figure.value_text if is_word else Number(figure.value, figure.display)


def _items(workbook: Workbook, view: AssessmentView) -> None:
    """Write a sheet for each table of items, and below it how each of its figures was made."""
    for framework in view.frameworks:
        for table in framework.tables:
            head = (_label("item", view.language), *table.heads)
            paper = Paper(workbook, table.tab, (40, *(18 for _ in table.heads)))
            lines = ((item.label, *map(_cell, figures)) for item, figures in table.rows)
            paper.table(head, lines)
            paper.section(_label("working", view.language))
            for item in table.items:
                for figure in item.figures:
                    paper.line([f"{item.label}: {figure.label}", *_worked(figure)])


def _worked(figure: Figure) -> Line:
    """Return how a figure was made, or why there is none."""
    if figure.undefined_text:
        return (figure.undefined_text,)
    step = figure.working.own if figure.working else None
    return (step.numeric_text or step.text,) if step else ()


def _inputs(workbook: Workbook, view: AssessmentView) -> None:
    language = view.language
    paper = Paper(workbook, _label("inputs-sheet", language), (16, 12, 52, 14, 14, 40, 30, 40))
    names = ("framework", "symbol", "meaning", "number", "unit", "shown", "rows", "made")
    paper.table([_label(name, language) for name in names], _input_lines(view))


def _input_lines(view: AssessmentView) -> Iterator[Line]:
    for framework in view.frameworks:
        used = {
            one.name: one
            for figure in framework.defined
            if figure.working
            for one in figure.working.inputs
        }
        for one in used.values():
            unit = unit_name(one.unit, view.language)
            yield (
                framework.short,
                one.symbol,
                one.label,
                Number(one.value),
                unit,
                one.number,
                one.places,
                one.made.text if one.made else "",
            )


def _facts(workbook: Workbook, assessment: Assessment, language: str) -> None:
    paper = Paper(workbook, _label("facts-sheet", language), (12, 8, 36, 34, 16, 26, 14, 70))
    names = ("section", "row", "name", "property", "number", "shown", "grade", "source")
    lines: Iterable[Line] = fact_lines(assessment.inventory, language)
    paper.table([_label(name, language) for name in names], lines)


def _influences(workbook: Workbook, view: AssessmentView, assessment: Assessment) -> None:
    language, display = view.language, display_of(assessment.headline)
    paper = Paper(workbook, _label("influences-sheet", language), (52, 22, 14, 14, 14, 14, 14))
    names = ("fact", "row", "low", "high", "result-low", "result-high", "span")
    lines = (
        (
            shown.label,
            shown.where,
            Number(item.low),
            Number(item.high),
            Number(item.result_low, display),
            Number(item.result_high, display),
            Number(item.span, display),
        )
        for shown, item in zip(view.influences, current(assessment).influences, strict=True)
    )
    paper.table([_label(name, language) for name in names], lines)
    paper.quiet(view.influences_method)


def _contributions(workbook: Workbook, view: AssessmentView, assessment: Assessment) -> None:
    """Add the sheet of what the uncertainty comes from; none where nothing is uncertain."""
    if not view.contributions:
        return
    language = view.language
    paper = Paper(workbook, _label("contributions-sheet", language), (52, 22, 20, 14, 14))
    names = ("fact", "row", "variance-share", "variance-low", "variance-high")
    lines: Iterable[Line] = (
        (
            shown.label,
            shown.where,
            Number(one.share, "share"),
            Number(one.low, "share"),
            Number(one.high, "share"),
        )
        for shown, one in zip(view.contributions, current(assessment).contributions, strict=True)
    )
    paper.table([_label(name, language) for name in names], lines)
    paper.quiet(view.contributions_method)


def _label(name: str, language: str) -> str:
    return entry(f"reports.document.{name}", language)
