"""How wide a line of Sofia Sans is, and where to break it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from itertools import combinations, pairwise

ELLIPSIS = "…"
_BOUND = re.compile(r"(?<=\d) (?=(?:%|\w{1,2})(?:\W|$))")
UNKNOWN_ADVANCE = 0.6


@cache
def advances(bold: bool) -> Mapping[str, float]:
    """Return the advance of every character of the font, in ems."""
    name = "semibold" if bold else "regular"
    with resources.files(__package__).joinpath("advances.csv").open(encoding="utf-8") as file:
        return {chr(int(row["code"], 16)): int(row[name]) / 1000 for row in csv.DictReader(file)}


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a line set at ``size``.

    Examples
    --------
    >>> round(text_width("Кръгозор", 14, bold=True))
    60
    """
    table = advances(bold)
    return size * sum(table.get(character, UNKNOWN_ADVANCE) for character in text)


def shortened(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """Return the text, cut with an ellipsis only where it is wider than ``width``.

    Examples
    --------
    >>> shortened("Рециклиране", 60, 14), shortened("Рециклиране", 90, 14)
    ('Рецикл…', 'Рециклиране')
    """
    if text_width(text, size, bold=bold) <= width:
        return text
    while text and text_width(text + ELLIPSIS, size, bold=bold) > width:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS


def broken(
    text: str, width: float, size: float, *, bold: bool = False, most: int = 3
) -> tuple[str, ...]:
    """Return the text in as few lines as fit, even ones, each cut only if it must be.

    A number stays with the sign or the short unit that follows it.

    Examples
    --------
    >>> broken("Памук с доказан произход", 110, 14)
    ('Памук с доказан', 'произход')
    """
    words = _BOUND.sub("\u00a0", text).split(" ")
    lines: tuple[str, ...] = ()
    for count in range(1, min(most, len(words)) + 1):
        lines = min(_splits(words, count), key=lambda each: _longest(each, width, size, bold))
        if all(text_width(line, size, bold=bold) <= width for line in lines):
            break
    return tuple(shortened(line, width, size, bold=bold) for line in lines)


def _splits(words: list[str], count: int) -> Iterator[tuple[str, ...]]:
    """Yield every way to set the words in ``count`` lines."""
    for cuts in combinations(range(1, len(words)), count - 1):
        ends = (0, *cuts, len(words))
        yield tuple(" ".join(words[begin:end]) for begin, end in pairwise(ends))


def _longest(lines: tuple[str, ...], width: float, size: float, bold: bool) -> tuple[float, float]:
    """Order the ways to break a text: least cut away first, then the most even."""
    widths = [text_width(line, size, bold=bold) for line in lines]
    return sum(max(0.0, one - width) for one in widths), max(widths)
