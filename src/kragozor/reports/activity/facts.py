"""The facts of a year that the report is made of; texts are in the report's language."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class PillarLine:
    """The members of one pillar, business and academia apart, and its target."""

    name: str
    business: int
    academia: int
    others: int
    target: int | None = None

    @property
    def total(self) -> int:
        """All members of the pillar."""
        return self.business + self.academia + self.others

    @property
    def is_reached(self) -> bool:
        """Whether it has as many members as it aims at."""
        return self.target is not None and self.total >= self.target


@dataclass(frozen=True)
class EvidenceLine:
    """Something that was done on a day."""

    on: dt.date
    title: str
    value: float | None = None


@dataclass(frozen=True)
class ActivityLine:
    """One of the activities: its value at the end, a year before, and what it aims at.

    A value that is None is undefined, and never written as zero. ``state`` is one of the names
    of ``[state]`` in the words of this report.
    """

    number: int
    title: str
    indicator: str
    unit: str
    value: float | None
    before: float | None
    target: float | None
    state: str
    method: str
    is_live: bool
    parts: tuple[tuple[str, str], ...] = ()
    evidence: tuple[EvidenceLine, ...] = ()
    responsible: str = ""
    next_step: str = ""
    next_on: dt.date | None = None


@dataclass(frozen=True)
class MemberLine:
    """An organisation whose term covers the last day."""

    name: str
    kind: str
    town: str
    pillars: tuple[str, ...]


@dataclass(frozen=True)
class ActivityReport:
    """A year of the Council-Cluster."""

    council: str
    chamber: str
    year: int
    as_of: dt.date
    drawn_up: dt.date
    pillars: tuple[PillarLine, ...]
    activities: tuple[ActivityLine, ...]
    members: tuple[MemberLine, ...]
    members_before: int

    @property
    def is_whole(self) -> bool:
        """Whether the year was over when the values were taken."""
        return self.as_of >= dt.date(self.year, 12, 31)
