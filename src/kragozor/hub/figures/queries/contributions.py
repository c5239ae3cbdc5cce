"""Who contributes to a figure, and with what. The numbers go from here into the rule alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models.functions import Coalesce
from django.utils import timezone

from kragozor.hub.figures.enums import CLUSTER, SCOPES
from kragozor.hub.figures.models import Contributor
from kragozor.hub.figures.queries.agreements import agreed_organisations
from kragozor.hub.measuring import queries as measuring
from kragozor.hub.members import queries as members
from kragozor.instruments.cluster import Contribution, contribution, releases

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kragozor.hub.members.models import Organisation
    from kragozor.instruments.disclosure import Release


@dataclass(frozen=True)
class Contributing:
    """What one member contributes for a year, and the measurings that it comes from."""

    assessments: tuple[str, ...]
    contribution: Contribution


@dataclass(frozen=True)
class Tally:
    """How far a scope has come, in numbers of members: no value of anybody is looked at."""

    scope: str
    label: str
    members: int
    agreed: int
    measured: int


def contributing(scope: str, year: int) -> dict[str, Contributing]:
    """Return what the members of a scope who agreed contribute for a year, by their key."""
    ready = members_in(scope) & agreed_organisations()
    newest = measuring.newest_of_year(ready, year)
    measured = measuring.measured_of(one for found in newest.values() for one in found)
    return {
        str(organisation): Contributing(
            tuple(str(one) for one in found), contribution([measured[one] for one in found])
        )
        for organisation, found in newest.items()
    }


def members_in(scope: str) -> QuerySet[Organisation]:
    """The members of the cluster, or of one of its pillars, today."""
    today = timezone.localdate()
    if scope == CLUSTER:
        return members.members_on(today)
    return members.members_of_pillar_on(scope, today) & members.members_on(today)


def tallies(year: int) -> list[Tally]:
    """Return for every scope how many members there are, agreed, and measured the year."""
    agreed = agreed_organisations()
    found = []
    for scope, label in SCOPES:
        everybody = members_in(scope)
        ready = everybody & agreed
        measured = len(measuring.newest_of_year(ready, year))
        found.append(Tally(scope, str(label), everybody.count(), ready.count(), measured))
    return found


def releases_published() -> list[Release]:
    """Return every sum that was ever given away, formed anew of the same measurings.

    Records that were found to be one organisation count as one.
    """
    counted = Contributor.objects.annotate(
        member=Coalesce("organisation__merged_into", "organisation")
    )
    rows = list(
        counted.values_list(
            "figure", "figure__measure", "figure__publication__year", "member", "assessments"
        )
    )
    own = _contributions(assessments for *_, assessments in rows)
    figures: dict[tuple[int, str, int], dict[str, Contribution]] = defaultdict(dict)
    for figure, measure, year, member, assessments in rows:
        figures[figure, measure, year][str(member)] = own[tuple(assessments)]
    return [
        release
        for (_, measure, year), contributions in figures.items()
        for release in releases(measure, contributions, period=str(year))
    ]


def _contributions(found: Iterable[list[str]]) -> Mapping[tuple[str, ...], Contribution]:
    wanted = {tuple(keys) for keys in found}
    measured = measuring.measured_of(UUID(key) for keys in wanted for key in keys)
    return {keys: contribution([measured[UUID(key)] for key in keys]) for keys in wanted}
