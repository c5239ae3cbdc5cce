"""How far across each column stands, with room for labels and for flows that return."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kragozor.drawing.sankey.labels import GAP, Wording
from kragozor.drawing.sankey.lanes import Lane
from kragozor.drawing.sankey.model import Floats, Ints

LEAST_GAP = 64.0
BESIDE_LANE = 6.0
ARROW = 12.0
EDGE = 2.0


@dataclass(frozen=True)
class Corridor:
    """The room beside a column where returning flows turn; the way to each lane's middle."""

    extent: float
    middles: dict[int, float]


@dataclass(frozen=True)
class Columns:
    """The left edge of every column, its two corridors, and the width of the whole picture."""

    left: Floats
    bar: float
    width: float
    before: tuple[Corridor, ...]
    after: tuple[Corridor, ...]


@dataclass(frozen=True)
class Reach:
    """How far the labels of a column lie before and after its bar: over it, and outside."""

    before: float = 0.0
    after: float = 0.0
    outside: float = 0.0


def reach_of(words: Sequence[Wording], bar: float, place: str, narrow: bool) -> Reach:
    """Return how far the labels of one column reach; ``place`` is first, middle or last."""
    widest = max((each.width for each in words), default=0.0)
    if place == "middle":
        return Reach(max(0.0, widest - bar) / 2, max(0.0, widest - bar) / 2)
    if not narrow:
        return Reach(outside=widest + GAP)
    over = max(0.0, widest - bar)
    return Reach(after=over) if place == "first" else Reach(before=over)


def columns_of(
    reaches: Sequence[Reach],
    lanes: Sequence[Lane],
    thickness: Floats,
    *,
    bar: float,
    width: float,
) -> Columns:
    """Spread the columns over ``width``, or over more where labels and lanes need more."""
    numbers = range(len(reaches))
    before = tuple(
        _corridor(
            [(lane, lane.passes_left) for lane in lanes if lane.left == n],
            thickness,
            reaches[n].before,
            ARROW,
        )
        for n in numbers
    )
    after = tuple(
        _corridor(
            [(lane, lane.passes_right) for lane in lanes if lane.right == n],
            thickness,
            reaches[n].after,
            0.0,
        )
        for n in numbers
    )
    gaps = np.array([_gap(after[n], before[n + 1], reaches[n : n + 2]) for n in numbers[:-1]])
    start = EDGE + max(before[0].extent + reaches[0].outside, reaches[0].before)
    end = EDGE + max(after[-1].extent + reaches[-1].outside, reaches[-1].after)
    needed = start + gaps.sum() + len(reaches) * bar + end
    spare = max(0.0, width - needed) / max(1, len(gaps))
    start += spare / 2 if len(gaps) == 0 else 0.0
    left = start + np.concatenate([[0.0], np.cumsum(gaps + spare + bar)])
    return Columns(left, bar, max(width, float(needed)), before, after)


def _corridor(
    lanes: list[tuple[Lane, bool]], thickness: Floats, reach: float, arrow: float
) -> Corridor:
    """Set lanes side by side, the inner ones first; flows to their own node share one place."""
    middles: dict[int, float] = {}
    edge = extent = BESIDE_LANE + arrow if lanes else 0.0
    for lane, passes in sorted(lanes, key=lambda pair: pair[0].depth):
        if lane.depth >= 0:
            edge = max(extent, reach + BESIDE_LANE) if passes else extent
        middles[lane.flow] = edge + thickness[lane.flow] / 2
        extent = max(extent, edge + thickness[lane.flow] + BESIDE_LANE)
    return Corridor(extent, middles)


def _gap(after: Corridor, before: Corridor, reaches: Sequence[Reach]) -> float:
    """Return the least room between two columns."""
    right, left = max(after.extent, reaches[0].after), max(before.extent, reaches[1].before)
    return max(
        LEAST_GAP, right + left + GAP + (LEAST_GAP / 2 if after.extent or before.extent else 0)
    )


def column_lists(layer: Ints, rank: Ints) -> list[Ints]:
    """Return the items of each column from top to bottom."""
    order = np.lexsort((rank, layer))
    return np.split(order, np.flatnonzero(np.diff(layer[order])) + 1)
