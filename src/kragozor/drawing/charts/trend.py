"""How a count went from month to month, beside what it aims at; gaps where it is undefined."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kragozor.drawing import svg
from kragozor.drawing.charts.history import HistoryPoint, runs
from kragozor.drawing.errors import refusal
from kragozor.drawing.palette import Palette, paint
from kragozor.drawing.svg import element, number
from kragozor.words.numbers import decimal_text

SMALL_WIDTH, SMALL_HEIGHT = 132.0, 40.0
WIDTH, HEIGHT = 330.0, 168.0
SIZE = 13.0

Look: TypeAlias = dict[str, str | float | None]


@dataclass(frozen=True)
class Frame:
    """The plot within the picture, and the value that stands at its top."""

    left: float
    right: float
    top: float
    bottom: float
    highest: float

    def across(self, place: int, count: int) -> float:
        """Return how far to the right one of some points stands."""
        return self.left + (self.right - self.left) * place / max(1, count - 1)

    def down(self, value: float) -> float:
        """Return how far down a value stands; the foot of the plot is zero."""
        return self.bottom - (self.bottom - self.top) * value / self.highest


def trend(
    points: Sequence[tuple[str, float | None]],
    *,
    target: float | None = None,
    language: str,
    title: str,
    palette: Palette = "page",
    labelled: bool = False,
    prefix: str | None = None,
) -> str:
    """Draw the values on a scale from zero; nothing where there is no value at all.

    Parameters
    ----------
    points : sequence of (str, float or None)
        The name of each moment with its value, the oldest first.
    target : float, optional
        What is aimed at, drawn as a broken line.
    language : {"bg", "en"}
        The language of the numbers.
    title : str
        Read aloud in place of the picture.
    palette : {"page", "print"}
        Colours as custom properties of the page, or as values.
    labelled : bool
        Whether to write the first and last moment, the last value and the target.
    prefix : str, optional
        Begins the ids inside the SVG; made from the content when not given.

    Returns
    -------
    str
        An SVG element without inline styles, or an empty text.

    Raises
    ------
    NotDrawable
        A number that is not finite or is below zero.

    Examples
    --------
    >>> trend([("May", None), ("June", None)], language="en", title="Members")
    ''
    >>> "polyline" in trend([("May", 3), ("June", 5)], language="en", title="Members")
    True
    """
    known = [value for _name, value in points if value is not None]
    _check([*known, target or 0.0])
    if not known:
        return ""
    highest = max([*known, target or 0.0]) or 1.0
    width, height = (WIDTH, HEIGHT) if labelled else (SMALL_WIDTH, SMALL_HEIGHT)
    edge = (10.0, 26.0, 30.0) if labelled else (5.0, 6.0, 6.0)
    frame = Frame(edge[0], width - edge[0], edge[1], height - edge[2], highest)
    parts = [*_aim(frame, target, palette), *_lines(frame, points, palette)]
    if labelled:
        parts += _words(frame, points, target, language, palette)
    return svg.document(
        "".join(parts),
        width=width,
        height=height,
        title=title,
        description="",
        prefix=prefix or svg.prefix_of(points, target, title, palette, labelled),
    )


def _check(values: Sequence[float]) -> None:
    for value in values:
        if not math.isfinite(value) or value < 0:
            raise refusal("finite", name="value", value=str(value))


def _aim(frame: Frame, target: float | None, palette: Palette) -> list[str]:
    foot = _rule(frame, frame.bottom, paint("line", palette))
    if not target:
        return [foot]
    aim = _rule(frame, frame.down(target), paint("ink-2", palette), stroke_dasharray="4 4")
    return [foot, aim]


def _rule(frame: Frame, y: float, colour: str, **more: str) -> str:
    return element(
        "line", x1=frame.left, x2=frame.right, y1=y, y2=y, stroke=colour, stroke_width=1, **more
    )


def _lines(frame: Frame, points: Sequence[tuple[str, float | None]], palette: Palette) -> list[str]:
    """Draw each stretch without a gap, and a dot where it ends."""
    places = [
        (frame.across(place, len(points)), HistoryPoint(name, value))
        for place, (name, value) in enumerate(points)
    ]
    green, drawn = paint("green", palette), []
    for run in runs(places):
        path = " ".join(f"{number(x)},{number(frame.down(value))}" for x, value in run)
        drawn.append(element("polyline", points=path, fill="none", stroke=green, stroke_width=2.5))
        x, value = run[-1]
        drawn.append(element("circle", cx=x, cy=frame.down(value), r=3.5, fill=green))
    return drawn


def _words(
    frame: Frame,
    points: Sequence[tuple[str, float | None]],
    target: float | None,
    language: str,
    palette: Palette,
) -> list[str]:
    """Write the first and the last moment below, the last value and the target beside the lines."""
    soft: Look = {"fill": paint("ink-2", palette), "font_size": SIZE}
    ink: Look = {"fill": paint("ink", palette), "font_size": SIZE, "font_weight": 700}
    below = frame.bottom + 19
    words = [svg.text(points[0][0], x=frame.left, y=below, **soft)]
    if len(points) > 1:
        words.append(svg.text(points[-1][0], x=frame.right, y=below, text_anchor="end", **soft))
    if (last := points[-1][1]) is not None:
        text, y = decimal_text(last, language), frame.down(last) - 9
        words.append(svg.text(text, x=frame.right, y=y, text_anchor="end", **ink))
    if target:
        text, y = decimal_text(target, language), frame.down(target) - 6
        words.append(svg.text(text, x=frame.left, y=y, **soft))
    return words
