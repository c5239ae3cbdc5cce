"""How wide a line of Sofia Sans is, and where to break it."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources

ELLIPSIS = "…"
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


def broken(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Return the text in one line or two, each within ``width``, the second cut if it must be.

    Examples
    --------
    >>> broken("Памук с доказан произход", 110, 14)
    ('Памук с доказан', 'произход')
    """
    words = text.split()
    if len(words) < 2 or text_width(text, size, bold=bold) <= width:
        return (shortened(text, width, size, bold=bold),)
    splits = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    lines = min(splits, key=lambda pair: _overrun(pair, width, size, bold))
    return tuple(shortened(line, width, size, bold=bold) for line in lines)


def _overrun(lines: tuple[str, str], width: float, size: float, bold: bool) -> tuple[float, float]:
    """Order the ways to break a text: least cut away first, then the most even."""
    widths = [text_width(line, size, bold=bold) for line in lines]
    return sum(max(0.0, one - width) for one in widths), max(widths)
