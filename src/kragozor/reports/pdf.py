"""The assessment as a PDF/UA document, typeset by Typst in Sofia Sans."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from threading import Lock
from typing import Any

import typst

from kragozor.instruments.result import Assessment
from kragozor.reports.document import document_data
from kragozor.reports.pictures import pictures
from kragozor.reports.view import assessment_view

STANDARD = "ua-1"

# One compiler serves all: it keeps the fonts and the parsed template, but is not re-entrant.
_ONE_AT_A_TIME = Lock()


def assessment_pdf(
    assessment: Assessment,
    language: str,
    *,
    measured_at: dt.date | None = None,
    made_by: str = "",
) -> bytes:
    """Return the document; the same arguments always give the same bytes.

    Parameters
    ----------
    assessment : Assessment
        What was measured.
    language : {"bg", "en"}
        The language of every word in it.
    measured_at : date, optional
        The day of measuring, printed and kept as the document's date.
    made_by : str, optional
        Who made it, printed and kept as the document's author.

    Returns
    -------
    bytes

    Examples
    --------
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> assessment_pdf(assess(bottle()), "bg")[:5]
    b'%PDF-'
    """
    view = assessment_view(assessment, language)
    drawn = pictures(view, assessment.inventory, palette="print")
    data = document_data(
        view, assessment.inventory, drawn, measured_at=measured_at, made_by=made_by
    )
    return _typeset(data)


def _typeset(data: Mapping[str, Any]) -> bytes:
    text = json.dumps(data, ensure_ascii=False)
    with _ONE_AT_A_TIME:
        made: bytes = _compiler().compile(
            format="pdf", sys_inputs={"data": text}, pdf_standards=[STANDARD]
        )
    return made


@cache
def _compiler() -> Any:
    room = resources.files(__package__)
    with resources.as_file(room) as folder:
        return typst.Compiler(
            input=str(folder / "assessment.typ"),
            root=str(folder),
            font_paths=[str(folder / "fonts")],
            ignore_system_fonts=True,
        )
