"""The rows of a text table, as an editor counts its lines."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from kragozor.files.text_table import decoded, is_table, separator
from kragozor.hub.records.inert import meant
from kragozor.hub.records.tables.table import MAX_COLUMNS, Line, TableRefused, filled

# A cell of text that is longer than this is no fact about an organisation.
csv.field_size_limit(1 << 17)


def lines_of_text(data: bytes) -> list[Line]:
    """Return the filled rows of a text file."""
    text = decoded(data)
    if not is_table(text):
        raise TableRefused("unknown")
    rows = csv.reader(StringIO(text, newline=""), delimiter=separator(text))
    try:
        return filled(_lines(rows))
    except csv.Error:
        raise TableRefused("broken") from None


def _lines(rows: Iterator[list[str]]) -> Iterator[Line]:
    """Yield the rows with the number of the line each begins on, as an editor counts them."""
    begins = 1
    for cells in rows:
        if len(cells) > MAX_COLUMNS:
            raise TableRefused("columns", limit=MAX_COLUMNS)
        yield Line(begins, tuple(meant(" ".join(cell.split())) for cell in cells))
        begins = rows.line_num + 1
