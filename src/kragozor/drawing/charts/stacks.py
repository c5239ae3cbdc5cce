"""Rows of bars put together from parts, with a mark at what each row aims at."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kragozor.drawing import svg
from kragozor.drawing.errors import refusal
from kragozor.drawing.palette import Palette, paint
from kragozor.drawing.svg import element
from kragozor.drawing.text import shortened, text_width
from kragozor.words.numbers import decimal_text

WIDTH, NARROW = 520.0, 310.0
SIZE, BAR, STEP, LEGEND, ROOM = 13.0, 18.0, 52.0, 24.0, 34.0
COLOURS = ("green", "reused", "virgin")


@dataclass(frozen=True)
class Stack:
    """One row: its name, its parts in the order of the legend, what it aims at."""

    name: str
    parts: tuple[float, ...]
    aim: float | None = None

    @property
    def total(self) -> float:
        """The whole row."""
        return sum(self.parts)


def stacks(
    rows: Sequence[Stack],
    legend: Sequence[str],
    *,
    language: str,
    title: str,
    description: str = "",
    palette: Palette = "page",
    narrow: bool = False,
    prefix: str | None = None,
) -> str:
    """Draw each row as a bar of its parts, with its total and a line at its aim.

    Raises
    ------
    NotDrawable
        No rows, or a part that is not finite or is below zero.

    Examples
    --------
    >>> rows = [Stack("Textiles", (12.0, 3.0, 1.0), 20.0)]
    >>> ">16<" in stacks(rows, ["Business", "Academia", "Others"], language="en", title="Members")
    True
    """
    _check(rows)
    width = NARROW if narrow else WIDTH
    unit = (width - 44) / max([1.0, *(row.total for row in rows), *(row.aim or 0 for row in rows)])
    parts = _legend(legend, palette)
    for place, row in enumerate(rows):
        parts += _row(row, LEGEND + STEP * place, unit, language, palette)
    return svg.document(
        "".join(parts),
        width=width,
        height=LEGEND + STEP * len(rows),
        title=title,
        description=description,
        prefix=prefix or svg.prefix_of(rows, legend, title, palette, narrow),
    )


def _check(rows: Sequence[Stack]) -> None:
    if not rows:
        raise refusal("empty")
    for row in rows:
        for value in (*row.parts, row.aim or 0.0):
            if not math.isfinite(value) or value < 0:
                raise refusal("finite", name=row.name, value=str(value))


def _legend(names: Sequence[str], palette: Palette) -> list[str]:
    x, parts = 0.0, []
    for name, colour in zip(names, COLOURS, strict=False):
        parts.append(element("rect", x=x, y=3, width=11, height=11, fill=paint(colour, palette)))
        parts.append(_words(name, x + 16, 13, palette, soft=True))
        x += 16 + text_width(name, SIZE) + 16
    return parts


def _row(row: Stack, y: float, unit: float, language: str, palette: Palette) -> list[str]:
    parts, x, top = (
        [_words(shortened(row.name, NARROW, SIZE, bold=True), 0, y + 15, palette, bold=True)],
        0.0,
        y + 22,
    )
    for value, colour in zip(row.parts, COLOURS, strict=False):
        if value:
            fill = paint(colour, palette)
            parts.append(element("rect", x=x, y=top, width=value * unit, height=BAR, fill=fill))
        x += value * unit
    aim = (row.aim or 0.0) * unit
    if aim:
        parts.append(_mark(aim, top, palette))
    # A total that would stand on the mark moves behind it.
    beyond = aim if x <= aim < x + ROOM else x
    total = decimal_text(row.total, language)
    return [*parts, _words(total, beyond + 7, top + 14, palette, bold=True)]


def _mark(x: float, top: float, palette: Palette) -> str:
    ink = paint("ink", palette)
    return element("line", x1=x, x2=x, y1=top - 4, y2=top + BAR + 4, stroke=ink, stroke_width=2)


def _words(
    text: str, x: float, y: float, palette: Palette, *, bold: bool = False, soft: bool = False
) -> str:
    fill = paint("ink-2" if soft else "ink", palette)
    weight = 600 if bold else None
    return svg.text(text, x=x, y=y, font_size=SIZE, font_weight=weight, fill=fill)
