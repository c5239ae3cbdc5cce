"""From Altair marks to the same SVG for the page and for print.

Altair describes, vl-convert draws; both are loaded on first use, since they cost a second. What
comes out is then made ours: colours by name, no inline styles, one title and description in
place of the English roles and labels that Vega writes into every mark.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from kragozor.drawing import svg
from kragozor.drawing.palette import LIGHT, Palette, paint

FAMILY = "Sofia Sans"

_FRAME = re.compile(r'<svg[^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>(.*)</svg>', re.DOTALL)
_NOISE = re.compile(r' (?:role|class|aria-[a-z]+|font-family|pointer-events)="[^"]*"')
_GROUND = re.compile(r'<rect [^>]*fill="transparent"/>')
_COLOUR = re.compile(r'"(#[0-9a-f]{6})"')


def picture(
    specification: str, *, title: str, description: str, palette: Palette, prefix: str | None
) -> str:
    """Return a Vega-Lite specification as our SVG."""
    width, height, marks = drawn(specification)
    names = {value: paint(name, palette) for name, value in LIGHT.items()}
    return svg.document(
        _COLOUR.sub(lambda found: f'"{names.get(found[1], found[1])}"', marks),
        width=width,
        height=height,
        title=title,
        description=description,
        prefix=prefix or svg.prefix_of(specification, title, description, palette),
    )


@lru_cache(maxsize=256)
def drawn(specification: str) -> tuple[float, float, str]:
    """Return the width, the height and the cleaned marks of a Vega-Lite specification."""
    raw = converter().vegalite_to_svg(specification)
    frame = _FRAME.search(raw)
    if frame is None:
        raise ValueError("vl-convert returned an SVG without a view box")
    return float(frame[1]), float(frame[2]), _GROUND.sub("", _NOISE.sub("", frame[3]))


@cache
def converter() -> Any:
    """Return vl-convert, with our fonts made known to it."""
    import vl_convert

    with resources.as_file(resources.files("kragozor.reports") / "fonts") as fonts:
        vl_convert.register_font_directory(str(fonts))
    return vl_convert
