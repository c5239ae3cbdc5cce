"""The annual activity report: from facts to one document, typeset, written or shown on a page."""

from kragozor.reports.activity.blocks import Document
from kragozor.reports.activity.document import activity_document
from kragozor.reports.activity.facts import (
    ActivityLine,
    ActivityReport,
    EvidenceLine,
    MemberLine,
    PillarLine,
    YearLine,
)
from kragozor.reports.activity.pdf import document_pdf
from kragozor.reports.activity.text import document_docx

__all__ = [
    "ActivityLine",
    "ActivityReport",
    "Document",
    "EvidenceLine",
    "MemberLine",
    "PillarLine",
    "YearLine",
    "activity_document",
    "document_docx",
    "document_pdf",
]
