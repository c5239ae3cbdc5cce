"""What drives a result: how far it falls and rises as one input at a time is changed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kragozor.drawing.charts.board import NARROW, NORMAL, SMALL, WIDTH, Board, Row
from kragozor.drawing.errors import refusal
from kragozor.drawing.palette import Palette
from kragozor.drawing.text import broken, text_width
from kragozor.words.numbers import fixed_text

ROW, LINE, BAR, MARGIN, HEAD = 52.0, 18.0, 16.0, 44.0, 24.0
LABEL_BASELINE, BAR_TOP, END_BASELINE = 18.0, 25.0, 37.5
BESIDE, BETWEEN = 6.0, 12.0


@dataclass(frozen=True)
class TornadoBar:
    """The lowest and the highest result that one input alone can bring about."""

    label: str
    low: float
    high: float
    detail: str = ""

    @property
    def span(self) -> float:
        """How much the input moves the result."""
        return self.high - self.low


@dataclass(frozen=True)
class Heading:
    """What stands over a bar; the detail comes below where it has no room at the end."""

    lines: tuple[str, ...]
    detail: str
    is_below: bool = False

    @property
    def more(self) -> float:
        """The height of what comes after the first line."""
        return LINE * (len(self.lines) - 1 + self.is_below)


def heading_of(bar: TornadoBar, width: float) -> Heading:
    """Set the label and the detail of a bar on as few lines as hold them."""
    taken = text_width(bar.detail, SMALL) + BETWEEN if bar.detail else 0.0
    if text_width(bar.label, NORMAL, bold=True) + taken <= width:
        return Heading((bar.label,), bar.detail)
    lines = broken(bar.label, width, NORMAL, bold=True, most=3)
    return Heading(lines, bar.detail, is_below=bool(bar.detail))


def tornado(
    bars: Sequence[TornadoBar],
    *,
    base: float,
    language: str,
    title: str,
    description: str = "",
    palette: Palette = "page",
    digits: int = 2,
    unit: str = "",
    narrow: bool = False,
    prefix: str | None = None,
) -> str:
    """Draw the bars by falling span: rose where the result falls, green where it rises.

    The unit is written once, beside the result that the bars part from.

    Raises
    ------
    NotDrawable
        No bars, a number that is not finite, or a bar that does not hold the base.
    """
    check(bars, base)
    ordered = sorted(bars, key=lambda bar: -bar.span)
    low, high = min(bar.low for bar in bars), max(bar.high for bar in bars)
    flat = 0.5 if low == high else 0.0
    width = NARROW if narrow else WIDTH
    headings = [heading_of(bar, width) for bar in ordered]
    height = HEAD + sum(ROW + heading.more for heading in headings)
    board = Board(height, low - flat, high + flat, MARGIN, width)

    def said(value: float) -> str:
        return fixed_text(value, language, digits)

    _base(board, base, f"{said(base)}\u00a0{unit}" if unit else said(base))
    head = HEAD
    for bar, heading in zip(ordered, headings, strict=True):
        top = head + heading.more
        _half(board, base, bar.low, top, said(bar.low))
        _half(board, base, bar.high, top, said(bar.high))
        stem: Row = {"x": base, "x2": base, "y": top + BAR_TOP - 4, "y2": top + BAR_TOP + BAR + 4}
        board.rules([stem], "ink-2")
        _heading(board, heading, head + LABEL_BASELINE)
        head = top + ROW
    return board.picture(title=title, description=description, palette=palette, prefix=prefix)


def _base(board: Board, base: float, text: str) -> None:
    """Write the result as it is over the line that the bars part from."""
    board.rules([{"x": base, "x2": base, "y": HEAD - 6, "y2": HEAD + 2}], "ink-2")
    board.texts([{"x": base, "y": HEAD - 11, "text": text}], align="center", weight=600)


def _half(board: Board, base: float, end: float, top: float, text: str) -> None:
    """Draw one side of a bar with its value at the end; a side of no length is left out."""
    if end == base:
        return
    falls = end < base
    bar: Row = {"x": base, "x2": end, "y": top + BAR_TOP, "y2": top + BAR_TOP + BAR}
    board.bars([bar], "rose" if falls else "green")
    away = (-BESIDE if falls else BESIDE) * board.unit
    words: Row = {"x": end + away, "y": top + END_BASELINE, "text": text}
    board.texts([words], align="right" if falls else "left")


def _heading(board: Board, heading: Heading, baseline: float) -> None:
    """Write over a bar what is changed, and from what to what."""
    left, right = (
        side + way * MARGIN * board.unit for side, way in ((board.low, -1), (board.high, 1))
    )
    for number, line in enumerate(heading.lines):
        words: Row = {"x": left, "y": baseline + LINE * number, "text": line}
        board.texts([words], size=NORMAL, weight=600)
    if heading.detail:
        x, align = (left, "left") if heading.is_below else (right, "right")
        words = {"x": x, "y": baseline + heading.more, "text": heading.detail}
        board.texts([words], align=align, colour="ink-2")


def check(bars: Sequence[TornadoBar], base: float) -> None:
    """Refuse what is no tornado."""
    if not bars:
        raise refusal("empty")
    for bar in bars:
        for name, value in (("base", base), ("low", bar.low), ("high", bar.high)):
            if not math.isfinite(value):
                raise refusal("finite", name=name, value=str(value))
        if not bar.low <= base <= bar.high:
            raise refusal("interval", low=bar.low, high=bar.high, value=base)
