"""The table behind the picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kragozor.drawing.sankey.layers import settled
from kragozor.drawing.sankey.model import Flow, Node, check, graph_of


@dataclass(frozen=True)
class FlowRow:
    """One flow in words and numbers.

    ``share`` is its part of all that leaves the source; where all of that goes one way, its part
    of all that arrives at the target, as the picture says beside the source.
    """

    source: str
    target: str
    value: float
    sd: float | None
    share: float | None
    returns: bool


def flow_table(nodes: Sequence[Node], flows: Sequence[Flow]) -> list[FlowRow]:
    """Return a row for every flow, those of 0 too, in the order given.

    Examples
    --------
    >>> nodes = [Node("a", "Polymer"), Node("b", "Bottle"), Node("c", "Scrap")]
    >>> rows = flow_table(nodes, [Flow("a", "b", 9, "virgin"), Flow("a", "c", 1, "lost")])
    >>> rows[1]
    FlowRow(source='Polymer', target='Scrap', value=1, sd=None, share=0.1, returns=False)
    """
    check(nodes, flows)
    names = {node.id: node.label for node in nodes}
    leaving, arriving = dict.fromkeys(names, 0.0), dict.fromkeys(names, 0.0)
    for flow in flows:
        leaving[flow.source] += flow.value
        arriving[flow.target] += flow.value
    ways = Counter(flow.source for flow in flows if flow.value > 0)
    returning = _returning(nodes, flows)
    return [
        FlowRow(
            names[flow.source],
            names[flow.target],
            flow.value,
            flow.sd,
            _part(
                flow.value,
                arriving[flow.target] if ways[flow.source] == 1 else leaving[flow.source],
            ),
            number in returning,
        )
        for number, flow in enumerate(flows)
    ]


def _part(value: float, whole: float) -> float | None:
    return value / whole if whole else None


def _returning(nodes: Sequence[Node], flows: Sequence[Flow]) -> set[int]:
    """Return the numbers of the flows that the picture leads round below."""
    seen = [number for number, flow in enumerate(flows) if flow.value > 0]
    if not seen:
        return set()
    _, found = settled(graph_of(nodes, flows))
    return {number for number, returns in zip(seen, found.tolist(), strict=True) if returns}
