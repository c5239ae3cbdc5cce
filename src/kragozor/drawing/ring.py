"""The ring: the mark of Kragozor and its dial.

The closed part is how circular a thing is, the lighter arc its interval, the gap what is still
open. A value that is undefined is an empty dashed ring, never a ring at 0.
"""

from __future__ import annotations

import math

from kragozor.drawing import svg
from kragozor.drawing.errors import refusal
from kragozor.drawing.palette import Palette, paint
from kragozor.drawing.svg import element, number
from kragozor.drawing.text import text_width
from kragozor.words.numbers import DASH

BOX, CENTRE, RADIUS, STROKE = 220.0, 110.0, 92.0, 20.0
VALUE_SIZE, CAPTION_SIZE, LEAST_SIZE = 52.0, 15.0, 11.0
INNER_WIDTH = 2 * (RADIUS - STROKE / 2) - 16.0


def ring(
    value: float | None,
    *,
    low: float | None = None,
    high: float | None = None,
    text: str,
    caption: str = "",
    label: str,
    palette: Palette = "page",
    size: float | None = None,
    prefix: str | None = None,
) -> str:
    """Draw a share as a dial.

    Parameters
    ----------
    value : float or None
        The share, from 0 to 1; None where it is undefined.
    low, high : float, optional
        The interval around the value, within 0 to 1.
    text, caption : str
        What is written within: the value, and a line below it.
    label : str
        Read aloud in place of the picture.
    palette : {"page", "print"}
        Colours as custom properties of the page, or as values.
    size : float, optional
        Width and height in pixels; the ring fills its place on the page when not given.
    prefix : str, optional
        Begins the ids inside the SVG; made from the content when not given.

    Returns
    -------
    str
        An SVG element without inline styles.

    Raises
    ------
    NotDrawable
        A share outside 0 to 1, or an interval that does not hold the value.

    Examples
    --------
    >>> picture = ring(0.53, low=0.47, high=0.58, text="0,53", label="MCI 0,53")
    >>> "0,53" in picture
    True
    """
    _check(value, low, high)
    arcs = _empty(palette) if value is None else _dial(value, low, high, palette)
    return svg.document(
        arcs + _words(DASH if value is None else text, caption, palette),
        width=BOX,
        height=BOX,
        title=label,
        description="",
        prefix=prefix or svg.prefix_of(value, low, high, text, caption, label, palette),
        size=size,
    )


def arc(start: float, end: float) -> str:
    """Return the path of a part of the ring, clockwise from the top; a whole one in two halves.

    Examples
    --------
    >>> arc(0.0, 0.25)
    'M110 18A92 92 0 0 1 202 110'
    """
    if end - start >= 1.0:
        return arc(0.0, 0.5) + arc(0.5, 1.0 - 1e-9)
    (x0, y0), (x1, y1) = _point(start, RADIUS), _point(end, RADIUS)
    large = int(end - start > 0.5)
    radius = number(RADIUS)
    begin, finish = f"{number(x0)} {number(y0)}", f"{number(x1)} {number(y1)}"
    return f"M{begin}A{radius} {radius} 0 {large} 1 {finish}"


def _check(value: float | None, low: float | None, high: float | None) -> None:
    for name, each in (("value", value), ("low", low), ("high", high)):
        if each is not None and not 0.0 <= each <= 1.0:
            raise refusal("share", name=name, value=str(each))
    if value is None:
        return
    if not (low if low is not None else 0.0) <= value <= (high if high is not None else 1.0):
        raise refusal("interval", low=str(low), high=str(high), value=value)


def _dial(value: float, low: float | None, high: float | None, palette: Palette) -> str:
    """Draw the track, the interval, what is closed for certain, and a tick at the value."""
    track = element("circle", **_circle(), stroke=paint("sunken", palette))
    green = paint("green", palette)
    certain = value if low is None else low
    parts = [track]
    if certain > 0:
        parts.append(_arc(0.0, certain, green))
    if low is not None or high is not None:
        spread = (certain, value if high is None else high)
        parts.append(_arc(*spread, green, stroke_opacity=0.32))
        parts.append(_tick(value, palette))
    return "".join(parts)


def _arc(start: float, end: float, colour: str, **more: float) -> str:
    return element(
        "path", d=arc(start, end), fill="none", stroke=colour, stroke_width=STROKE, **more
    )


def _tick(value: float, palette: Palette) -> str:
    (x0, y0), (x1, y1) = (_point(value, RADIUS + side * (STROKE / 2 + 4)) for side in (-1, 1))
    return element(
        "line", x1=x0, y1=y0, x2=x1, y2=y1, stroke=paint("ink", palette), stroke_width=4.5
    )


def _empty(palette: Palette) -> str:
    """Draw the ring of a value that is undefined."""
    return element("circle", **_circle(2.0), stroke=paint("ink-2", palette), stroke_dasharray="7 7")


def _circle(stroke_width: float = STROKE) -> dict[str, str | float]:
    return {"cx": CENTRE, "cy": CENTRE, "r": RADIUS, "fill": "none", "stroke_width": stroke_width}


def _words(text: str, caption: str, palette: Palette) -> str:
    """Write the value and the line below it, smaller where they would touch the ring."""
    value_size = _fitting(text, VALUE_SIZE)
    caption_size = _fitting(caption, CAPTION_SIZE)
    shared: dict[str, str | float] = {"x": CENTRE, "text_anchor": "middle"}
    value = svg.text(
        text,
        **shared,
        y=118 if caption else 128,
        font_size=value_size,
        font_weight=700,
        letter_spacing=-1.5,
        fill=paint("ink", palette),
    )
    if not caption:
        return value
    ink = paint("ink-2", palette)
    return value + svg.text(caption, **shared, y=146, font_size=caption_size, fill=ink)


def _fitting(text: str, size: float) -> float:
    width = text_width(text, size, bold=True)
    return size if width <= INNER_WIDTH else max(LEAST_SIZE, size * INNER_WIDTH / width)


def _point(share: float, radius: float) -> tuple[float, float]:
    angle = 2 * math.pi * share
    return CENTRE + radius * math.sin(angle), CENTRE - radius * math.cos(angle)
