"""Which flows return: those that run against the direction in which most of the mass goes.

Only a flow within a strongly connected part can close a cycle. In each such part the nodes are
put in a row, and each is then moved to where least mass runs backwards. Two rows are tried: the
declared one, and a greedy one with those first that give most and receive least (Eades, Lin and
Smyth 1993, weighted). The flows that point backwards in the better row are the returning ones.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from kragozor.drawing.sankey.model import Flags, Graph, Ints

ROUNDING = 1e-12


def returning_flows(graph: Graph) -> Flags:
    """Return, for every flow, whether it closes a cycle; a flow from a node to itself does."""
    part = strong_parts(len(graph.nodes), graph.sources, graph.targets)
    inside: Flags = part[graph.sources] == part[graph.targets]
    if not inside.any():
        return inside
    found: Flags = inside & _backwards(graph, row(graph, inside))
    return found


def row(graph: Graph, inside: Flags) -> Ints:
    """Rank the nodes so that little mass runs backwards along the flows inside parts."""
    count = len(graph.nodes)
    gives: list[dict[int, float]] = [defaultdict(float) for _ in range(count)]
    takes: list[dict[int, float]] = [defaultdict(float) for _ in range(count)]
    ends = zip(graph.sources.tolist(), graph.targets.tolist(), graph.values.tolist(), strict=True)
    for (source, target, value), counts in zip(ends, inside.tolist(), strict=True):
        if counts and source != target:
            gives[source][target] += value
            takes[target][source] += value
    declared = [node for node in range(count) if gives[node]]
    rows = [sifted(nodes, gives, takes) for nodes in (declared, greedy_row(gives, takes))]
    ranks = [_ranks(nodes, count) for nodes in rows]
    costs = [graph.values[inside & _backwards(graph, rank)].sum() for rank in ranks]
    return ranks[0] if costs[0] <= costs[1] * (1 + ROUNDING) else ranks[1]


def _ranks(nodes: list[int], count: int) -> Ints:
    rank = np.zeros(count, dtype=np.int64)
    rank[nodes] = np.arange(len(nodes))
    return rank


def _backwards(graph: Graph, rank: Ints) -> Flags:
    found: Flags = rank[graph.sources] >= rank[graph.targets]
    return found


def greedy_row(gives: list[dict[int, float]], takes: list[dict[int, float]]) -> list[int]:
    """Take pure givers first, pure receivers last, and between them who gives most on balance.

    The heap keeps outdated entries; one is skipped when its node is in the row already. Declared
    order decides between equals.
    """
    given = [sum(others.values()) for others in gives]
    taken = [sum(others.values()) for others in takes]
    tiny = ROUNDING * sum(given)

    def turn(node: int) -> tuple[int, float, int]:
        side = 0 if taken[node] <= tiny else 2 if given[node] <= tiny else 1
        return side, taken[node] - given[node], node

    heap = [turn(node) for node in range(len(gives)) if gives[node]]
    heapq.heapify(heap)
    nodes: dict[int, None] = {}
    while heap:
        *_, node = heapq.heappop(heap)
        if node in nodes:
            continue
        nodes[node] = None
        for others, sums in ((gives[node], taken), (takes[node], given)):
            for other, value in others.items():
                sums[other] -= value
                heapq.heappush(heap, turn(other))
    return list(nodes)


def sifted(
    nodes: list[int], gives: list[dict[int, float]], takes: list[dict[int, float]]
) -> list[int]:
    """Move one node after another to where less mass runs backwards, if there is such a place."""
    for node in list(nodes):
        now = nodes.index(node)
        del nodes[now]
        place = {other: number for number, other in enumerate(nodes)}
        net = dict.fromkeys([*gives[node], *takes[node]], 0.0)
        for sign, others in ((1, gives[node]), (-1, takes[node])):
            for other, value in others.items():
                net[other] += sign * value
        nodes.insert(better_place({place[other]: value for other, value in net.items()}, now), node)
    return nodes


def better_place(net: Mapping[int, float], now: int) -> int:
    """Return the best place in a row for a node that now stands at ``now``.

    ``net`` tells, by place, what the node gives to another less what it takes from it. Standing
    behind another adds its net to the mass that runs backwards.

    Examples
    --------
    >>> better_place({0: -6.0, 1: 11.0}, now=2), better_place({0: 2.0, 1: -2.0}, now=0)
    (1, 0)
    """
    cost = sum(value for place, value in net.items() if place < now)
    best, backwards = now, 0.0
    margin = ROUNDING * sum(map(abs, net.values()))
    for after in (-1, *sorted(net)):
        backwards += net.get(after, 0.0)
        if backwards < cost - margin:
            best, cost = after + 1, backwards
    return best


def strong_parts(count: int, sources: Ints, targets: Ints) -> Ints:
    """Number the strongly connected parts (Tarjan 1972, without recursion)."""
    following: list[list[int]] = [[] for _ in range(count)]
    for source, target in zip(sources.tolist(), targets.tolist(), strict=True):
        following[source].append(target)
    part = np.full(count, -1)
    index, low = [-1] * count, [0] * count
    stack: list[int] = []
    met = 0
    for root in range(count):
        work = [(root, 0)] if index[root] < 0 else []
        while work:
            node, step = work.pop()
            if step == 0:
                index[node] = low[node] = met
                met += 1
                stack.append(node)
            else:
                low[node] = min(low[node], low[following[node][step - 1]])
            for place in range(step, len(following[node])):
                other = following[node][place]
                if index[other] < 0:
                    work += [(node, place + 1), (other, 0)]
                    break
                if part[other] < 0:
                    low[node] = min(low[node], index[other])
            else:
                if low[node] == index[node]:
                    _close(node, stack, part)
    return part


def _close(root: int, stack: list[int], part: Ints) -> None:
    """Give the nodes above ``root`` on the stack the number of its part."""
    while True:
        node = stack.pop()
        part[node] = root
        if node == root:
            return
