"""The records that the indicators count, fetched once for all of them and for all days."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from functools import cached_property

from django.utils import timezone

from kragozor.hub.measuring.queries import Made, measurings_made
from kragozor.hub.members.enums import PILLARS, SIDES, OrganisationKind, Side
from kragozor.hub.members.queries import Span, membership_spans, pillars
from kragozor.hub.programme.models import Evidence

Sides = Counter[Side]


class Facts:
    """What is known about some days; the number of queries does not depend on their number."""

    def __init__(self, days: Iterable[date]) -> None:
        self.days = tuple(sorted(set(days)))
        self._members: dict[date, list[Span]] = {}

    def members(self, day: date) -> list[Span]:
        """Who was a member of which pillar on a day."""
        if day not in self._members:
            spans = (span for span in self._spans if span.first <= day <= span.last)
            each = {(span.organisation_id, span.pillar): span for span in spans}
            self._members[day] = list(each.values())
        return self._members[day]

    def pillar_counts(self, day: date) -> dict[str, Sides]:
        """How many members each pillar had on a day, by side."""
        counts: dict[str, Sides] = {code: Counter() for code, _name in PILLARS}
        for span in self.members(day):
            counts[span.pillar][SIDES[OrganisationKind(span.kind)]] += 1
        return counts

    def measurings(self, day: date) -> list[Made]:
        """Every measuring made up to a day and on it."""
        end = end_of(day)
        return [made for made in self._measurings if made.made_at < end]

    def evidence(self, number: int, day: date) -> list[Evidence]:
        """The evidence of an activity up to a day and on it, the oldest first."""
        return [one for one in self._evidence[number] if one.on <= day]

    @cached_property
    def pillars(self) -> list:
        """The pillars as they are on record today."""
        return list(pillars())

    @cached_property
    def _spans(self) -> list[Span]:
        return membership_spans(self.days[0], self.days[-1])

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
