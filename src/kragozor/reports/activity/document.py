"""The report as a document: every number is worded here, once for all the forms it comes in."""

from __future__ import annotations

from itertools import chain

from kragozor.reports.activity.blocks import Document
from kragozor.reports.activity.facts import ActivityReport
from kragozor.reports.activity.parts import activities, annexes, pillars, signature, summary
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
    whole = "as-of" if report.is_whole else "unfinished"
    return Document(
        language=language,
        title=words.say("title-year", year=str(report.year)),
        name=words.say("title"),
        year=words.year(report.year),
        council=report.council,
        chamber=words.say("at", chamber=report.chamber),
        notes=(
            words.say(whole, day=words.day(report.as_of)),
            words.say("drawn-up", day=words.day(report.drawn_up)),
        ),
        contents=words.say("contents"),
        page=words.say("page", page="{page}", pages="{pages}"),
        date=report.drawn_up,
        blocks=tuple(
            chain(
                summary.blocks(report, words),
                pillars.blocks(report, words),
                activities.blocks(report, words),
                signature.blocks(words),
                annexes.blocks(report, words),
            )
        ),
    )
