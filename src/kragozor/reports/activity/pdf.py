"""The report as a PDF/UA document, typeset by Typst in Sofia Sans."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from importlib import resources
from threading import Lock
from typing import Any

import typst

from kragozor.reports.activity.blocks import Document
from kragozor.reports.printable import printable

STANDARD = "ua-1"

# One compiler serves all: it keeps the fonts and the parsed template, but is not re-entrant.
_ONE_AT_A_TIME = Lock()


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
    text = json.dumps(_data(document), ensure_ascii=False)
    with _ONE_AT_A_TIME:
        made: bytes = _compiler().compile(
            format="pdf", sys_inputs={"data": text}, pdf_standards=[STANDARD]
        )
    return made


def _data(document: Document) -> dict[str, Any]:
    day = document.date
    data = asdict(document) | {"date": [day.year, day.month, day.day]}
    return {name: printable(part) for name, part in data.items()}


@cache
def _compiler() -> Any:
    room = resources.files("kragozor.reports")
    with resources.as_file(room) as folder:
        return typst.Compiler(
            input=str(folder / "activity" / "report.typ"),
            root=str(folder),
            font_paths=[str(folder / "fonts")],
            ignore_system_fonts=True,
        )
