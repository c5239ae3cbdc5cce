"""The content of a file decides how it is read, not its name."""

from __future__ import annotations

from collections.abc import Callable

from kragozor.hub.records.tables.table import Line, Table, TableRefused
from kragozor.hub.records.tables.text import lines_of_text
from kragozor.hub.records.tables.workbook import lines_of_workbook

ZIP, OLE = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A title and a remark may stand above the headings.
HEAD_ROWS = 20


def read_table(data: bytes, is_known: Callable[[str], bool]) -> Table:
    """Return the table in a workbook or a text file; ``is_known`` tells a heading from a cell."""
    if not data.strip():
        raise TableRefused("empty")
    if data.startswith(OLE):
        raise TableRefused("old")
    lines = lines_of_workbook(data) if data.startswith(ZIP) else lines_of_text(data)
    if not lines:
        raise TableRefused("empty")
    at = head_index(lines, is_known)
    rows = tuple(lines[at + 1 :])
    if not rows:
        raise TableRefused("headings_only")
    return Table(_trimmed(lines[at]), rows)


def head_index(lines: list[Line], is_known: Callable[[str], bool]) -> int:
    """Return which row has the headings: the one of the first that names most columns."""
    known = [sum(map(is_known, line.cells)) for line in lines[:HEAD_ROWS]]
    return known.index(max(known))


def _trimmed(head: Line) -> Line:
    """Return the headings without the empty ones at their end."""
    cells = list(head.cells)
    while cells and not cells[-1]:
        cells.pop()
    return Line(head.number, tuple(cells))
