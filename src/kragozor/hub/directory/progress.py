"""How far a pillar has come to its target, as numbers and as lengths of a bar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from kragozor.hub.members import queries as members

if TYPE_CHECKING:
    from kragozor.hub.members.models import Pillar
    from kragozor.hub.members.queries import Count


@dataclass(frozen=True)
class Stretch:
    """A part of the bar: whose it is, where it begins, how long it is."""

    side: str
    start: int
    length: int


@dataclass(frozen=True)
class PillarToday:
    """A pillar beside its count."""

    pillar: Pillar
    count: Count

    @property
    def missing(self) -> int:
        """How many members are still to come until the target."""
        return max(0, self.count.target - self.count.total)

    @property
    def scale(self) -> int:
        """How many members the whole bar stands for."""
        return max(self.count.target, self.count.total)

    @property
    def stretches(self) -> list[Stretch]:
        """Business, academia and the others, one after another."""
        business, academia = self.count.business, self.count.academia
        return [
            Stretch("business", 0, business),
            Stretch("academia", business, academia),
            Stretch("other", business + academia, self.count.other),
        ]


def pillars_today() -> list[PillarToday]:
    """Return the pillars in the programme's order, each with its count of today."""
    counts = {count.pillar: count for count in members.member_counts(timezone.localdate())}
    return [PillarToday(pillar, counts[pillar.code]) for pillar in members.pillars()]
