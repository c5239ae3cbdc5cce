"""Where each flow leaves and enters its nodes: sorted, so that bands do not cross at a node."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kragozor.drawing.sankey.lanes import Lane
from kragozor.drawing.sankey.layers import Items
from kragozor.drawing.sankey.model import Floats, Graph, Ints

BELOW_ALL_RANKS = 1e9


@dataclass(frozen=True)
class Ports:
    """How far below the top of its node each flow leaves and enters, in the flows' own unit."""

    leaves: Floats
    enters: Floats


def ports_of(graph: Graph, items: Items, lanes: Sequence[Lane], rank: Ints) -> Ports:
    """Stack the flows at each node: forward ones by where they lead, then the returning ones.

    Among the returning the outermost is on top and a flow to the node itself at the very bottom,
    so that the lanes nest.
    """
    leads = np.empty(len(graph.flows))
    comes = np.empty(len(graph.flows))
    for flow, chain in zip(items.forward.tolist(), items.chains, strict=True):
        leads[flow], comes[flow] = rank[chain[1]], rank[chain[-2]]
    for lane in lanes:
        leads[lane.flow] = comes[lane.flow] = BELOW_ALL_RANKS - lane.depth
    return Ports(
        _stacked(graph.sources, leads, graph.values),
        _stacked(graph.targets, comes, graph.values),
    )


def _stacked(node: Ints, key: Floats, value: Floats) -> Floats:
    """Return where each value begins when those of one node are stacked by their key."""
    order = np.lexsort((key, node))
    begins = np.cumsum(value[order]) - value[order]
    first = np.searchsorted(node[order], node[order])
    result = np.empty(len(value))
    result[order] = begins - begins[first]
    return result
