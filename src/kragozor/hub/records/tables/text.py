"""A text table: its encoding settled line by line, its separator by what stands in the lines.

Files are glued together from others: one half is UTF-8, the other Windows-1251, the encoding
of Bulgarian Excel. So each line is decoded by itself, and each of its cells where the line as a
whole is no UTF-8. Both encodings write line breaks, separators and quotes alike.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from io import StringIO

from kragozor.hub.records.inert import meant
from kragozor.hub.records.tables.table import MAX_COLUMNS, Line, TableRefused, filled

SEPARATORS = ";\t,"
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# How many lines are looked at to find the separator.
SAMPLE = 30
_BETWEEN = re.compile(rb"([;\t,])")
# No table has these; a file that does is a picture, an archive or something else.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_QUOTED = re.compile(r'"[^"]*"')
# A cell of text that is longer than this is no fact about an organisation.
csv.field_size_limit(1 << 17)


def lines_of_text(data: bytes) -> list[Line]:
    """Return the filled rows of a text file."""
    text = decoded(data)
    rows = csv.reader(StringIO(text, newline=""), delimiter=separator(text))
    try:
        return filled(_lines(rows))
    except csv.Error:
        raise TableRefused("broken") from None


def decoded(data: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16, Windows-1251, or in a mixture.

    >>> decoded("Нишка;Русе\\n".encode() + "Вълна;Сливен".encode("cp1251"))
    'Нишка;Русе\\nВълна;Сливен'
    """
    if data.startswith(UTF_16):
        text = data.decode("utf-16", errors="replace")
    else:
        lines = data.removeprefix(codecs.BOM_UTF8).splitlines(keepends=True)
        text = "".join(map(_line, lines))
    if _CONTROL.search(text):
        raise TableRefused("unknown")
    return text


def separator(text: str) -> str:
    """Return the sign that divides most of the first lines into the same number of cells.

    >>> separator("Име;Внос\\nНишка;12,50\\nВълна;7,00")
    ';'
    """
    sample = [_QUOTED.sub("", line) for line in text.splitlines()[:SAMPLE] if line.strip()]

    def fitness(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in sample]
        usual = max(set(counts), key=counts.count, default=0)
        return (counts.count(usual) if usual else 0, usual)

    return max(SEPARATORS, key=fitness)


def _lines(rows: Iterator[list[str]]) -> Iterator[Line]:
    """Yield the rows with the number of the line each begins on, as an editor counts them."""
    begins = 1
    for cells in rows:
        if len(cells) > MAX_COLUMNS:
            raise TableRefused("columns", limit=MAX_COLUMNS)
        yield Line(begins, tuple(meant(" ".join(cell.split())) for cell in cells))
        begins = rows.line_num + 1


def _line(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return "".join(_piece(piece) for piece in _BETWEEN.split(line))


def _piece(piece: bytes) -> str:
    try:
        return piece.decode()
    except UnicodeDecodeError:
        return piece.decode("cp1251", errors="replace")
