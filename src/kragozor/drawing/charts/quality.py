"""On what numbers a result rests: the share of the mass by quality grade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from kragozor.drawing.charts.board import NARROW, SMALL, WIDTH, Board
from kragozor.drawing.errors import refusal
from kragozor.drawing.palette import Palette
from kragozor.words.numbers import share_text

BAR, KEY_TOP, LINE, SWATCH, INDENT = 18.0, 30.0, 24.0, 11.0, 18.0
PER_LINE = 2


@dataclass(frozen=True)
class Part:
    """One part of a whole."""

    label: str
    share: float
    colour: str


def quality_bar(
    parts: Sequence[Part],
    *,
    language: str,
    title: str,
    description: str = "",
    palette: Palette = "page",
    narrow: bool = False,
    prefix: str | None = None,
) -> str:
    """Draw the parts side by side with their key below; parts of 0 stand in the key alone.

    Raises
    ------
    NotDrawable
        No part above 0, or a share outside 0 to 1.
    """
    for part in parts:
        if not 0.0 <= part.share <= 1.0:
            raise refusal("share", name=part.label, value=str(part.share))
    whole = sum(part.share for part in parts)
    if whole == 0:
        raise refusal("empty")
    lines = -(-len(parts) // PER_LINE)
    width = NARROW if narrow else WIDTH
    board = Board(KEY_TOP + LINE * lines, high=width, width=width)
    ends = [width * end / whole for end in accumulate(part.share for part in parts)]
    for number, (part, begin, end) in enumerate(zip(parts, [0.0, *ends], ends, strict=False)):
        board.bars([{"x": begin, "x2": end, "y": 0.0, "y2": BAR}], part.colour)
        x = width / PER_LINE * (number % PER_LINE)
        y = KEY_TOP + LINE * (number // PER_LINE)
        board.bars([{"x": x, "x2": x + SWATCH, "y": y, "y2": y + SWATCH}], part.colour)
        text = f"{part.label} {share_text(part.share, language, digits=0)}"
        board.texts([{"x": x + INDENT, "y": y + SWATCH, "text": text}], size=SMALL)
    gaps = [{"x": end, "x2": end, "y": 0.0, "y2": BAR} for end in ends[:-1]]
    board.rules([gap for gap in gaps if 0 < gap["x"] < width], "surface", width=2.0)
    return board.picture(title=title, description=description, palette=palette, prefix=prefix)
