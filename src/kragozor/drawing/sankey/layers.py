"""Which column each node stands in, and the way of each flow through the columns between."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kragozor.drawing.sankey.cycles import returning_flows
from kragozor.drawing.sankey.model import Flags, Graph, Ints


@dataclass(frozen=True)
class Items:
    """Everything that takes up room in a column: the nodes first, then the passing flows.

    A flow that spans several columns passes one item in each column between. ``chains`` names
    the items of each forward flow from its source to its target.
    """

    layer: Ints
    flow: Ints
    chains: tuple[tuple[int, ...], ...]
    forward: Ints

    @property
    def depth(self) -> int:
        """The number of columns."""
        return int(self.layer.max()) + 1


def node_layers(graph: Graph, returning: Flags) -> Ints:
    """Place each node right of all that feed it, and the last recipients in the last column."""
    count = len(graph.nodes)
    following: list[list[int]] = [[] for _ in range(count)]
    waiting = [0] * count
    for flow in np.flatnonzero(~returning).tolist():
        source, target = int(graph.sources[flow]), int(graph.targets[flow])
        following[source].append(target)
        waiting[target] += 1
    layer = np.zeros(count, dtype=np.int64)
    ready = [node for node in range(count) if waiting[node] == 0]
    for node in ready:
        for target in following[node]:
            layer[target] = max(layer[target], layer[node] + 1)
            waiting[target] -= 1
            if waiting[target] == 0:
                ready.append(target)
    last = np.array([not targets for targets in following])
    layer[last] = layer.max()
    return layer


def settled(graph: Graph) -> tuple[Ints, Flags]:
    """Return the column of every node, and which flows do not run from left to right.

    Recipients that stand in the last column can turn a returning flow into a forward one.
    """
    layer = node_layers(graph, returning_flows(graph))
    returning: Flags = layer[graph.sources] >= layer[graph.targets]
    return layer, returning


def items_of(graph: Graph, layers: Ints, returning: Flags) -> Items:
    """Return the nodes and the passing places of long flows, with their columns."""
    layer = layers.tolist()
    flow_of = [-1] * len(layer)
    chains = []
    forward = np.flatnonzero(~returning)
    for flow in forward.tolist():
        source, target = int(graph.sources[flow]), int(graph.targets[flow])
        between = range(layer[source] + 1, layer[target])
        passing = range(len(layer), len(layer) + len(between))
        chains.append((source, *passing, target))
        layer.extend(between)
        flow_of.extend([flow] * len(between))
    return Items(np.array(layer), np.array(flow_of), tuple(chains), forward)
