"""The version a template bears: in a document property, and in plain sight on the guide."""

from __future__ import annotations

import re

from kragozor.files.facts import FORMAT, VERSION
from kragozor.files.problems import FileRefused, refusal
from kragozor.files.workbook.grid import Book

PROPERTY = "KragozorTemplate"
VISIBLE = f"{FORMAT}/{VERSION}"

_VISIBLE = re.compile(rf"{FORMAT}/(\d+)")


def check_stamp(book: Book) -> None:
    """Refuse a workbook that does not bear the version that is read."""
    found = _versions(book)
    if not found:
        raise refusal("file.no_stamp")
    for version in sorted(found - {str(VERSION)}):
        raise _other(version)


def _versions(book: Book) -> set[str]:
    declared = {str(book.properties[PROPERTY])} if PROPERTY in book.properties else set()
    texts = (value for grid in book.grids for row in grid.cells.values() for value in row.values())
    matches = (_VISIBLE.search(text) for text in texts if isinstance(text, str))
    return declared | {match[1] for match in matches if match}


def _other(version: str) -> FileRefused:
    is_newer = version.isdigit() and int(version) > VERSION
    key = "newer" if is_newer else "older"
    return refusal(f"file.{key}", found=version, expected=str(VERSION))
