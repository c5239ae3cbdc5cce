"""What is written beside each node, how much room it takes, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kragozor.drawing.sankey.model import Node
from kragozor.drawing.text import ELLIPSIS, broken, shortened, text_width

SIZE, DETAIL_SIZE, LINE = 14.0, 13.0, 17.0
GAP = 8.0
OFF_BAR = 5.0
DOT = "· "
MOST_LINES = 4
CROWDED, PACKED = 30, 80


@dataclass(frozen=True)
class Wording:
    """The lines of a label with their size; a label of no lines is not drawn."""

    lines: tuple[str, ...]
    detail: tuple[str, ...]
    width: float

    @property
    def height(self) -> float:
        """The height of all lines."""
        return LINE * (len(self.lines) + len(self.detail))


@dataclass(frozen=True)
class Label:
    """A wording in its place: the anchor point and the box that it covers."""

    node: Node
    wording: Wording
    x: float
    top: float
    anchor: str

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The left, top, right and bottom edges."""
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        left = self.x - share * self.wording.width
        return left, self.top, left + self.wording.width, self.top + self.wording.height


@dataclass(frozen=True)
class Room:
    """How wide a label should be, and how wide it may be rather than be cut."""

    wanted: float
    most: float


def wording(node: Node, detail: str, room: Room, neighbours: int) -> Wording:
    """Return the label of a node: in a crowded column without detail, in a packed one none."""
    if neighbours > PACKED:
        return Wording((), (), 0.0)
    if neighbours > CROWDED:
        line = shortened(node.label, room.most, SIZE, bold=True)
        return Wording((line,), (), text_width(line, SIZE, bold=True))
    lines = broken(node.label, room.wanted, SIZE, bold=True)
    if any(line.endswith(ELLIPSIS) for line in lines):
        lines = broken(node.label, room.most, SIZE, bold=True, most=MOST_LINES)
    amounts = broken(detail, room.most, DETAIL_SIZE, most=2)
    # The dot parts two amounts on one line; where each has its own, the line's end does.
    amounts = tuple(line.strip(DOT) for line in amounts)
    widths = [text_width(line, SIZE, bold=True) for line in lines]
    widths += [text_width(line, DETAIL_SIZE) for line in amounts]
    return Wording(lines, amounts, max(widths))


def wordings(
    nodes: Sequence[Node], details: Sequence[str], rooms: Sequence[Room], columns: Sequence[int]
) -> list[Wording]:
    """Return the label of every node, given the room and the number of nodes in its column."""
    parts = zip(nodes, details, rooms, columns, strict=True)
    return [wording(*part) for part in parts]
