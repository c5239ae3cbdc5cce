"""The whole layout of a Sankey diagram: from data to places, before anything is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from kragozor.drawing.sankey.columns import Columns, Reach, columns_of, reach_of
from kragozor.drawing.sankey.heights import (
    EDGE,
    LANE_SPACE,
    blocks_of,
    lane_heights,
    picture_height,
    plot_height,
    scale_of,
)
from kragozor.drawing.sankey.labels import GAP, OFF_BAR, Label
from kragozor.drawing.sankey.model import Floats, Flow, Graph, Node
from kragozor.drawing.sankey.plan import LATE, Plan, plan_of
from kragozor.drawing.sankey.positions import Blocks, Pulls, Rack


@dataclass(frozen=True)
class Bar:
    """A node in its place."""

    node: Node
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Band:
    """A forward flow and its steps from column to column."""

    flow: Flow
    thickness: float
    steps: tuple[Step, ...]


class Step(NamedTuple):
    """From the right edge of one column to the left edge of the next: x and top at both ends.

    ``bend`` is the part of the way after which the band rises or falls: a half, but later or
    earlier where a label stands above the bar and would be crossed.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    bend: float = 0.5


@dataclass(frozen=True)
class Loop:
    """A returning flow by its middle line: out, down at ``right``, back, up at ``left``, in."""

    flow: Flow
    thickness: float
    start: tuple[float, float]
    right: float
    lane: float
    left: float
    end: tuple[float, float]


@dataclass(frozen=True)
class Layout:
    """Everything in its place; ``scale`` is the height of one unit of flow."""

    width: float
    height: float
    scale: float
    bars: tuple[Bar, ...]
    bands: tuple[Band, ...]
    loops: tuple[Loop, ...]
    labels: tuple[Label, ...]


def layout(
    graph: Graph,
    *,
    width: float,
    height: float | None = None,
    narrow: bool = False,
    value_format: Callable[[float], str],
    order: Sequence[str] = (),
) -> Layout:
    """Return the place of every bar, band, loop and label."""
    plan = plan_of(graph, width, narrow, value_format, order)
    scale = scale_of(plan, height)
    blocks = blocks_of(plan, scale)
    plot = plot_height(plan, blocks)
    top = EDGE + plan.head
    tops = top + Rack(plan.columns, blocks, _pulls(plan, scale), plot).tops()
    thickness = graph.values * scale
    reaches = _reaches(plan, bar := 8.0 if narrow else 10.0)
    across = columns_of(reaches, plan.lanes, thickness, bar=bar, width=width)
    bars = _bars(plan, across, tops, blocks)
    return Layout(
        across.width,
        height or picture_height(plan, scale),
        scale,
        bars,
        _bands(plan, across, tops, scale),
        _loops(plan, across, bars, scale, top + plot),
        _labels(plan, across, tops, blocks),
    )


def _reaches(plan: Plan, bar: float) -> list[Reach]:
    count = len(plan.graph.nodes)
    reaches = []
    for column in plan.columns:
        nodes = column[column < count].tolist()
        words = [plan.words[node] for node in nodes if node != plan.heading]
        reaches.append(reach_of(words, bar, plan.place(nodes[0]), plan.narrow))
    return reaches


def _pulls(plan: Plan, scale: float) -> Pulls:
    """Return the steps of the forward flows with their places at both ends."""
    chains, forward = plan.items.chains, plan.items.forward
    tail = np.array([item for chain in chains for item in chain[:-1]], dtype=np.int64)
    head = np.array([item for chain in chains for item in chain[1:]], dtype=np.int64)
    flow = np.repeat(forward, np.array([len(chain) - 1 for chain in chains], dtype=np.int64))
    count = len(plan.graph.nodes)
    leaves = np.where(tail < count, plan.ports.leaves[flow], 0.0) * scale
    enters = np.where(head < count, plan.ports.enters[flow], 0.0) * scale
    return Pulls(tail, head, leaves, enters, plan.graph.values[flow], plan.items.layer[tail])


