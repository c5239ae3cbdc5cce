"""Figures about all members by place: they are counts, so they name nobody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from kragozor.hub.directory.queries.shown import offerings_in
from kragozor.hub.members import queries as members
from kragozor.hub.members.enums import Direction
from kragozor.instruments.reference import activities


@dataclass
class PlaceFigures:
    """How many members a place has, how many of them are shown, and what these exchange."""

    members: int = 0
    shown: int = 0
    offers: int = 0
    needs: int = 0
    pillars: Counter[str] = field(default_factory=Counter)

    @property
    def hidden(self) -> int:
        """How many count without being named."""
        return self.members - self.shown

    def __add__(self, other: PlaceFigures) -> PlaceFigures:
        return PlaceFigures(
            self.members + other.members,
            self.shown + other.shown,
            self.offers + other.offers,
            self.needs + other.needs,
            self.pillars + other.pillars,
        )


def figures_by_district() -> Mapping[str, PlaceFigures]:
    """The figures of each district that has any; members without a district stand under ""."""
    found: dict[str, PlaceFigures] = defaultdict(PlaceFigures)
    for row in _members_by_district():
        found[row["district"]].members = row["everybody"]
        found[row["district"]].shown = row["named"]
    for district, pillar, count in _pillars_by_district(timezone.localdate()):
        found[district].pillars[pillar] = count
    for district, direction, count in _offerings_by_district():
        if direction == Direction.OFFER:
            found[district].offers = count
        else:
            found[district].needs = count
    return found


def pillar_counts_by_district(pillar: str, day: date) -> Counter[str]:
    """How many members of a pillar each district has on a day."""
    counted = (row for row in _pillars_by_district(day) if row[1] == pillar)
    return Counter({district: count for district, _pillar, count in counted})


def divisions_of(place: str) -> list[tuple[activities.Activity, int]]:
    """What the members shown in a place do, by division of the newest edition; most first.

    Divisions are the same in both editions but for a few that were dissolved, which are told
    by the older one.
    """
    codes = (
        members.members_shown()
        .filter(district__startswith=place)
        .exclude(activity_code="")
        .values_list("activity_version", "activity_code")
    )
    counted = Counter(_division(version, code) for version, code in codes)
    return sorted(counted.items(), key=lambda row: (-row[1], row[0].code))


def _division(version: str, code: str) -> activities.Activity:
    newest = activities.Version.KID_2025
    if activities.is_valid(newest, code[:2]):
        return activities.activity(newest, code[:2])
    return activities.activity(activities.Version(version), code[:2])


def _members_by_district() -> Iterable[Mapping[str, Any]]:
    named = Count("pk", filter=Q(page__is_shown=True))
    found = members.members().order_by().values("district")
    return found.annotate(everybody=Count("pk"), named=named)


def _pillars_by_district(day: date) -> Iterable[tuple[str, str, int]]:
    held = members.pillar_memberships_on(day).order_by()
    counted = Count("organisation", distinct=True)
    return held.values_list("organisation__district", "pillar").annotate(counted)


def _offerings_by_district() -> Iterable[tuple[str, str, int]]:
    offered = offerings_in("").order_by()
    return offered.values_list("organisation__district", "direction").annotate(Count("pk"))
