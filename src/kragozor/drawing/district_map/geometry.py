"""The shapes of the districts, in a map 1000 units wide; ``update/districts_map.py`` makes them."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

WIDTH = 1000.0


@dataclass(frozen=True)
class Arc:
    """A line with the one or two districts that it bounds."""

    districts: frozenset[str]
    points: tuple[str, ...]


@dataclass(frozen=True)
class Shape:
    """A district: the path around it, and the middle and the width of the room for its label."""

    district: str
    path: str
    x: float
    y: float
    room: float

    def moved(self, scale: float, margin: float) -> Shape:
        """Return the shape with its label where it is in a picture of this scale."""
        x, y = (scale * place + margin for place in (self.x, self.y))
        return replace(self, x=x, y=y, room=scale * self.room)


@cache
def arcs() -> tuple[Arc, ...]:
    """Return every border between two districts and every piece of the country's border."""
    return tuple(
        Arc(frozenset(row["districts"].split()), tuple(_points(row["points"])))
        for row in _rows("arcs")
    )


@cache
def shapes() -> Mapping[str, Shape]:
    """Return the shape of every district by its code."""
    return {
        row["district"]: Shape(
            row["district"],
            _ring([int(number) for number in row["arcs"].split()]),
            *(float(row[name]) for name in ("x", "y", "room")),
        )
        for row in _rows("shapes")
    }


@cache
def height() -> float:
    """Return how high the map is."""
    return max(float(point.split()[1]) for arc in arcs() for point in arc.points)


def borders(inside: Collection[str]) -> str:
    """Return the path of the lines between districts that are both among these."""
    return _lines(arc for arc in arcs() if len(arc.districts) == 2 and arc.districts <= {*inside})


def outline(of: Collection[str]) -> str:
    """Return the path of the lines that bound these districts taken together."""
    return _lines(arc for arc in arcs() if len(arc.districts & {*of}) == 1)


def _lines(chosen: Iterable[Arc]) -> str:
    return "".join(f"M{'L'.join(arc.points)}" for arc in chosen)


def _ring(numbers: list[int]) -> str:
    """Join arcs end to start; a number below 0 is an arc walked backwards, -1 the first."""
    points: list[str] = []
    for number in numbers:
        walked = arcs()[number].points if number >= 0 else arcs()[-1 - number].points[::-1]
        points.extend(walked[1:])
    return f"M{'L'.join(points)}Z"


def _points(text: str) -> Iterator[str]:
    numbers = iter(text.split())
    return (f"{x} {y}" for x, y in zip(numbers, numbers, strict=True))


def _rows(name: str) -> list[dict[str, str]]:
    text = resources.files(__package__).joinpath(f"{name}.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))
