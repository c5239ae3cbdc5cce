"""A declaration to sign: what somebody tells about themselves, what they declare, and a line.

It is typeset as PDF/UA by Typst. All of its words come from whoever asks for it.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass
from functools import cache
from importlib import resources
from threading import Lock
from typing import Any

import typst

from kragozor.reports.printable import printable

STANDARD = "ua-1"

# One compiler serves all: it keeps the fonts and the parsed template, but is not re-entrant.
_ONE_AT_A_TIME = Lock()


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
    with _ONE_AT_A_TIME:
        made: bytes = _compiler().compile(
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=[STANDARD],
        )
    return made


@cache
def _compiler() -> Any:
    room = resources.files(__package__)
    with resources.as_file(room) as folder:
        return typst.Compiler(
            input=str(folder / "declaration.typ"),
            root=str(folder),
            font_paths=[str(folder / "fonts")],
            ignore_system_fonts=True,
        )
