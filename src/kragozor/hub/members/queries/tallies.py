"""How many members there were on each of many days, asked once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Q
from django.db.models.functions import Coalesce

from kragozor.hub.members.models import Term


class Tally(NamedTuple):
    """How many members of one pillar, kind and district there were on each of some days."""

    pillar: str
    kind: str
    district: str
    counts: tuple[int, ...]


def member_tallies(days: Sequence[date]) -> list[Tally]:
    """The members of every pillar by kind and district on each of some days, the oldest first.

    `member_counts` says the same of one day; here the database counts all of them at once.
    """
    terms = Term.objects.annotate(last=Coalesce("end__on", "ends")).filter(
        starts__lte=days[-1], last__gte=days[0], organisation__merged_into__isnull=True
    )
    names = [f"day_{place}" for place in range(len(days))]
    rows = (
        terms.order_by()
        .values("organisation__pillars__pillar", "organisation__kind", "organisation__district")
        .annotate(**{name: _held_on(day) for name, day in zip(names, days, strict=True)})
        .values_list(
            "organisation__pillars__pillar", "organisation__kind", "organisation__district", *names
        )
    )
    # A member of no pillar is in the rows and counts nowhere.
    return [Tally(*row[:3], counts=row[3:]) for row in rows if row[0]]


def _held_on(day: date) -> Count:
    """Count the members of a pillar on a day, on which one of their terms runs."""
    runs = Q(starts__lte=day, last__gte=day, organisation__pillars__since__lte=day)
    holds = Q(organisation__pillars__until__isnull=True) | Q(organisation__pillars__until__gte=day)
    return Count("organisation", filter=runs & holds, distinct=True)
