"""The records that the indicators count, fetched once for all of them and for all days."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import cached_property

from django.utils import timezone

from kragozor.hub.directory.queries import Pillars, pillars_on
from kragozor.hub.measuring.queries import Made, measurings_made
from kragozor.hub.members.enums import PILLARS, SIDES, OrganisationKind, Side
from kragozor.hub.members.queries import Tally, member_tallies
from kragozor.hub.programme.models import Evidence

Sides = Counter[Side]


class Facts:
    """What is known about some days; the number of queries does not depend on their number."""

    def __init__(self, days: Iterable[date]) -> None:
        self.days = tuple(sorted(set(days)))

    def pillar_counts(self, day: date) -> dict[str, Sides]:
        """How many members each pillar had on a day, by side."""
        counts: dict[str, Sides] = {code: Counter() for code, _name in PILLARS}
        place = self.days.index(day)
        for tally in self._tallies:
            counts[tally.pillar][SIDES[OrganisationKind(tally.kind)]] += tally.counts[place]
        return counts

    def districts(self, day: date) -> set[str]:
        """Where those have their seat who were members of a pillar on a day."""
        place = self.days.index(day)
        return {tally.district for tally in self._tallies if tally.district and tally.counts[place]}

    def measurings(self, day: date) -> list[Made]:
        """Every measuring made up to a day and on it."""
        count = bisect_left(self._measurings, end_of(day), key=lambda made: made.made_at)
        return self._measurings[:count]

    def evidence(self, number: int, day: date) -> list[Evidence]:
        """The evidence of an activity up to a day and on it, the oldest first."""
        return [one for one in self._evidence[number] if one.on <= day]

    def pillars(self, day: date) -> Pillars:
        """The pillars as they were on a day: what they are for, who led them, their targets."""
        return self._pillars[day]

    @cached_property
    def _pillars(self) -> Mapping[date, Pillars]:
        return pillars_on(self.days)

    @cached_property
    def _tallies(self) -> list[Tally]:
        return member_tallies(self.days)

    @cached_property
    def _measurings(self) -> Sequence[Made]:
        return measurings_made(end_of(self.days[-1]))

    @cached_property
    def _evidence(self) -> dict[int, list[Evidence]]:
        found = defaultdict(list)
        standing = Evidence.objects.filter(withdrawn_at__isnull=True, on__lte=self.days[-1])
        for one in standing.order_by("on", "added_at", "pk"):
            found[one.activity_id].append(one)
        return found


def end_of(day: date) -> datetime:
    """Return the moment at which a day is over."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def month_ends(day: date, count: int = 12) -> tuple[date, ...]:
    """Return the ends of the last whole months before a day, and the day itself."""
    ends, first = [day], day.replace(day=1)
    for _number in range(count):
        ends.append(first - timedelta(days=1))
        first = ends[-1].replace(day=1)
    return tuple(reversed(ends))
