"""What is decided before any length is: columns, order, lanes, ports and wordings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from kragozor.drawing.sankey.columns import column_lists
from kragozor.drawing.sankey.crossings import item_ranks
from kragozor.drawing.sankey.labels import GAP, OFF_BAR, Room, Wording, wordings
from kragozor.drawing.sankey.lanes import Lane, lanes_of
from kragozor.drawing.sankey.layers import Items, items_of, settled
from kragozor.drawing.sankey.model import Graph, Ints
from kragozor.drawing.sankey.ports import Ports, ports_of

OVER_BAR = 120.0
# An outer flow of a narrow picture stays level for this part of its way, below its label.
LATE = 0.78


@dataclass(frozen=True)
class Plan:
    """What is decided before any length is: columns, order, ports, lanes and wordings."""

    graph: Graph
    items: Items
    columns: list[Ints]
    lanes: list[Lane]
    ports: Ports
    words: list[Wording]
    narrow: bool
    heading: int | None

    def place(self, node: int) -> str:
        """Whether a node stands in the first column, the last, or between."""
        column, depth = int(self.items.layer[node]), self.items.depth
        if depth == 1 or 0 < column < depth - 1:
            return "middle"
        return "first" if column == 0 else "last"

    def beside(self, node: int) -> bool:
        """Whether the label of a node stands beside it rather than above."""
        return not self.narrow and self.place(node) != "middle"

    @property
    def head(self) -> float:
        """The height that the heading takes on top of the picture."""
        return 0.0 if self.heading is None else self.words[self.heading].height + OFF_BAR


def plan_of(
    graph: Graph,
    width: float,
    narrow: bool,
    value_format: Callable[[float], str],
    order: Sequence[str],
) -> Plan:
    """Decide columns, order, lanes and ports, and what the labels say."""
    layers, returning = settled(graph)
    items = items_of(graph, layers, returning)
    rank = item_ranks(graph, items, returning, _fixed(graph, order))
    nodes = range(len(graph.nodes))
    lanes = lanes_of(graph, returning, items.layer, rank)
    per_column = np.bincount(items.layer[: len(nodes)], minlength=items.depth)
    details = [
        node.detail or value_format(amount)
        for node, amount in zip(graph.nodes, graph.throughputs.tolist(), strict=True)
    ]
    heading = _heading(items, per_column) if narrow else None
    outer, inner = _label_rooms(width, items.depth, narrow, heading is not None)
    ends = (0, items.depth - 1) if items.depth > 1 else ()
    rooms = [outer if items.layer[node] in ends else inner for node in nodes]
    crowd = [int(per_column[items.layer[node]]) for node in nodes]
    return Plan(
        graph,
        items,
        column_lists(items.layer, rank),
        lanes,
        ports_of(graph, items, lanes, rank),
        wordings(graph.nodes, details, rooms, crowd),
        narrow,
        heading,
    )


def _heading(items: Items, per_column: Ints) -> int | None:
    """Return the node that stands alone between the outer columns, where there are but three.

    On top of a narrow picture its label has the whole width, and leaves theirs to the others.
    """
    if items.depth != 3 or per_column[1] != 1:
        return None
    return int(np.flatnonzero(items.layer[: per_column.sum()] == 1)[0])


def _fixed(graph: Graph, order: Sequence[str]) -> list[int]:
    index = {node.id: number for number, node in enumerate(graph.nodes)}
    return [index[name] for name in order if name in index]


def _label_rooms(width: float, depth: int, narrow: bool, headed: bool) -> tuple[Room, Room]:
    """Return how wide labels may be in the outer columns and in those between."""
    gap = width / max(1, depth - 1)
    if headed:
        outer, inner = LATE * gap, width
    elif narrow:
        outer = max(88.0, (0.47 if depth == 2 else 0.62) * gap)
        inner = max(88.0, min(120.0, 0.66 * gap))
    else:
        outer = max(110.0, 0.25 * width)
        inner = min(190.0, max(104.0, 0.6 * gap - GAP))
    return Room(outer, outer), Room(inner if headed else min(inner, OVER_BAR), inner)
