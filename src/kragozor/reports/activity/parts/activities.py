"""The seventeen activities: all in one table, then each with what was done and what is next."""

from __future__ import annotations

from collections.abc import Iterator

from kragozor.reports.activity.blocks import Block, Heading, Items, Paragraph, Table
from kragozor.reports.activity.facts import ActivityLine, ActivityReport, EvidenceLine
from kragozor.reports.activity.wording import Wording


def blocks(report: ActivityReport, words: Wording) -> Iterator[Block]:
    """Yield the part of the report."""
    yield Heading(1, words.say("activities.heading"), on_new_page=True)
    yield Heading(2, words.say("activities.overview"))
    yield Paragraph(words.say("activities.undefined"), is_quiet=True)
    yield Table(
        title=words.say("activities.overview"),
        head=(
            *words.head("activities", "number", "activity", "indicator", "value"),
            words.say("summary.before"),
            words.say("pillars.target"),
            words.say("activities.state"),
        ),
        rows=tuple(_row(line, words) for line in report.activities),
        widths=(1, 5.9, 4.5, 2.4, 2.1, 1.5, 2.6),
        numeric=(0, 3, 4, 5),
    )
    yield Heading(2, words.say("activities.each"))
    for line in report.activities:
        yield from _activity(line, words)


def _row(line: ActivityLine, words: Wording) -> tuple[str, ...]:
    return (
        words.number(line.number),
        line.title,
        line.indicator,
        words.number(line.value),
        words.number(line.before),
        words.number(line.target),
        words.state(line.state),
    )


def _activity(line: ActivityLine, words: Wording) -> Iterator[Block]:
    number = words.number(line.number)
    yield Heading(3, words.say("activities.entry", number=number, title=line.title))
    yield Paragraph(_figure(line, words))
    lines = [*_parts(line, words), *(_done(one, words) for one in line.evidence)]
    if lines:
        yield Items(tuple(lines))
    if not line.evidence and not line.is_live:
        yield Paragraph(words.say("activities.nothing-done"), is_quiet=True)
    yield Paragraph(f"{_next(line, words)} {_responsible(line, words)}")


def _figure(line: ActivityLine, words: Wording) -> str:
    target = words.say("none") if line.target is None else words.number(line.target)
    return words.say(
        "activities.figure",
        indicator=line.indicator,
        unit=line.unit,
        value=words.number(line.value),
        before=words.number(line.before),
        target=target,
        state=words.state(line.state),
    )


def _parts(line: ActivityLine, words: Wording) -> Iterator[str]:
    for label, text in line.parts:
        yield words.say("activities.part", label=label, text=text)


def _done(one: EvidenceLine, words: Wording) -> str:
    day = words.day(one.on)
    if one.value is None:
        return words.say("activities.done", day=day, title=one.title)
    value = words.number(one.value)
    return words.say("activities.done-value", day=day, title=one.title, value=value)


def _next(line: ActivityLine, words: Wording) -> str:
    step = (line.next_step or words.say("none")).rstrip(".")
    if line.next_on is None:
        return words.say("activities.next", step=step)
    return words.say("activities.next-by", step=step, day=words.day(line.next_on).rstrip("."))


def _responsible(line: ActivityLine, words: Wording) -> str:
    return words.say("activities.responsible", name=line.responsible or words.say("nobody"))
