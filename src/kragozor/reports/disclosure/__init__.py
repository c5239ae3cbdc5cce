"""The table of a reporting standard, filled from an assessment as far as its facts go."""

from kragozor.reports.disclosure.data import disclosure_text
from kragozor.reports.disclosure.filling import Disclosure, Line, disclosure, disclosure_read
from kragozor.reports.disclosure.sheet import disclosure_workbook, notes, title

__all__ = [
    "Disclosure",
    "Line",
    "disclosure",
    "disclosure_read",
    "disclosure_text",
    "disclosure_workbook",
    "notes",
    "title",
]
