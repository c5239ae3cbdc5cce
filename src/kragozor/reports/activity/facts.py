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
    purpose: str = ""

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
    text: str = ""


@dataclass(frozen=True)
class ActivityLine:
    """One of the activities: its value at the end, a year before, and what it aims at.

    A value that is None is undefined, and never written as zero. ``state``, and what it was a year
    before, are names of ``[state]`` in the words of this report.
    """

    number: int
    title: str
    indicator: str
    value: float | None
    before: float | None
    target: float | None
    state: str
    state_before: str
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
    since: dt.date


@dataclass(frozen=True)
class YearLine:
    """A year in numbers: members on its last day, who came and who left, what was proved."""

    members: int
    joined: int
    left: int
    evidence: int


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
    now: YearLine
    before: YearLine

    @property
    def first(self) -> dt.date:
        """The first day of the year."""
        return dt.date(self.year, 1, 1)

    @property
    def looks_ahead(self) -> bool:
        """Whether what comes next, and who answers for it, still belongs to this year."""
        return self.drawn_up.year - self.year <= 1

    @property
    def is_whole(self) -> bool:
        """Whether the year was over when the values were taken."""
        return self.as_of >= dt.date(self.year, 12, 31)
