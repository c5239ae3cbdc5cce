"""The filled table as JSON, in both languages."""

from __future__ import annotations

import json
from typing import Any

from kragozor.files.assessments import place_path
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.reports.disclosure.filling import Disclosure, Line
from kragozor.words import LANGUAGES, Message, say

FORMAT = "kragozor-disclosure"
VERSION = 1


def disclosure_text(made: Disclosure) -> str:
    """Return the table as the text of a JSON file.

    Examples
    --------
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.reports.disclosure.filling import disclosure
    >>> json.loads(disclosure_text(disclosure(assess(bottle()), "vsme-b7")))["standard"]
    'vsme-b7'
    """
    subject = made.inventory.subject
    data = {
        "format": FORMAT,
        "version": VERSION,
        "standard": made.standard,
        "edition": made.edition,
        "source": say(indicator(made.standard).source, "en"),
        "subject": subject.name,
        "period": [subject.period_start.isoformat(), subject.period_end.isoformat()],
        "datapoints": [_line(line) for line in made.lines],
    }
    return json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _line(line: Line) -> dict[str, Any]:
    point = line.datapoint
    return {
        "id": point.id,
        "paragraph": point.paragraph,
        "name": _both(point.name),
        "part": _both(line.part),
        "type": point.type,
        "state": line.state,
        "value": line.value,
        "unit": point.unit,
        "text": line.text,
        "reason": _both(line.reason),
        "basis": [place_path(place) for place in line.places],
        "grades": {grade.value: share for grade, share in line.grades.items()},
        "status": point.status,
        "source": point.source,
    }


def _both(words: Message | str | None) -> dict[str, str] | None:
    return None if words is None else {language: say(words, language) for language in LANGUAGES}
