"""What is written on a district: its name and its value, as much of it as there is room for."""

from __future__ import annotations

from kragozor.drawing import svg
from kragozor.drawing.district_map.geometry import Shape
from kragozor.drawing.district_map.reading import Reading
from kragozor.drawing.palette import Palette, paint
from kragozor.drawing.svg import element
from kragozor.drawing.text import broken, text_width
from kragozor.instruments.reference.territory import District
from kragozor.words import say

NAME_SIZE, VALUE_SIZE = 12.0, 13.0
LINE = 14.0
# The letters above the baseline, so that the middle of the lines is the middle of the room.
ASCENT = 0.36
# On this class green is so strong that only light letters are legible.
DARKEST = 4


def label(each: District, reading: Reading, shape: Shape, *, named: bool, palette: Palette) -> str:
    """Return the name and the value of a district in the middle of its room."""
    value = reading.value(each)
    names = _names(each, reading.language, shape.room) if named else ()
    if not names and text_width(value, VALUE_SIZE, bold=True) > shape.room:
        return ""
    rows = [(name, NAME_SIZE, 400) for name in names] + [(value, VALUE_SIZE, 700)] * bool(value)
    first = shape.y - LINE * (len(rows) - 1) / 2 + ASCENT * NAME_SIZE
    lines = (
        svg.text(line, x=shape.x, y=first + LINE * row, font_size=size, font_weight=weight)
        for row, (line, size, weight) in enumerate(rows)
    )
    ink = "surface" if reading.level(each) == DARKEST else "ink"
    return element("g", *lines, fill=paint(ink, palette))


def _names(each: District, language: str, room: float) -> tuple[str, ...]:
    """Break the name where it does not fit; what stands in brackets is left out first."""
    name = say(each.name, language)
    lines = broken(name, room, NAME_SIZE, most=2)
    if any(line.endswith("…") for line in lines):
        return (name.partition(" (")[0],)
    return lines
