"""One pillar's way to its target, as a picture: members today, the interval, the target."""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from kragozor.drawing import svg
from kragozor.drawing.palette import paint
from kragozor.hub.pipeline.outlook import Outlook

WIDTH, HEIGHT = 640, 84
TOP, THICK = 30, 22
TEXT = 15
# What lies beyond the target or the interval, so that the labels stand inside.
MARGIN = 1.08


def outlook_picture(outlook: Outlook) -> SafeString:
    """Return the picture as SVG; everything it shows stands in words beside it."""
    foreseen = outlook.forecast
    today, target = outlook.count.total, outlook.count.target
    widest = max(target, today, foreseen.high if foreseen else 0, 1) * MARGIN
    parts = [
        _bar(0, widest, widest, "sunken"),
        _bar(foreseen.low, foreseen.high, widest, "green", opacity=0.32) if foreseen else "",
        _bar(0, today, widest, "green"),
        _mark(foreseen.median, widest, "ink") if foreseen else "",
        _target(target, widest),
        _scale(today, widest),
    ]
    picture = svg.document(
        "".join(parts),
        width=WIDTH,
        height=HEIGHT,
        title=str(outlook.count.pillar),
        description=_said(outlook),
        prefix=svg.prefix_of("outlook", outlook.pillar),
    )
    return mark_safe(picture)  # noqa: S308 - svg escapes every text, and the rest are numbers


def _said(outlook: Outlook) -> str:
    facts = {"today": outlook.count.total, "target": outlook.count.target}
    if outlook.forecast is None:
        return _("%(today)s members today; the target is %(target)s.") % facts
    told = {"low": outlook.forecast.low, "high": outlook.forecast.high}
    return _("%(today)s members today; probably %(low)s to %(high)s; the target is %(target)s.") % {
        **facts,
        **told,
    }


def _x(value: float, widest: float) -> float:
    return WIDTH * value / widest


def _bar(low: float, high: float, widest: float, colour: str, opacity: float | None = None) -> str:
    return svg.element(
        "rect",
        x=_x(low, widest),
        y=TOP,
        # An interval of one number is still to be seen.
        width=max(_x(high - low, widest), 2 if opacity else 0),
        height=THICK,
        fill=paint(colour, "page"),
        fill_opacity=opacity,
    )


def _mark(value: float, widest: float, colour: str) -> str:
    x = _x(value, widest)
    return svg.element(
        "line", x1=x, x2=x, y1=TOP, y2=TOP + THICK, stroke=paint(colour, "page"), stroke_width=3
    )


def _target(value: float, widest: float) -> str:
    x = _x(value, widest)
    line = svg.element(
        "line",
        x1=x,
        x2=x,
        y1=TOP - 8,
        y2=TOP + THICK + 8,
        stroke=paint("rose", "page"),
        stroke_width=2,
        stroke_dasharray="4 3",
    )
    label = _("target %(number)s") % {"number": value}
    anchor = "end" if x > WIDTH / 2 else "start"
    return line + svg.text(
        label, x=x, y=TOP - 13, font_size=TEXT, fill=paint("ink-2", "page"), text_anchor=anchor
    )


def _scale(today: int, widest: float) -> str:
    """The number of today below the end of its bar, kept inside the picture."""
    label = _("today %(number)s") % {"number": today}
    x = _x(today, widest)
    anchor = "end" if x > WIDTH / 4 else "start"
    return svg.text(
        label,
        x=x if anchor == "end" else 0,
        y=TOP + THICK + 21,
        font_size=TEXT,
        fill=paint("ink-2", "page"),
        text_anchor=anchor,
    )
