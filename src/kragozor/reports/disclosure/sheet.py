"""The filled table as a workbook, in the reader's language."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook

from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.result import Value
from kragozor.reports.disclosure.filling import FILLED, TO_WRITE, UNDEFINED, Disclosure, Line
from kragozor.reports.figures import grade_tag
from kragozor.reports.rows import places_text
from kragozor.reports.workbook.paper import Cell, Number, Paper, storable
from kragozor.words import Message, entry, say
from kragozor.words.numbers import period_text

_HEAD = {
    "id": 20,
    "paragraph": 12,
    "name": 56,
    "part": 40,
    "value": 14,
    "unit": 10,
    "state": 18,
    "text": 56,
    "basis": 30,
    "data": 16,
    "status": 34,
}


def disclosure_workbook(made: Disclosure, language: str) -> bytes:
    """Return the table as the bytes of an .xlsx file.

    Examples
    --------
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.reports.disclosure.filling import disclosure
    >>> disclosure_workbook(disclosure(assess(bottle()), "esrs-e5"), "en")[:2]
    b'PK'
    """
    workbook = Workbook()
    workbook.remove(workbook.active)
    workbook.properties.title = storable(made.inventory.subject.name)
    workbook.properties.creator = entry("reports.document.brand", language)
    paper = Paper(workbook, entry(f"reports.short.{made.standard}", language), [*_HEAD.values()])
    paper.title(title(made, language))
    paper.quiet(*notes(made, language))
    heads = [entry(f"datapoints.head.{name}", language) for name in _HEAD]
    paper.table(heads, (_cells(line, language) for line in made.lines))
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def title(made: Disclosure, language: str) -> str:
    """Return the standard with its edition."""
    told = {"standard": indicator(made.standard).framework, "edition": made.edition}
    return say(Message("datapoints.title", told), language)


def notes(made: Disclosure, language: str) -> tuple[str, ...]:
    """Return what the table is of, how far it is filled and how far its ids are confirmed."""
    subject = made.inventory.subject
    period = period_text(subject.period_start, subject.period_end, language)
    whose = Message("datapoints.subject", {"name": subject.name, "period": period})
    counts = {
        "filled": made.count(FILLED),
        "undefined": made.count(UNDEFINED),
        "written": made.count(TO_WRITE),
    }
    messages = (whose, Message("datapoints.counts", counts), Message("datapoints.statuses"))
    source = indicator(made.standard).source
    return tuple(say(message, language) for message in (*messages, source))


def _cells(line: Line, language: str) -> tuple[Cell, ...]:
    point = line.datapoint
    graded = Value(point.id, line.value, grades=line.grades)
    return (
        point.id,
        point.paragraph,
        say(point.name, language),
        say(line.part or "", language),
        Number(line.value),
        point.unit if line.value is not None else "",
        entry(f"datapoints.state.{line.state}", language),
        line.text or say(line.reason or "", language),
        places_text(line.places, language),
        grade_tag(graded, language)[0] if line.grades else "",
        entry(f"datapoints.status.{point.status}", language),
    )
