"""Members by pillar: the picture, and the table behind it."""

from __future__ import annotations

from collections.abc import Iterator

from kragozor.drawing.charts.stacks import Stack, stacks
from kragozor.drawing.palette import Palette
from kragozor.reports.activity.blocks import Block, Heading, Items, Paragraph, Picture, Table
from kragozor.reports.activity.facts import ActivityReport, PillarLine
from kragozor.reports.activity.wording import Wording
from kragozor.reports.printable import Markup

PALETTES: tuple[Palette, Palette] = ("print", "page")
SIDES = ("business", "academia", "others")


def blocks(report: ActivityReport, words: Wording) -> Iterator[Block]:
    """Yield the part of the report."""
    heading = words.say("pillars.heading")
    yield Heading(1, heading)
    purposes = tuple(_purpose(pillar, words) for pillar in report.pillars if pillar.purpose)
    if purposes:
        yield Items(purposes)
    on_paper, on_page = (Markup(_drawn(report, words, palette)) for palette in PALETTES)
    yield Picture(on_paper, on_page, _told(report, words))
    yield Paragraph(words.say("pillars.line"), is_quiet=True, keeps=True)
    yield Table(
        title=heading,
        head=words.head("pillars", "pillar", *SIDES, "total", "target"),
        rows=tuple(_row(pillar, words) for pillar in report.pillars),
        widths=(5, 1.6, 2.8, 1.6, 1.6, 1.6),
        numeric=(1, 2, 3, 4, 5),
    )


def _purpose(pillar: PillarLine, words: Wording) -> str:
    return words.say("pillars.purpose", name=pillar.name, purpose=pillar.purpose)


def _row(pillar: PillarLine, words: Wording) -> tuple[str, ...]:
    counts = (pillar.business, pillar.academia, pillar.others, pillar.total, pillar.target)
    return (pillar.name, *(words.number(count) for count in counts))


def _drawn(report: ActivityReport, words: Wording, palette: Palette) -> str:
    rows = [
        Stack(one.name, (one.business, one.academia, one.others), one.target)
        for one in report.pillars
    ]
    return stacks(
        rows,
        words.head("pillars", *SIDES),
        language=words.language,
        title=words.say("pillars.heading"),
        palette=palette,
        narrow=palette == "page",
    )


def _told(report: ActivityReport, words: Wording) -> str:
    """Say in a sentence what the picture shows."""
    return words.say(
        "pillars.picture",
        day=words.day(report.as_of),
        rows="; ".join(_said(pillar, words) for pillar in report.pillars),
    )


def _said(pillar: PillarLine, words: Wording) -> str:
    total = words.number(pillar.total)
    if pillar.target is None:
        return words.say("pillars.row-open", name=pillar.name, total=total)
    target = words.number(pillar.target)
    return words.say("pillars.row", name=pillar.name, total=total, target=target)
