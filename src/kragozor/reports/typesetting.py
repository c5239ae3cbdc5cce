"""Typst, from data to a PDF/UA document in Sofia Sans."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from threading import Lock
from typing import Any

import typst

STANDARD = "ua-1"

# A compiler keeps the fonts and its parsed template for all who ask, but is not re-entrant.
_ONE_AT_A_TIME = Lock()


def typeset(template: str, data: Mapping[str, Any]) -> bytes:
    """Return the document that a template makes of data; the same data give the same bytes.

    Parameters
    ----------
    template : str
        The template's path inside this room, such as ``"assessment.typ"``.
    data : mapping of str to anything that JSON can hold
        All that the document says.

    Returns
    -------
    bytes
    """
    text = json.dumps(data, ensure_ascii=False)
    with _ONE_AT_A_TIME:
        made: bytes = _compiler(template).compile(
            format="pdf", sys_inputs={"data": text}, pdf_standards=[STANDARD]
        )
    return made


@cache
def _compiler(template: str) -> Any:
    with resources.as_file(resources.files(__package__)) as folder:
        return typst.Compiler(
            input=str(folder / template),
            root=str(folder),
            font_paths=[str(folder / "fonts")],
            ignore_system_fonts=True,
        )
