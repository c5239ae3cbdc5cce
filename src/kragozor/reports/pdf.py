"""The assessment as a PDF/UA document, typeset by Typst in Sofia Sans."""

from __future__ import annotations

import datetime as dt

from kragozor.instruments.result import Assessment
from kragozor.reports.document import document_data
from kragozor.reports.pictures import pictures
from kragozor.reports.typesetting import typeset
from kragozor.reports.view import assessment_view


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
    return typeset("assessment.typ", data)
