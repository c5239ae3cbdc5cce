"""A declaration to sign: what somebody tells about themselves, what they declare, and a line.

It is typeset as PDF/UA by Typst. All of its words come from whoever asks for it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass

from kragozor.reports.printable import printable
from kragozor.reports.typesetting import typeset


@dataclass(frozen=True)
class Part:
    """A heading with names and values below it."""

    heading: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class DeclarationText:
    """Every word of a declaration, in one language."""

    language: str
    title: str
    addressee: str
    lead: str
    parts: tuple[Part, ...]
    heading: str
    statements: tuple[str, ...]
    note: str
    lines: tuple[str, ...]
    page: str
    date: dt.date


def declaration_pdf(text: DeclarationText) -> bytes:
    """Return the document; the same text always gives the same bytes.

    Parameters
    ----------
    text : DeclarationText
        Every word of it. ``page`` holds ``{page}`` and ``{pages}``; ``lines`` are what is to be
        written by hand, such as the signature.

    Returns
    -------
    bytes

    Examples
    --------
    >>> day = dt.date(2026, 1, 9)
    >>> plain = DeclarationText("bg", "Заявление", "", "", (), "", (), "", ("Подпис",), "", day)
    >>> declaration_pdf(plain)[:5]
    b'%PDF-'
    """
    day = text.date
    data = printable(asdict(text) | {"date": [day.year, day.month, day.day]})
    return typeset("declaration.typ", data)
