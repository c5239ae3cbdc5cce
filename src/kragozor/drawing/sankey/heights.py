"""How high everything is: the scale of the mass, and the room that labels and lanes take."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from kragozor.drawing.errors import refusal
from kragozor.drawing.sankey.labels import CROWDED, OFF_BAR
from kragozor.drawing.sankey.plan import Plan
from kragozor.drawing.sankey.positions import Blocks, column_height

EDGE = 3.0
NODE_SPACE, PASSING_SPACE, CROWDED_SPACE = 12.0, 7.0, 3.0
LANE_SPACE = 14.0
MASS_HEIGHT, MASS_SHARE, LANE_SHARE = 220.0, 0.4, 0.8
CORRIDOR, NARROW_CORRIDOR = 72.0, 24.0


def blocks_of(plan: Plan, scale: float) -> Blocks:
    """Return the room that every item takes at a scale."""
    graph, items = plan.graph, plan.items
    count, passing = len(graph.nodes), items.flow[len(graph.nodes) :]
    body = scale * np.concatenate([graph.throughputs, graph.values[passing]])
    above, below = np.zeros(len(body)), np.zeros(len(body))
    space = np.full(len(body), PASSING_SPACE)
    for column in plan.columns:
        crowded = np.count_nonzero(column < count) > CROWDED
        space[column[column < count]] = CROWDED_SPACE if crowded else NODE_SPACE
    for node, words in enumerate(plan.words):
        if node == plan.heading:
            continue
        if plan.beside(node):
            above[node] = below[node] = max(0.0, words.height - body[node]) / 2
        elif words.lines:
            above[node] = words.height + OFF_BAR
    for lane in plan.lanes:
        if lane.depth < 0:
            turn = scale * graph.values[lane.flow] + LANE_SPACE
            below[graph.sources[lane.flow]] = max(below[graph.sources[lane.flow]], turn)
    return Blocks(above, body, below, space)


def plot_height(plan: Plan, blocks: Blocks) -> float:
    return max(column_height(column, blocks) for column in plan.columns)


def picture_height(plan: Plan, scale: float) -> float:
    """Return the height of the whole picture at a scale."""
    plot = plot_height(plan, blocks_of(plan, scale))
    return plan.head + plot + sum(lane_heights(plan, scale)) + 2 * EDGE


def lane_heights(plan: Plan, scale: float) -> list[float]:
    """Return the height of each lane with the space above it."""
    heights = [0.0] * (1 + max((lane.depth for lane in plan.lanes), default=-1))
    for lane in plan.lanes:
        if lane.depth >= 0:
            thickness = scale * float(plan.graph.values[lane.flow])
            heights[lane.depth] = max(heights[lane.depth], thickness + LANE_SPACE)
    return heights


def scale_of(plan: Plan, height: float | None) -> float:
    """Return the height of one unit: a comfortable one, or the largest that fits ``height``."""
    body = blocks_of(plan, 1.0).body
    sums = [float(body[column].sum()) for column in plan.columns]
    if height is None:
        return _comfortable(plan, max(sums))
    least = picture_height(plan, 0.0)
    low, high = 0.0, height / max(sums)
    if least >= height:
        raise refusal("height", height=height, least=float(np.ceil(least)) + 1)
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if picture_height(plan, middle) <= height else (low, middle)
    return low


def _comfortable(plan: Plan, heaviest: float) -> float:
    """Return a scale at which the mass fills its part, and lanes leave room for the rest."""
    text = plot_height(plan, blocks_of(plan, 0.0))
    lanes = sum(lane_heights(plan, 1.0)) - sum(lane_heights(plan, 0.0))
    scale = max(MASS_HEIGHT, MASS_SHARE * text) / (heaviest + LANE_SHARE * lanes)
    widest = max(_turning(plan), default=0.0)
    room = NARROW_CORRIDOR if plan.narrow else CORRIDOR
    return min(scale, room / widest) if widest else scale


def _turning(plan: Plan) -> list[float]:
    """Return how much returns on either side of each column."""
    sides: dict[tuple[str, int], float] = defaultdict(float)
    for lane in plan.lanes:
        amount = float(plan.graph.values[lane.flow])
        sides["right", lane.right] += amount
        sides["left", lane.left] += amount
    return list(sides.values())
