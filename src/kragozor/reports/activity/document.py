"""The report as a document: every number is worded here, once for all the forms it comes in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from kragozor.reports.activity.blocks import Block, Document, Heading, Paragraph, Signature, Table
from kragozor.reports.activity.facts import ActivityReport
from kragozor.reports.activity.parts import activities, pillars
from kragozor.reports.activity.wording import Wording


def activity_document(report: ActivityReport, language: str) -> Document:
    """Return the report of a year in one language, ready to be written in any form.

    Parameters
    ----------
    report : ActivityReport
        The facts; their texts are in the same language.
    language : {"bg", "en"}
        The language of every other word, number and date.

    Returns
    -------
    Document
    """
    words = Wording(language)
    as_of = words.day(report.as_of)
    whole = "as-of" if report.is_whole else "unfinished"
    return Document(
        language=language,
        title=words.say("title-year", year=str(report.year)),
        year=words.say("year", year=str(report.year)),
        council=report.council,
        chamber=words.say("at", chamber=report.chamber),
        notes=(
            words.say(whole, day=as_of),
            words.say("drawn-up", day=words.day(report.drawn_up)),
        ),
        page=words.say("page", page="{page}", pages="{pages}"),
        date=report.drawn_up,
        blocks=tuple(
            chain(
                _summary(report, words),
                pillars.blocks(report, words),
                activities.blocks(report, words),
                _signature(words),
                _members(report, words),
                _method(report, words),
            )
        ),
    )


def _summary(report: ActivityReport, words: Wording) -> Iterator[Block]:
    rows = report.pillars
    yield Heading(1, words.say("summary.heading"), on_new_page=True)
    told = words.say(
        "summary.members",
        day=words.day(report.as_of),
        total=words.number(sum(row.total for row in rows)),
        business=words.number(sum(row.business for row in rows)),
        academia=words.number(sum(row.academia for row in rows)),
        others=words.number(sum(row.others for row in rows)),
    )
    reached = words.number(sum(row.is_reached for row in rows))
    targets = words.say("summary.targets", reached=reached, all=words.number(len(rows)))
    yield Paragraph(f"{told} {targets}")
    yield Table(
        title=words.say("summary.heading"),
        head=words.head("summary", "figure", "now", "before"),
        rows=(*_figures(report, words), *_standing(report, words)),
        widths=(6, 2, 2),
        numeric=(1, 2),
    )


def _figures(report: ActivityReport, words: Wording) -> Iterator[tuple[str, str, str]]:
    members, before = len(report.members), report.members_before
    name = words.say("summary.organisations")
    yield name, words.number(members), words.number(before)
    for line in report.activities:
        if line.is_live:
            yield line.indicator, words.number(line.value), words.number(line.before)
    pieces = sum(len(line.evidence) for line in report.activities)
    yield words.say("summary.evidence"), words.number(pieces), ""


def _standing(report: ActivityReport, words: Wording) -> Iterator[tuple[str, str, str]]:
    """Yield how many activities stand where, in the order of the words."""
    for state in words.states():
        count = sum(line.state == state for line in report.activities)
        if count:
            yield words.standing(state), words.number(count), ""


def _signature(words: Wording) -> Iterator[Block]:
    yield Heading(1, words.say("signature.heading"))
    yield Paragraph(words.say("signature.text"))
    yield Signature(words.head("signature", "name", "sign", "day"))


def _members(report: ActivityReport, words: Wording) -> Iterator[Block]:
    day = words.day(report.as_of)
    heading = words.say("members.heading", day=day)
    yield Heading(1, heading, on_new_page=True)
    if not report.members:
        yield Paragraph(words.say("members.empty"))
        return
    yield Paragraph(words.say("members.intro", count=words.number(len(report.members))))
    yield Table(
        title=heading,
        head=words.head("members", "name", "kind", "town", "pillars"),
        rows=tuple(
            (one.name, one.kind, one.town or words.number(None), ", ".join(one.pillars))
            for one in report.members
        ),
        widths=(5, 3, 2, 4),
    )


def _method(report: ActivityReport, words: Wording) -> Iterator[Block]:
    heading = words.say("method.heading")
    yield Heading(1, heading, on_new_page=True)
    yield Paragraph(words.say("method.intro", day=words.day(report.as_of)))
    yield Table(
        title=heading,
        head=(words.say("activities.number"), *words.head("method", "indicator", "how")),
        rows=tuple(
            (words.number(line.number), line.indicator, line.method) for line in report.activities
        ),
        widths=(1, 5, 8),
        numeric=(0,),
    )
