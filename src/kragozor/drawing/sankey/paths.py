"""The outlines of bands and the lines of loops, as SVG path data."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kragozor.drawing.sankey.columns import ARROW
from kragozor.drawing.sankey.layout import Loop, Step
from kragozor.drawing.svg import number

INNER_TURN = 4.0
OVERLAP = 0.5


def ribbon(steps: Sequence[Step], thickness: float) -> str:
    """Return the outline of a band through all its columns.

    Between columns both edges are cubic curves that start and end level. Were they the same
    curve, a steep band would look thin in the middle; so one edge bends later and the other
    earlier, by just as much as keeps the thickness across the middle.
    """
    there, back = [], []
    for x0, y0, x1, y1, bend in steps:
        run = x1 - x0
        slope = 2 * (y1 - y0) / run
        most = run * min(bend, 1 - bend) / 2
        shift = thickness * slope / (2 * (math.hypot(1, slope) + 1))
        shift = max(-most, min(most, shift))
        late, early = x0 + run * bend + shift, x0 + run * bend - shift
        foot0, foot1 = y0 + thickness, y1 + thickness
        there.append(f"H{x0:.2f}C{late:.2f} {y0:.2f} {late:.2f} {y1:.2f} {x1:.2f} {y1:.2f}")
        back.append(
            f"H{x1:.2f}C{early:.2f} {foot1:.2f} {early:.2f} {foot0:.2f} {x0:.2f} {foot0:.2f}"
        )
    begin = f"M{number(steps[0].x0)} {number(steps[0].y0)}"
    turn = f"V{number(steps[-1].y1 + thickness)}"
    return begin + "".join(there) + turn + "".join(reversed(back)) + "Z"


def turned(loop: Loop) -> str:
    """Return the middle line of a returning flow, with round turns."""
    (x0, y0), (x1, y1) = loop.start, loop.end
    tip = x1 - _head_length(loop) + OVERLAP
    least = loop.thickness / 2 + INNER_TURN
    out = max(least, min(loop.right - x0, (loop.lane - y0) / 2))
    back = max(least, min(tip - loop.left, (loop.lane - y1) / 2))
    corners = (
        f"M{number(x0)} {number(y0)}H{number(loop.right - out)}"
        f"A{number(out)} {number(out)} 0 0 1 {number(loop.right)} {number(y0 + out)}"
        f"V{number(loop.lane - out)}"
        f"A{number(out)} {number(out)} 0 0 1 {number(loop.right - out)} {number(loop.lane)}"
        f"H{number(loop.left + back)}"
        f"A{number(back)} {number(back)} 0 0 1 {number(loop.left)} {number(loop.lane - back)}"
        f"V{number(y1 + back)}"
        f"A{number(back)} {number(back)} 0 0 1 {number(loop.left + back)} {number(y1)}"
    )
    return f"{corners}H{number(tip)}"


def arrow(loop: Loop) -> str:
    """Return the head of a returning flow, its tip at the node."""
    x, y = loop.end
    base, half = x - _head_length(loop), loop.thickness / 2 + 2.5
    upper, lower = number(y - half), number(y + half)
    return f"M{number(base)} {upper}L{number(x)} {number(y)}L{number(base)} {lower}Z"


def _head_length(loop: Loop) -> float:
    return min(ARROW, 6.0 + loop.thickness / 4)
