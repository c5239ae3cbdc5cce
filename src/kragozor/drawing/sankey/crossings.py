"""In which order the items of a column stand, so that little mass crosses.

A returning flow leaves its column through the floor and comes back through it. For the count of
crossings the floor is one more item that always stands last, in every column and in one more
on either side; so a node that returns much is drawn towards the bottom.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kragozor.drawing.sankey.layers import Items
from kragozor.drawing.sankey.model import Flags, Floats, Graph, Ints

SWEEPS, FEWER_SWEEPS = 12, 6
MANY = 2000
PATIENCE = 4
# Places and crossings that differ by less are equal, so that rounding decides no order.
ROUNDING = 1e-9
PLACE_DIGITS = 9


@dataclass(frozen=True)
class Segments:
    """The steps of the flows from column to column; columns are counted from the outer floor."""

    tail: Ints
    head: Ints
    weight: Floats
    column: Ints


def item_ranks(graph: Graph, items: Items, returning: Flags, fixed: Sequence[int] = ()) -> Ints:
    """Return the place of every item in its column; ``fixed`` nodes keep their order."""
    segments = segments_of(graph, items, returning)
    floors = items.depth + 2
    column = np.concatenate([items.layer + 1, np.arange(floors)])
    columns = first_columns(graph, items, column)
    best, least = columns, np.inf
    stale = 0
    for sweep in range(SWEEPS if len(column) < MANY else FEWER_SWEEPS):
        columns = _fix(columns, fixed)
        crossed = crossed_weight(segments, _ranks(columns))
        is_better = crossed < least * (1 - ROUNDING)
        stale = 0 if is_better else stale + 1
        if is_better:
            best, least = columns, crossed
        if least == 0 or stale == PATIENCE:
            break
        columns = swept(columns, segments, rightwards=sweep % 2 == 0)
    return _ranks(best)[: len(items.layer)]


def segments_of(graph: Graph, items: Items, returning: Flags) -> Segments:
    """Return every step of every flow, those of returning flows to and from the floor."""
    tails = [item for chain in items.chains for item in chain[:-1]]
    heads = [item for chain in items.chains for item in chain[1:]]
    steps = np.array([len(chain) - 1 for chain in items.chains], dtype=np.int64)
    weights = np.repeat(graph.values[items.forward], steps)
    loops = np.flatnonzero(returning & (graph.sources != graph.targets))
    out, back = graph.sources[loops], graph.targets[loops]
    floor = len(items.layer)
    tail = np.concatenate([np.array(tails, dtype=np.int64), out, floor + items.layer[back]])
    head = np.concatenate([np.array(heads, dtype=np.int64), floor + items.layer[out] + 2, back])
    weight = np.concatenate([weights, graph.values[loops], graph.values[loops]])
    column = np.concatenate([items.layer + 1, np.arange(items.depth + 2)])[tail]
    return Segments(tail, head, weight / graph.values.sum(), column)


def first_columns(graph: Graph, items: Items, column: Ints) -> list[Ints]:
    """Return the columns in declared order, passing flows midway between their ends."""
    nodes = len(graph.nodes)
    midway = (graph.sources + graph.targets) / 2
    passing = midway[items.flow[nodes:]]
    floors = np.full(len(column) - len(items.layer), np.inf)
    wish = np.concatenate([np.arange(nodes), passing, floors])
    order = np.lexsort((wish, column))
    return np.split(order, np.flatnonzero(np.diff(column[order])) + 1)


def swept(columns: list[Ints], segments: Segments, *, rightwards: bool) -> list[Ints]:
    """Sort each column by the weighted mean place of the neighbours on one side."""
    place = np.empty(sum(map(len, columns)))
    for column in columns:
        place[column] = (np.arange(len(column)) + 0.5) / len(column)
    near, far = (segments.head, segments.tail) if rightwards else (segments.tail, segments.head)
    steps = np.argsort(segments.column, kind="stable")
    bounds = np.searchsorted(segments.column[steps], np.arange(len(columns) + 1))
    result = list(columns)
    numbers = range(1, len(columns)) if rightwards else range(len(columns) - 2, -1, -1)
    for number in numbers:
        gap = number - 1 if rightwards else number
        chosen = steps[bounds[gap] : bounds[gap + 1]]
        result[number] = _sorted(
            columns[number], place, near[chosen], far[chosen], segments.weight[chosen]
        )
    return result


def _sorted(column: Ints, place: Floats, near: Ints, far: Ints, weight: Floats) -> Ints:
    """Sort one column and write the new places down; the floor stays last."""
    local = np.full(len(place), -1)
    local[column] = np.arange(len(column))
    pull = np.bincount(local[near], weight * place[far], len(column))
    total = np.bincount(local[near], weight, len(column))
    wish = np.where(total > 0, pull / np.where(total > 0, total, 1.0), place[column])
    wish = np.round(wish, PLACE_DIGITS)
    wish[-1] = np.inf
    order: Ints = column[np.argsort(wish, kind="stable")]
    place[order] = (np.arange(len(order)) + 0.5) / len(order)
    return order


def crossed_weight(segments: Segments, rank: Ints) -> float:
    """Return the sum, over every crossing of two steps, of the product of their weights.

    Two steps of a column cross where the order of their heads inverts that of their tails. The
    inversions are counted in all columns at once, bit by bit of the heads' places: among steps
    whose places agree in the higher bits, one with a 1 before one with a 0 is an inversion.
    """
    order = np.lexsort((rank[segments.head], rank[segments.tail], segments.column))
    group, place = segments.column[order], rank[segments.head][order]
    weight = segments.weight[order]
    crossed = 0.0
    for bit in range(int(place.max()).bit_length() - 1, -1, -1):
        ones = (place >> bit) & 1
        before = np.cumsum(weight * ones)
        first = np.searchsorted(group, group)
        outside = np.where(first > 0, before[first - 1], 0.0)
        crossed += float(np.sum(weight * (1 - ones) * (before - outside)))
        group = group * 2 + ones
        order = np.argsort(group, kind="stable")
        group, place, weight = group[order], place[order], weight[order]
    return crossed


def _ranks(columns: list[Ints]) -> Ints:
    rank = np.empty(sum(map(len, columns)), dtype=np.int64)
    for column in columns:
        rank[column] = np.arange(len(column))
    return rank


def _fix(columns: list[Ints], fixed: Sequence[int]) -> list[Ints]:
    """Put the fixed nodes, in their order, into the places that they hold together."""
    if not fixed:
        return columns
    turn = {node: number for number, node in enumerate(fixed)}
    result = []
    for column in columns:
        held = [place for place, item in enumerate(column.tolist()) if item in turn]
        renewed = column.copy()
        renewed[held] = sorted(column[held].tolist(), key=turn.__getitem__)
        result.append(renewed)
    return result