def _bars(plan: Plan, across: Columns, tops: Floats, blocks: Blocks) -> tuple[Bar, ...]:
    layer = plan.items.layer
    return tuple(
        Bar(node, float(across.left[layer[n]]), float(tops[n]), across.bar, float(blocks.body[n]))
        for n, node in enumerate(plan.graph.nodes)
    )


def _bands(plan: Plan, across: Columns, tops: Floats, scale: float) -> tuple[Band, ...]:
    left, top, layer = across.left.tolist(), tops.tolist(), plan.items.layer.tolist()
    leaves, enters = (plan.ports.leaves * scale).tolist(), (plan.ports.enters * scale).tolist()
    bands = []
    for flow, chain in zip(plan.items.forward.tolist(), plan.items.chains, strict=True):
        heights = [top[item] for item in chain]
        steps = []
        for number, (tail, head) in enumerate(pairwise(chain)):
            y0 = heights[number] + (leaves[flow] if number == 0 else 0.0)
            y1 = heights[number + 1] + (enters[flow] if number == len(chain) - 2 else 0.0)
            x0, x1 = left[layer[tail]] + across.bar, left[layer[head]]
            steps.append(Step(x0, y0, x1, y1, _bend(plan, layer[tail])))
        thickness = float(plan.graph.values[flow] * scale)
        bands.append(Band(plan.graph.flows[flow], thickness, tuple(steps)))
    return tuple(bands)


def _bend(plan: Plan, column: int) -> float:
    """Return where a step bends: away from the labels over the outer bars of a narrow picture."""
    if not plan.narrow or plan.items.depth < 3:
        return 0.5
    return LATE if column == 0 else 1 - LATE if column == plan.items.depth - 2 else 0.5


def _loops(
    plan: Plan, across: Columns, bars: Sequence[Bar], scale: float, floor: float
) -> tuple[Loop, ...]:
    graph, heights = plan.graph, lane_heights(plan, scale)
    loops = []
    for lane in plan.lanes:
        flow, thickness = lane.flow, float(graph.values[lane.flow] * scale)
        source, target = bars[int(graph.sources[flow])], bars[int(graph.targets[flow])]
        right, left = source.x + source.width, target.x
        leaves = source.y + float(plan.ports.leaves[flow]) * scale + thickness / 2
        enters = target.y + float(plan.ports.enters[flow]) * scale + thickness / 2
        above = source.y + source.height if lane.depth < 0 else floor
        above += sum(heights[: max(lane.depth, 0)])
        loops.append(
            Loop(
                graph.flows[flow],
                thickness,
                (right, leaves),
                right + across.after[lane.right].middles[flow],
                above + LANE_SPACE + thickness / 2,
                left - across.before[lane.left].middles[flow],
                (left, enters),
            )
        )
    return tuple(loops)


def _labels(plan: Plan, across: Columns, tops: Floats, blocks: Blocks) -> tuple[Label, ...]:
    labels = []
    for number, node in enumerate(plan.graph.nodes):
        words = plan.words[number]
        if not words.lines:
            continue
        column, place = int(plan.items.layer[number]), plan.place(number)
        x, anchor = _anchor(across, column, place, plan.narrow)
        top = _label_top(plan, number, float(tops[number]), float(blocks.body[number]))
        if number == plan.heading:
            x, top = _inside(x, words.width, across.width), EDGE
        labels.append(Label(node, words, x, top, anchor))
    return tuple(labels)


def _inside(middle: float, wide: float, width: float) -> float:
    """Return the middle of what is so wide, moved as far as it must be to lie in the picture."""
    return min(max(middle, EDGE + wide / 2), width - EDGE - wide / 2)


def _label_top(plan: Plan, node: int, top: float, body: float) -> float:
    height = plan.words[node].height
    if plan.beside(node):
        return top + body / 2 - height / 2
    return top - OFF_BAR - height


def _anchor(across: Columns, column: int, place: str, narrow: bool) -> tuple[float, str]:
    """Return where a label is anchored, and by which end."""
    left = float(across.left[column])
    if place == "middle":
        return left + across.bar / 2, "middle"
    if narrow:
        return (left, "start") if place == "first" else (left + across.bar, "end")
    if place == "first":
        return left - across.before[column].extent - GAP, "end"
    return left + across.bar + across.after[column].extent + GAP, "start"
