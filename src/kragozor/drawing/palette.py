"""The colours of Kragozor by name, for the page and for print.

On the page a colour is a CSS custom property, so that one inline SVG follows the light and the
dark theme. In print it is the light value itself.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from kragozor.drawing.errors import refusal

Palette: TypeAlias = Literal["page", "print"]

LIGHT = {
    "paper": "#fbfaf6",
    "surface": "#ffffff",
    "sunken": "#f2f0e8",
    "ink": "#1c211b",
    "ink-2": "#566052",
    "line": "#dfdccf",
    "green": "#1f6b45",
    "green-soft": "#e4f0e6",
    "rose": "#a8324e",
    "rose-soft": "#f8e6ea",
    "amber": "#7f5300",
    "amber-soft": "#f7ecd4",
    "virgin": "#8b8f86",
    "recycled": "#2f7d55",
    "renewable": "#7c9a3a",
    "reused": "#1d6a86",
    "lost": "#c0526b",
}


def paint(colour: str, palette: Palette) -> str:
    """Return what to write into ``fill`` or ``stroke``.

    Examples
    --------
    >>> paint("green", "page"), paint("green", "print")
    ('var(--green)', '#1f6b45')
    """
    if colour not in LIGHT:
        raise refusal("colour", colour=colour, known=tuple(LIGHT))
    if palette not in ("page", "print"):
        raise refusal("palette", palette=palette)
    return f"var(--{colour})" if palette == "page" else LIGHT[colour]
