"""The key of the colours, in lines below the picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kragozor.drawing.sankey.labels import DETAIL_SIZE
from kragozor.drawing.text import text_width

SWATCH, INDENT, BETWEEN, LINE, ABOVE = 11.0, 17.0, 22.0, 21.0, 16.0


@dataclass(frozen=True)
class Key:
    """One colour with its meaning, and where its swatch stands."""

    text: str
    colour: str
    x: float
    y: float


def keys_of(legend: Sequence[tuple[str, str]], width: float, top: float) -> list[Key]:
    """Set the keys in as many lines as the width asks for.

    Examples
    --------
    >>> keys = keys_of([("virgin", "virgin"), ("recycled", "recycled")], width=90, top=100)
    >>> [(key.x, key.y) for key in keys]
    [(2.0, 116.0), (2.0, 137.0)]
    """
    keys: list[Key] = []
    x, y = 2.0, top + ABOVE
    for text, colour in legend:
        taken = INDENT + text_width(text, DETAIL_SIZE)
        if keys and x + taken > width:
            x, y = 2.0, y + LINE
        keys.append(Key(text, colour, x, y))
        x += taken + BETWEEN
    return keys


def keys_height(keys: Sequence[Key], top: float) -> float:
    """Return how much the keys add to the height of the picture."""
    return keys[-1].y + LINE - top if keys else 0.0
