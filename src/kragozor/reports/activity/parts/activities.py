"""The seventeen activities: all in one table, then each with what was done and what is next."""

from __future__ import annotations

from collections.abc import Iterator

from kragozor.reports.activity.blocks import Block, Heading, Items, Paragraph, Table
from kragozor.reports.activity.facts import ActivityLine, ActivityReport, EvidenceLine
from kragozor.reports.activity.wording import Wording

# A longer list is broken over pages.
KEPT = 8


def blocks(report: ActivityReport, words: Wording) -> Iterator[Block]:
    """Yield the part of the report."""
    yield Heading(1, words.say("activities.heading"), on_new_page=True)
    yield Heading(2, words.say("activities.overview"))
    yield Paragraph(words.say("activities.undefined"), is_quiet=True)
    yield Table(
        title=words.say("activities.overview"),
        head=(
            *words.head("activities", "number", "activity", "indicator"),
            *words.years(report),
            *words.head("activities", "target", "state"),
        ),
        rows=tuple(
            (words.number(line.number), line.title, *_figures(line, words))
            for line in report.activities
        ),
        widths=(0.7, 7.2, 5.1, 1.5, 1.5, 1.2, 2.2),
        numeric=(0, 3, 4, 5),
    )
    yield Heading(2, words.say("activities.each"))
    for line in report.activities:
        yield from _activity(line, report, words)


def _figures(line: ActivityLine, words: Wording) -> tuple[str, ...]:
    return (
        line.indicator,
        words.number(line.value),
        words.number(line.before),
        words.number(line.target),
        words.state(line.state),
    )


def _activity(line: ActivityLine, report: ActivityReport, words: Wording) -> Iterator[Block]:
    number = words.number(line.number)
    yield Heading(3, words.say("activities.entry", number=number, title=line.title))
    yield Table(
        title=line.indicator,
        head=(
            words.say("activities.indicator"),
            *words.years(report),
            *words.head("activities", "target", "state"),
        ),
        rows=(_figures(line, words),),
        widths=(9, 1.6, 1.6, 1.4, 2.6),
        numeric=(1, 2, 3),
        keeps=True,
    )
    lines = (*_parts(line, words), *(_done(one, words) for one in line.evidence))
    if lines:
        yield Items(lines, keeps=len(lines) <= KEPT)
    elif not line.is_live:
        yield Paragraph(
            words.say("activities.nothing-done"), is_quiet=True, keeps=report.looks_ahead
        )
    if report.looks_ahead:
        yield Paragraph(f"{_next(line, words)} {_responsible(line, words)}")


def _parts(line: ActivityLine, words: Wording) -> Iterator[str]:
    for label, text in line.parts:
        yield words.say("activities.part", label=label, text=text)


def _done(one: EvidenceLine, words: Wording) -> str:
    entry = "activities.done" if one.value is None else "activities.done-value"
    value = words.number(one.value)
    done = words.say(entry, day=words.day(one.on), title=one.title.rstrip("."), value=value)
    return f"{done} {one.text}".rstrip()


def _next(line: ActivityLine, words: Wording) -> str:
    if not line.next_step:
        return words.say("activities.next-open")
    step = line.next_step.rstrip(".")
    if line.next_on is None:
        return words.say("activities.next", step=step)
    return words.say("activities.next-by", step=step, day=words.day(line.next_on).rstrip("."))


def _responsible(line: ActivityLine, words: Wording) -> str:
    if not line.responsible:
        return words.say("activities.responsible-open")
    return words.say("activities.responsible", name=line.responsible)
