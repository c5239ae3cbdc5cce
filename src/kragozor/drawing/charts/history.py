"""One indicator over the periods, with gaps where it is undefined."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kragozor.drawing.charts.board import NARROW, SMALL, WIDTH, Board, Row
from kragozor.drawing.errors import refusal
from kragozor.drawing.palette import Palette
from kragozor.drawing.text import text_width
from kragozor.words.numbers import fixed_text

PLOT, HEAD, FOOT, LEFT, RIGHT = 170.0, 22.0, 26.0, 40.0, 26.0
STEPS = 4


@dataclass(frozen=True)
class HistoryPoint:
    """The value of one period with its interval; None where it is undefined.

    ``text`` is how the value is written, unless with the digits of the scale.
    """

    period: str
    value: float | None
    low: float | None = None
    high: float | None = None
    text: str = ""


def history(
    points: Sequence[HistoryPoint],
    *,
    language: str,
    title: str,
    description: str = "",
    low: float = 0.0,
    high: float = 1.0,
    digits: int = 2,
    palette: Palette = "page",
    narrow: bool = False,
    prefix: str | None = None,
) -> str:
    """Draw the values on a scale from ``low`` to ``high``, widened where they lie outside.

    Raises
    ------
    NotDrawable
        No points, or a number that is not finite.
    """
    check(points)
    numbers = [each for point in points for each in (point.value, point.low, point.high)]
    known = [each for each in numbers if each is not None]
    ladder = Ladder(min([low, *known]), max([high, *known]), language, digits)
    width = NARROW if narrow else WIDTH
    board = Board(HEAD + PLOT + FOOT, high=width, width=width)
    ladder.draw(board)
    places = list(zip(_places(len(points), width), points, strict=True))
    _periods(board, places)
    for x, point in places:
        _interval(board, x, point, ladder)
    for run in runs(places):
        dots: list[Row] = [{"x": x, "y": ladder.level(value)} for x, value in run]
        board.line(dots, "green")
        board.points(dots, "green")
    for x, point in places:
        _value(board, x, point, ladder)
    return board.picture(title=title, description=description, palette=palette, prefix=prefix)


@dataclass(frozen=True)
class Ladder:
    """The scale of values, from the bottom of the plot to its top."""

    low: float
    high: float
    language: str
    digits: int

    def level(self, value: float) -> float:
        """Return how far down a value stands."""
        return HEAD + PLOT * (self.high - value) / ((self.high - self.low) or 1.0)

    def said(self, value: float | None) -> str:
        """Return a value in the reader's form."""
        return fixed_text(value, self.language, self.digits)

    def draw(self, board: Board) -> None:
        """Draw the rungs with their values."""
        for step in range(STEPS + 1):
            value = self.low + (self.high - self.low) * step / STEPS
            y = self.level(value)
            board.rules([{"x": LEFT, "x2": board.width, "y": y, "y2": y}], "line")
            words: Row = {"x": LEFT - 8, "y": y + 4.5, "text": self.said(value)}
            board.texts([words], align="right", colour="ink-2")


def _interval(board: Board, x: float, point: HistoryPoint, ladder: Ladder) -> None:
    if point.low is None or point.high is None:
        return
    y, y2 = ladder.level(point.high), ladder.level(point.low)
    board.bars([{"x": x - 5, "x2": x + 5, "y": y, "y2": y2}], "green", opacity=0.3)


def _value(board: Board, x: float, point: HistoryPoint, ladder: Ladder) -> None:
    """Write a value over its point; an undefined one is a dash at the foot."""
    if point.value is None:
        words: Row = {"x": x, "y": HEAD + PLOT - 8, "text": ladder.said(None)}
        board.texts([words], align="center", colour="ink-2")
        return
    top = point.value if point.high is None else max(point.value, point.high)
    words = {"x": x, "y": ladder.level(top) - 9, "text": point.text or ladder.said(point.value)}
    board.texts([words], align="center", weight=600)


def _periods(board: Board, places: Sequence[tuple[float, HistoryPoint]]) -> None:
    """Write the periods below, every second or third where they would touch."""
    widest = max(text_width(point.period, SMALL) for _, point in places)
    room = (board.width - LEFT - RIGHT) / len(places)
    every = max(1, math.ceil((widest + 8) / room))
    rows: list[Row] = [
        {"x": x, "y": HEAD + PLOT + 18, "text": point.period} for x, point in places[::-every]
    ]
    board.texts(rows, align="center", colour="ink-2")


def _places(count: int, width: float) -> list[float]:
    room = (width - LEFT - RIGHT) / count
    return [LEFT + RIGHT / 2 + room * (number + 0.5) for number in range(count)]


def runs(
    places: Sequence[tuple[float, HistoryPoint]],
) -> Iterator[list[tuple[float, float]]]:
    """Yield the stretches without a gap.

    Examples
    --------
    >>> points = [HistoryPoint("2023", 0.4), HistoryPoint("2024", None), HistoryPoint("2025", 0.5)]
    >>> list(runs(list(zip([1.0, 2.0, 3.0], points))))
    [[(1.0, 0.4)], [(3.0, 0.5)]]
    """
    for _, group in groupby(places, key=lambda place: place[1].value is None):
        run = [(x, point.value) for x, point in group if point.value is not None]
        if run:
            yield run


def check(points: Sequence[HistoryPoint]) -> None:
    """Refuse what is no history."""
    if not points:
        raise refusal("empty")
    for point in points:
        for name, value in (("value", point.value), ("low", point.low), ("high", point.high)):
            if value is not None and not math.isfinite(value):
                raise refusal("finite", name=f"{point.period}: {name}", value=str(value))
