"""The year in brief: what the report covers, and its figures beside those of the year before."""

from __future__ import annotations

from collections.abc import Iterator

from kragozor.reports.activity.blocks import Block, Heading, Paragraph, Table
from kragozor.reports.activity.facts import ActivityReport
from kragozor.reports.activity.wording import Wording

Row = tuple[str, str, str]


def blocks(report: ActivityReport, words: Wording) -> Iterator[Block]:
    """Yield the part of the report."""
    heading = words.say("summary.heading")
    yield Heading(1, heading, on_new_page=True)
    yield Paragraph(_scope(report, words))
    yield Paragraph(_members(report, words))
    yield Paragraph(_memberships(report, words))
    yield Table(
        title=heading,
        head=(words.say("summary.figure"), *words.years(report)),
        rows=(*_figures(report, words), *_standing(report, words)),
        widths=(7, 1.5, 1.5),
        numeric=(1, 2),
    )


def _scope(report: ActivityReport, words: Wording) -> str:
    first, day = words.day(report.first), words.day(report.as_of)
    return words.say("summary.scope", first=first, day=day)


def _members(report: ActivityReport, words: Wording) -> str:
    return words.say(
        "summary.members",
        day=words.day(report.as_of),
        members=words.number(report.now.members),
        last=words.year(report.year - 1),
        before=words.number(report.before.members),
        joined=words.number(report.now.joined),
        left=words.number(report.now.left),
    )


def _memberships(report: ActivityReport, words: Wording) -> str:
    rows = report.pillars
    return words.say(
        "summary.memberships",
        total=words.number(sum(row.total for row in rows)),
        business=words.number(sum(row.business for row in rows)),
        academia=words.number(sum(row.academia for row in rows)),
        others=words.number(sum(row.others for row in rows)),
        reached=words.number(sum(row.is_reached for row in rows)),
        all=words.number(len(rows)),
    )


def _figures(report: ActivityReport, words: Wording) -> Iterator[Row]:
    for entry in ("members", "joined", "left", "evidence"):
        now, before = (getattr(year, entry) for year in (report.now, report.before))
        yield words.say(f"figure.{entry}"), words.number(now), words.number(before)
    for line in report.activities:
        if line.is_live:
            yield line.indicator, words.number(line.value), words.number(line.before)


def _standing(report: ActivityReport, words: Wording) -> Iterator[Row]:
    """Yield how many activities stand where, in the order of the words."""
    for state in words.states():
        now = sum(line.state == state for line in report.activities)
        before = sum(line.state_before == state for line in report.activities)
        if now or before:
            yield words.standing(state), words.number(now), words.number(before)
