"""The report as a PDF/UA document, typeset by Typst in Sofia Sans."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from kragozor.reports.activity.blocks import Document
from kragozor.reports.printable import printable
from kragozor.reports.typesetting import typeset


def document_pdf(document: Document) -> bytes:
    """Return the document; the same one always gives the same bytes.

    Examples
    --------
    >>> import datetime as dt
    >>> head = ("bg", "Доклад", "Доклад за 2025 г.", "2025 г.", "Съвет", "Палата")
    >>> plain = Document(*head, (), "Съдържание", "Страница", dt.date(2026, 1, 9), ())
    >>> document_pdf(plain)[:5]
    b'%PDF-'
    """
    return typeset("activity/report.typ", _data(document))


def _data(document: Document) -> dict[str, Any]:
    day = document.date
    data = asdict(document) | {"date": [day.year, day.month, day.day]}
    return {name: printable(part) for name, part in data.items()}
