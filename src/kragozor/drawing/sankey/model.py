"""What a Sankey diagram shows: nodes, and flows between them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kragozor.drawing.errors import refusal

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True)
class Node:
    """A place that mass passes; ``detail`` is its second line, else its amount is written."""

    id: str
    label: str
    colour: str = "ink"
    detail: str = ""
    dashed: bool = False


@dataclass(frozen=True)
class Flow:
    """An amount that goes from one node to another, with its standard deviation if known."""

    source: str
    target: str
    value: float
    colour: str
    sd: float | None = None


@dataclass(frozen=True)
class Graph:
    """The part of the data that can be seen: flows above 0 and the nodes they touch."""

    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]
    sources: Ints
    targets: Ints
    values: Floats

    @property
    def inputs(self) -> Floats:
        """The sum that enters each node."""
        return np.bincount(self.targets, self.values, len(self.nodes)).astype(np.float64)

    @property
    def outputs(self) -> Floats:
        """The sum that leaves each node."""
        return np.bincount(self.sources, self.values, len(self.nodes)).astype(np.float64)

    @property
    def throughputs(self) -> Floats:
        """The larger of what enters and what leaves: the height of a node."""
        return np.maximum(self.inputs, self.outputs)


def graph_of(nodes: Sequence[Node], flows: Sequence[Flow], order: Sequence[str] = ()) -> Graph:
    """Check the data and return what can be seen of them."""
    check(nodes, flows, order)
    seen = tuple(flow for flow in flows if flow.value > 0)
    if not seen:
        raise refusal("nothing")
    touched = {name for flow in seen for name in (flow.source, flow.target)}
    kept = tuple(node for node in nodes if node.id in touched)
    index = {node.id: number for number, node in enumerate(kept)}
    return Graph(
        kept,
        seen,
        np.array([index[flow.source] for flow in seen]),
        np.array([index[flow.target] for flow in seen]),
        np.array([flow.value for flow in seen], dtype=np.float64),
    )


def check(nodes: Sequence[Node], flows: Sequence[Flow], order: Sequence[str] = ()) -> None:
    """Refuse nodes given twice, unknown nodes, and amounts that are none."""
    known: set[str] = set()
    for node in nodes:
        if node.id in known:
            raise refusal("twice", node=node.id)
        known.add(node.id)
    for name in order:
        if name not in known:
            raise refusal("order", node=name)
    for flow in flows:
        for end in (flow.source, flow.target):
            if end not in known:
                raise refusal("unknown-node", node=end)
        for name, value in (("value", flow.value), ("sd", flow.sd)):
            if value is not None and not (math.isfinite(value) and value >= 0):
                ends = {"source": flow.source, "target": flow.target}
                raise refusal("amount", **ends, name=name, value=str(value))
