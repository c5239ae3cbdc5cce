"""The outlook of each pillar: its target, its members today, and what the pipeline will add."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from kragozor.hub.members.queries import Count, member_counts
from kragozor.hub.pipeline import queries
from kragozor.hub.pipeline.enums import OPEN, Stage
from kragozor.hub.pipeline.forecast import NONE, Experience, Forecast, forecast


@dataclass(frozen=True)
class Outlook:
    """One pillar as it is, and as it will be on a day."""

    count: Count
    waiting: int
    forecast: Forecast | None

    @property
    def pillar(self) -> str:
        return self.count.pillar

    @property
    def reaches(self) -> bool:
        """Whether the middle of the forecast is at the target."""
        return self.forecast is not None and self.forecast.median >= self.count.target

    @property
    def thin(self) -> list[str]:
        """The stages that hold cards and have too little history, in words."""
        return [str(Stage(stage).label) for stage in self.forecast.thin] if self.forecast else []


@dataclass(frozen=True)
class Passage:
    """How cards fared that came into a stage."""

    stage: Stage
    experience: Experience
    waiting: int

    @property
    def share(self) -> float | None:
        """The share that joined, where enough is known to tell it."""
        if self.experience.is_thin:
            return None
        return self.experience.joined / self.experience.settled


def outlooks(until: date) -> tuple[list[Outlook], list[Passage]]:
    """Return every pillar's outlook on a day, and the history it rests on."""
    today = timezone.localdate()
    known = queries.experience(until - today, today)
    waiting = queries.waiting()
    pillars = [_outlook(count, waiting[count.pillar], known) for count in member_counts(today)]
    standing = queries.waiting_in_all()
    passages = [Passage(stage, known.get(stage, NONE), standing[stage]) for stage in OPEN]
    return pillars, passages


def _outlook(count: Count, waiting: Mapping[str, int], known: Mapping[str, Experience]) -> Outlook:
    return Outlook(count, sum(waiting.values()), forecast(count.total, waiting, known))
