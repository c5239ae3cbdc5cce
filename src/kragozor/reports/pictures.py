"""The pictures of an assessment, each with the words that stand for it."""

from __future__ import annotations

from dataclasses import dataclass

from kragozor.drawing.charts import Part, TornadoBar, quality_bar, tornado
from kragozor.drawing.palette import Palette
from kragozor.drawing.pictures import inventory_description, inventory_picture
from kragozor.drawing.ring import ring
from kragozor.instruments.inventory import Inventory
from kragozor.reports.view import AssessmentView, Headline
from kragozor.words import Message, say

# A picture ranks: what lies behind these hardly moves the result, and stands in the table.
BARS = 6
_COLOURS = {
    "measured": "green",
    "calculated": "recycled",
    "estimated": "renewable",
    "proxy": "virgin",
}


@dataclass(frozen=True)
class Picture:
    """An SVG, and what is read to those who do not see it."""

    svg: str
    text: str


def pictures(
    view: AssessmentView, inventory: Inventory, palette: Palette = "page", *, narrow: bool = False
) -> dict[str, Picture]:
    """Return every picture that the assessment has, by name; narrow ones are for a phone.

    Examples
    --------
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.reports.view import assessment_view
    >>> sorted(pictures(assessment_view(assess(bottle()), "en"), bottle()))
    ['flows', 'influences', 'quality', 'ring']
    """
    drawn = {
        "ring": _ring(view, palette),
        "flows": _flows(view, inventory, palette, narrow),
        "influences": _influences(view, palette, narrow),
        "quality": _quality(view, palette, narrow),
    }
    return {name: picture for name, picture in drawn.items() if picture is not None}


def _ring(view: AssessmentView, palette: Palette) -> Picture:
    headline = view.headline
    text = _told("ring", view, name=headline.name, number=headline.number)
    low, high = _interval(headline)
    svg = ring(
        headline.share, low=low, high=high, text=headline.number, label=text, palette=palette
    )
    return Picture(svg, text)


def _interval(headline: Headline) -> tuple[float | None, float | None]:
    """Return where the ring is closed in nine of ten draws; none where that is not known.

    The value stays within: it is not one of the draws, and may lie beside most of them.
    """
    share, ends = headline.share, headline.figure.ends
    if share is None or ends is None or ends[0] == ends[1]:
        return None, None
    return min(share, max(0.0, ends[0])), max(share, min(1.0, ends[1]))


def _flows(
    view: AssessmentView, inventory: Inventory, palette: Palette, narrow: bool
) -> Picture | None:
    """Return the Sankey diagram; none where no row has a mass."""
    if not any(mass.value > 0 for mass in inventory.masses()):
        return None
    title = _told("flows", view)
    svg = inventory_picture(inventory, view.language, title=title, palette=palette, narrow=narrow)
    return Picture(svg, inventory_description(inventory, view.language))


def _influences(view: AssessmentView, palette: Palette, narrow: bool) -> Picture | None:
    """Return the tornado; shares are drawn in percent."""
    base = view.headline.figure.value
    if base is None or not view.influences:
        return None
    is_share = view.headline.figure.display == "share"
    times, digits = (100.0, 1) if is_share else (1.0, 2)
    bars = [
        TornadoBar(
            label=one.label,
            low=times * min(base, one.result_low, one.result_high),
            high=times * max(base, one.result_low, one.result_high),
            detail=one.range,
        )
        for one in view.influences[:BARS]
    ]
    said = "; ".join(f"{one.label}: {one.results}" for one in view.influences[:BARS])
    text = _told("influences-picture", view, name=view.headline.name, bars=said)
    title = _told("influences", view)
    svg = tornado(
        bars,
        base=times * base,
        digits=digits,
        unit="%" if is_share else "",
        language=view.language,
        title=title,
        description=text,
        palette=palette,
        narrow=narrow,
    )
    return Picture(svg, text)


def _quality(view: AssessmentView, palette: Palette, narrow: bool) -> Picture | None:
    shares = view.quality.shares
    if not shares:
        return None
    parts = [Part(one.label, one.share, _COLOURS[one.grade]) for one in shares]
    title, text = _told("quality", view), view.quality.sentence
    svg = quality_bar(
        parts,
        language=view.language,
        title=title,
        description=text,
        palette=palette,
        narrow=narrow,
    )
    return Picture(svg, text)


def _told(label: str, view: AssessmentView, /, **values: object) -> str:
    return say(Message(f"reports.document.{label}", values), view.language)
