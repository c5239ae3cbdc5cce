"""An explanation as a fragment of HTML: formulas in MathML, every word escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from kragozor.reports.explanation.facts import FactRow
from kragozor.reports.explanation.parts import Explained, Explanation
from kragozor.reports.made import UsedItem, UsedNumber
from kragozor.reports.steps import Step, UsedInput


def html(told: Explanation) -> str:
    """Return an explanation as one ``section`` element."""
    language = escape(told.language)
    return "\n".join(
        [f'<section class="explanation" lang="{language}">', *_body(told), "</section>", ""]
    )


def _body(told: Explanation) -> Iterator[str]:
    for explained in told.figures:
        yield f'<article data-figure="{escape(explained.figure.id)}">'
        yield from _figure(explained, told)
        yield "</article>"
    if told.rows:
        yield _titled(told.word("rows"), _list("ul", (_row(row, told) for row in told.rows)))
    if told.drawn:
        yield _titled(told.word("intervals"), f"<p>{escape(told.drawn)}</p>")
    if told.sources:
        yield _titled(told.word("sources"), _list("ol", map(escape, told.sources)))


def _titled(title: str, content: str) -> str:
    return f"<h4>{escape(title)}</h4>{content}"


def _list(tag: str, items: Iterable[str]) -> str:
    """Return a list of items; nothing where there are none."""
    inside = "".join(f"<li>{item}</li>" for item in items)
    return f"<{tag}>{inside}</{tag}>" if inside else ""


def _figure(explained: Explained, told: Explanation) -> Iterator[str]:
    yield f"<h3>{escape(explained.title)}</h3>"
    yield from (f"<p>{escape(line)}</p>" for line in explained.lines)
    framework = explained.framework
    yield f"<p>{escape(framework.title)} {_notes(told, framework.source)}</p>"
    if explained.steps:
        steps = (_step(step, told) for step in explained.steps)
        yield _titled(told.word("formulas"), _list("ol", steps))
    if explained.inputs:
        inputs = "".join(map(_input, explained.inputs))
        yield _titled(told.word("numbers"), f"<dl>{inputs}</dl>")


def _notes(told: Explanation, source: str) -> str:
    notes = told.notes(source)
    return f"<sup>{escape(notes)}</sup>" if notes else ""


def _step(step: Step, told: Explanation) -> str:
    formulas = "".join(
        f"<div>{mathml}</div>" for mathml in (step.mathml, step.numeric_mathml) if mathml
    )
    note = f"<p>{escape(step.note)}</p>" if step.note else ""
    items = _list("ul", (f"{escape(item.label)}: {item.numeric_mathml}" for item in step.items))
    return f"<p>{escape(step.label)} {_notes(told, step.source)}</p>{formulas}{note}{items}"


def _input(used: UsedInput) -> str:
    if used.is_of_list:
        return f"<dt>{used.mathml}</dt><dd>{escape(used.label)}</dd>"
    symbol = f"{used.mathml} = " if used.symbol else ""
    made = f"<div>{used.made.mathml}</div>" if used.made and used.made.is_told else ""
    places = f"<p>{escape(used.from_where)}</p>" if used.from_where else ""
    items = _list("ul", map(_item, used.items))
    label = escape(used.label)
    return f"<dt>{symbol}{escape(used.number)}</dt><dd>{label}{made}{places}{items}</dd>"


def _item(item: UsedItem) -> str:
    return f"{escape(item.label)}: {'; '.join(map(_number, item.numbers))}"


def _number(one: UsedNumber) -> str:
    made = f"{one.made.mathml} = " if one.made and one.made.is_told else ""
    return f"{one.mathml} = {made}{escape(one.number)}"


def _row(row: FactRow, told: Explanation) -> str:
    facts = (
        f"{escape(fact.label)} {escape(fact.text)}: "
        f"{escape(fact.known)} {_notes(told, fact.source)}"
        for fact in row.facts
    )
    words = f": {escape(row.words)}" if row.words else ""
    return f"{escape(row.where)}{words}{_list('ul', facts)}"
