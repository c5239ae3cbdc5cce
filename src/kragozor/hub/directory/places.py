"""A district or a region as a page is about it: its figures, neighbours and names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import add

from kragozor.hub.directory.queries import PlaceFigures
from kragozor.instruments.reference import territory
from kragozor.words import Message

DISTRICT_CODE = 5


@dataclass(frozen=True)
class Place:
    """A place with its figures; a region has districts, a district stands in a region."""

    code: str
    name: Message
    figures: PlaceFigures
    districts: tuple[Place, ...] = ()

    @property
    def is_district(self) -> bool:
        return len(self.code) == DISTRICT_CODE


def regions(figures: Mapping[str, PlaceFigures]) -> list[Place]:
    """Return the six regions with their districts."""
    return [region_place(region, figures) for region in territory.regions()]


def region_place(region: territory.Region, figures: Mapping[str, PlaceFigures]) -> Place:
    """Return a region, whose figures are the sums of its districts'."""
    districts = tuple(
        Place(one.code, one.name, figures.get(one.code, PlaceFigures()))
        for one in territory.districts(region.code)
    )
    total = reduce(add, (one.figures for one in districts))
    return Place(region.code, region.name, total, districts)


def place_of(code: str, figures: Mapping[str, PlaceFigures]) -> tuple[Place, Place] | None:
    """Return the place of a code and the region it stands in; a region stands in itself."""
    for region in regions(figures):
        for place in (region, *region.districts):
            if place.code == code:
                return place, region
    return None


def districts_counted(counts: Mapping[str, int]) -> list[tuple[territory.District, int]]:
    """Return the districts that have any, those with most first."""
    found = [(one, counts[one.code]) for one in territory.districts() if counts.get(one.code)]
    return sorted(found, key=lambda row: -row[1])
