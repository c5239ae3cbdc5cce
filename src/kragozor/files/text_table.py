"""A text table: its encoding settled line by line, its separator by what stands in the lines.

Files are glued together from others: one half is UTF-8, the other Windows-1251, the encoding
of Bulgarian Excel. So each line is decoded by itself, and each of its cells where the line as a
whole is no UTF-8. Both encodings write line breaks, separators and quotes alike.
"""

from __future__ import annotations

import codecs
import re

SEPARATORS = ";\t,"
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# How many lines are looked at to find the separator.
SAMPLE = 30

_BETWEEN = re.compile(rb"([;\t,])")
_QUOTED = re.compile(r'"[^"]*"')
# No table has these; a file that does is a picture, an archive or something else.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decoded(data: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16, Windows-1251, or in a mixture.

    Examples
    --------
    >>> decoded("Нишка;Русе\\n".encode() + "Вълна;Сливен".encode("cp1251"))
    'Нишка;Русе\\nВълна;Сливен'
    """
    if data.startswith(UTF_16):
        return data.decode("utf-16", errors="replace")
    lines = data.removeprefix(codecs.BOM_UTF8).splitlines(keepends=True)
    return "".join(map(_line, lines))


def is_table(text: str) -> bool:
    """Return whether the signs of a text are those of a table.

    Examples
    --------
    >>> is_table("Код;Наименование"), is_table("PNG\\x00\\x1a")
    (True, False)
    """
    return not _CONTROL.search(text)


def separator(text: str) -> str:
    """Return the sign that divides most of the first lines into the same number of cells.

    Examples
    --------
    >>> separator("Име;Внос\\nНишка;12,50\\nВълна;7,00")
    ';'
    """
    sample = [_QUOTED.sub("", line) for line in text.splitlines()[:SAMPLE] if line.strip()]

    def fitness(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in sample]
        usual = max(set(counts), key=counts.count, default=0)
        return (counts.count(usual) if usual else 0, usual)

    return max(SEPARATORS, key=fitness)


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
