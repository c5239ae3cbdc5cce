"""The annexes: who the members are, and how each number is computed."""

from __future__ import annotations

from collections.abc import Iterator

from kragozor.reports.activity.blocks import Block, Heading, Paragraph, Table
from kragozor.reports.activity.facts import ActivityReport, MemberLine
from kragozor.reports.activity.wording import Wording


def blocks(report: ActivityReport, words: Wording) -> Iterator[Block]:
    """Yield the parts of the report."""
    yield from _members(report, words)
    yield from _methods(report, words)


def _members(report: ActivityReport, words: Wording) -> Iterator[Block]:
    heading = words.say("members.heading", day=words.day(report.as_of))
    yield Heading(1, heading, on_new_page=True)
    if not report.members:
        yield Paragraph(words.say("members.empty"))
        return
    yield Paragraph(words.say("members.intro", count=words.number(len(report.members))))
    yield Table(
        title=heading,
        head=words.head("members", "number", "name", "kind", "town", "pillars", "since"),
        rows=tuple(_row(place, one, words) for place, one in enumerate(report.members, 1)),
        widths=(0.8, 4.1, 3.2, 2.5, 3.2, 3.4),
        numeric=(0,),
    )


def _row(place: int, one: MemberLine, words: Wording) -> tuple[str, ...]:
    town = one.town or words.number(None)
    pillars = ", ".join(one.pillars) or words.number(None)
    return (words.number(place), one.name, one.kind, town, pillars, words.day(one.since))


def _methods(report: ActivityReport, words: Wording) -> Iterator[Block]:
    heading = words.say("method.heading")
    yield Heading(1, heading, on_new_page=True)
    yield Paragraph(words.say("method.intro", day=words.day(report.as_of)))
    yield Table(
        title=heading,
        head=words.head("method", "number", "indicator", "how"),
        rows=tuple(
            (words.number(line.number), line.indicator, line.method) for line in report.activities
        ),
        widths=(0.8, 5, 8),
        numeric=(0,),
    )
