"""The lanes below the picture on which flows return, so that no lane lies on another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kragozor.drawing.sankey.model import Flags, Graph, Ints


@dataclass(frozen=True)
class Lane:
    """A returning flow, the columns it spans, and how deep its lane lies; -1 turns at its node.

    It passes others where nodes stand below its source or its target, whose labels it must clear.
    """

    flow: int
    right: int
    left: int
    depth: int
    passes_right: bool = False
    passes_left: bool = False


def lanes_of(graph: Graph, returning: Flags, layer: Ints, rank: Ints) -> list[Lane]:
    """Give each returning flow a lane below all shorter ones that it overlaps.

    Of flows between the same columns, the one that leaves from higher up goes round outside.
    """
    loops = np.flatnonzero(returning).tolist()
    ends = {flow: (int(graph.sources[flow]), int(graph.targets[flow])) for flow in loops}

    def inner_first(flow: int) -> tuple[int, int, int, int]:
        source, target = ends[flow]
        span = int(layer[source] - layer[target])
        return span, -int(rank[source]), -int(rank[target]), -flow

    nodes = len(graph.nodes)
    lowest = np.zeros(int(layer.max()) + 1, dtype=np.int64)
    np.maximum.at(lowest, layer[:nodes], rank[:nodes])
    lanes = []
    deepest = np.full(len(lowest), -1)
    for flow in sorted(loops, key=inner_first):
        source, target = ends[flow]
        right, left = int(layer[source]), int(layer[target])
        depth = -1
        if source != target:
            depth = int(deepest[left : right + 1].max()) + 1
            deepest[left : right + 1] = depth
        passes = (bool(rank[source] < lowest[right]), bool(rank[target] < lowest[left]))
        lanes.append(Lane(flow, right, left, depth, *passes))
    return lanes
