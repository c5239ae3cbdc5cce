"""How high each item stands, so that the bands run as level as the room allows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from kragozor.drawing.sankey.model import Floats, Ints

SWEEPS, FEWER_SWEEPS = 6, 4
MANY = 2000
LIGHTEST = 1e-300


@dataclass(frozen=True)
class Blocks:
    """The room of every item: above its body for a label, the body, and below it."""

    above: Floats
    body: Floats
    below: Floats
    space: Floats

    @cached_property
    def whole(self) -> Floats:
        """The height of each block."""
        return self.above + self.body + self.below


@dataclass(frozen=True)
class Pulls:
    """The steps of the bands: where each leaves its tail and enters its head, from their tops."""

    tail: Ints
    head: Ints
    leaves: Floats
    enters: Floats
    weight: Floats
    column: Ints


def column_height(column: Ints, blocks: Blocks) -> float:
    """Return the least height that holds a column."""
    return float(blocks.whole[column].sum() + blocks.space[column[1:]].sum())


@dataclass(frozen=True)
class Rack:
    """The columns with their blocks and what pulls them, in a picture of one height."""

    columns: list[Ints]
    blocks: Blocks
    pulls: Pulls
    height: float

    def tops(self) -> Floats:
        """Return the top of the body of every item."""
        tops = np.empty(len(self.blocks.body))
        for column in self.columns:
            tops[column] = self.slack(column) / 2 + self.offsets(column)
        sides = self.sides()
        sweeps = SWEEPS if len(tops) < MANY else FEWER_SWEEPS
        for sweep in range(sweeps):
            leftwards = sweep % 2 == 1
            for number in range(len(self.columns))[:: -1 if leftwards else 1]:
                both = sweep >= sweeps - 2
                steps = [sides[number][side] for side in (0, 1) if both or side == leftwards]
                self.level(self.columns[number], np.concatenate(steps), tops)
        return tops

    def slack(self, column: Ints) -> float:
        """Return the height that a column leaves free."""
        return self.height - column_height(column, self.blocks)

    def offsets(self, column: Ints) -> Floats:
        """Return where each body of a column begins when nothing lies between but the space."""
        whole = self.blocks.whole[column]
        space = np.concatenate([[0.0], self.blocks.space[column[1:]]])
        begins: Floats = np.cumsum(whole + space) - whole + self.blocks.above[column]
        return begins

    def sides(self) -> list[tuple[Ints, Ints]]:
        """Return, for each column, the steps that enter it and those that leave it."""
        order = np.argsort(self.pulls.column, kind="stable")
        numbers = np.arange(-1, len(self.columns) + 1)
        bounds = np.searchsorted(self.pulls.column[order], numbers)
        return list(pairwise([order[low:high] for low, high in pairwise(bounds)]))

    def level(self, column: Ints, steps: Ints, tops: Floats) -> None:
        """Move the items of a column to where their bands pull them, as far as they fit."""
        local = np.full(len(tops), -1)
        local[column] = np.arange(len(column))
        tail, head = self.pulls.tail[steps], self.pulls.head[steps]
        rise = self.pulls.leaves[steps] - self.pulls.enters[steps]
        enters = local[head] >= 0
        item = np.where(enters, local[head], local[tail])
        wish = np.where(enters, tops[tail] + rise, tops[head] - rise)
        weight = self.pulls.weight[steps]
        total = np.bincount(item, weight, len(column))
        pulled = np.bincount(item, weight * wish, len(column))
        wanted = np.where(total > 0, pulled / np.where(total > 0, total, 1.0), tops[column])
        offsets = self.offsets(column)
        level = isotonic(wanted - offsets, np.maximum(total, LIGHTEST))
        tops[column] = np.clip(level, 0.0, max(self.slack(column), 0.0)) + offsets


def isotonic(wanted: Floats, weight: Floats) -> Floats:
    """Return the rising sequence nearest to ``wanted`` in weighted squares.

    Violators next to each other are pooled into their mean.

    Examples
    --------
    >>> isotonic(np.array([1.0, 3.0, 2.0]), np.ones(3)).tolist()
    [1.0, 2.5, 2.5]
    """
    if (wanted[1:] >= wanted[:-1]).all():
        return wanted
    pools: list[tuple[float, float, int]] = []
    for value, mass in zip(wanted.tolist(), weight.tolist(), strict=True):
        mean, total, count = value, mass, 1
        while pools and pools[-1][0] > mean:
            other, more, number = pools.pop()
            mean = (mean * total + other * more) / (total + more)
            total, count = total + more, count + number
        pools.append((mean, total, count))
    means, _, counts = zip(*pools, strict=True)
    return np.repeat(np.array(means), counts)
