"""The empty workbooks that are handed out."""

from __future__ import annotations

from functools import cache

from kragozor.files.workbook.template import workbook_template


@cache
def workbook(pillar: str, language: str) -> bytes:
    """Return the empty workbook of a sector; it is the same for everybody."""
    return workbook_template(pillar, language)
