"""What the map says in words: the class of every value, the key, and the description."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kragozor.drawing.district_map.bands import Band, bands
from kragozor.drawing.errors import refusal
from kragozor.instruments.reference.territory import District, district, districts
from kragozor.words import Message, say

MOST_NAMED = 3


@dataclass(frozen=True)
class Reading:
    """The values of the districts, and how they are written for a reader."""

    values: Mapping[str, float | None]
    language: str
    text: Callable[[float], str]

    def __post_init__(self) -> None:
        for code, value in self.values.items():
            place = district(code).name
            if value is not None and not math.isfinite(value):
                raise refusal("finite", name=place, value=str(value))
            if value is not None and value < 0:
                raise refusal("negative", name=place, value=value)

    @cached_property
    def classes(self) -> tuple[Band, ...]:
        """The classes of the values above 0."""
        return bands(value for value in self.values.values() if value)

    def level(self, each: District) -> int | None:
        """Return the number of a district's class, the first being 1; 0 at 0, None unknown."""
        value = self.values.get(each.code)
        if not value:
            return None if value is None else 0
        return 1 + next(n for n, (_, high) in enumerate(self.classes) if value <= high)

    def key(self) -> list[tuple[int | None, str]]:
        """Return the levels that occur with what they mean: 0, the classes, no data."""
        levels = {self.level(each) for each in districts()}
        zero = [(0, self.text(0))] if 0 in levels else []
        unknown = [(None, self.said("no-data"))] if None in levels else []
        return [*zero, *enumerate(map(self._range, self.classes), 1), *unknown]

    def value(self, each: District) -> str:
        """Say the value of a district, nothing where there is none."""
        value = self.values.get(each.code)
        return "" if value is None else self.text(value)

    def place(self, each: District) -> str:
        """Say a district with its value, or that there is none."""
        value = self.value(each) or Message("drawing.map.no-data")
        return self.said("value", place=each.name, value=value)

    def description(self) -> str:
        """Say where most is, and for how many districts nothing is known."""
        known = [(self.values[each.code] or 0, each) for each in districts() if self.value(each)]
        above = sorted((pair for pair in known if pair[0]), key=lambda pair: -pair[0])
        sentences = []
        if above:
            most = "; ".join(self.place(each) for _, each in above[:MOST_NAMED])
            sentences.append(self.said("most", places=most))
        if len(known) < len(districts()):
            missing = len(districts()) - len(known)
            sentences.append(self.said("without", count=missing, all=len(districts())))
        return " ".join(sentences)

    def said(self, entry: str, **values: object) -> str:
        """Say an entry of the map's words."""
        return say(Message(f"drawing.map.{entry}", values), self.language)

    def _range(self, band: Band) -> str:
        low, high = map(self.text, band)
        return low if low == high else self.said("range", low=low, high=high)
