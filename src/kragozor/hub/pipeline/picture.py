"""One pillar's way to its target, as a picture: members today, the interval, the target."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from kragozor.drawing import svg
from kragozor.drawing.palette import paint
from kragozor.hub.pipeline.outlook import Outlook

# On a phone the same picture is drawn narrower, so that its letters keep their size.
WIDE, NARROW = 640, 320
HEIGHT = 84
TOP, THICK = 30, 22
TEXT = 15
# What lies beyond the target or the interval, so that the labels stand inside.
MARGIN = 1.08


@dataclass(frozen=True)
class Scale:
    """How many members the whole width is."""

    width: float
    widest: float

    def __call__(self, members: float) -> float:
        return self.width * members / self.widest


def outlook_picture(outlook: Outlook, width: float = WIDE) -> SafeString:
    """Return the picture as SVG; everything it shows stands in words beside it."""
    foreseen = outlook.forecast
    today, target = outlook.count.total, outlook.count.target
    widest = max(target, today, foreseen.high if foreseen else 0, 1) * MARGIN
    at = Scale(width, widest)
    parts = [
        _bar(at, 0, widest, "sunken"),
        _bar(at, foreseen.low, foreseen.high, "green", opacity=0.32) if foreseen else "",
        _bar(at, 0, today, "green"),
        _median(at, foreseen.median) if foreseen else "",
        _target(at, target),
        _today(at, today),
    ]
    picture = svg.document(
        "".join(parts),
        width=width,
        height=HEIGHT,
        title=str(outlook.count.pillar),
        description=_said(outlook),
        prefix=svg.prefix_of("outlook", outlook.pillar, width),
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


def _bar(at: Scale, low: float, high: float, colour: str, opacity: float | None = None) -> str:
    return svg.element(
        "rect",
        x=at(low),
        y=TOP,
        # An interval of one number is still to be seen.
        width=max(at(high - low), 2 if opacity else 0),
        height=THICK,
        fill=paint(colour, "page"),
        fill_opacity=opacity,
    )


def _median(at: Scale, value: float) -> str:
    x, ink = at(value), paint("ink", "page")
    return svg.element("line", x1=x, x2=x, y1=TOP, y2=TOP + THICK, stroke=ink, stroke_width=3)


def _target(at: Scale, value: int) -> str:
    x = at(value)
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
    return line + _label(_("target %(number)s") % {"number": value}, x, TOP - 13, at)


def _today(at: Scale, value: int) -> str:
    return _label(_("today %(number)s") % {"number": value}, at(value), TOP + THICK + 21, at)


def _label(text: str, x: float, y: float, at: Scale) -> str:
    """Write below or above a place, and inside of the picture."""
    ink = paint("ink-2", "page")
    anchor = "end" if x > at.width / 2 else "start"
    return svg.text(text, x=x, y=y, font_size=TEXT, fill=ink, text_anchor=anchor)
