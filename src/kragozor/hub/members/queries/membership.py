"""Who is a member on a day, of which pillar, and how many: the figures of the programme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from kragozor.hub.members.enums import PILLARS, SIDES, OrganisationKind, Side
from kragozor.hub.members.models import Organisation, Pillar, PillarMembership, Term


@dataclass(frozen=True)
class Count:
    """How many members a pillar has on a day, as they count towards its target."""

    pillar: str
    business: int
    academia: int
    other: int
    target: int

    @property
    def label(self) -> str:
        """The pillar by its name."""
        return str(dict(PILLARS)[self.pillar])

    @property
    def total(self) -> int:
        return self.business + self.academia + self.other


def organisations() -> QuerySet[Organisation]:
    """Every organisation on record that was not merged into another."""
    return Organisation.objects.filter(merged_into__isnull=True)


def terms_on(day: date) -> QuerySet[Term]:
    """The terms that run on a day; one that ended early runs to its last day in fact."""
    last = Coalesce("end__on", "ends")
    return Term.objects.alias(last=last).filter(starts__lte=day, last__gte=day)


def members_on(day: date) -> QuerySet[Organisation]:
    """The organisations that are members on a day."""
    running = terms_on(day).filter(organisation=OuterRef("pk"))
    return organisations().filter(Exists(running))


def members() -> QuerySet[Organisation]:
    """The organisations that are members today."""
    return members_on(timezone.localdate())


def pillars_held_on(day: date) -> QuerySet[PillarMembership]:
    """The memberships of pillars that hold on a day, whether their holder is a member or not."""
    holds = Q(until__isnull=True) | Q(until__gte=day)
    return PillarMembership.objects.filter(holds, since__lte=day)


def pillar_memberships_on(day: date) -> QuerySet[PillarMembership]:
    """The memberships of pillars that hold on a day, of whoever is a member then."""
    running = terms_on(day).filter(organisation=OuterRef("organisation"))
    held = pillars_held_on(day).filter(organisation__merged_into__isnull=True)
    return held.filter(Exists(running))


def members_of_pillar_on(pillar: str, day: date) -> QuerySet[Organisation]:
    """The members of one pillar on a day."""
    held = pillar_memberships_on(day).filter(pillar=pillar)
    # Asked for each organisation apart, SQLite would go through the whole pillar for each.
    return organisations().filter(pk__in=held.values("organisation"))


def member_counts(on: date) -> list[Count]:
    """How many members each pillar has on a day, with business and academia apart."""
    held = pillar_memberships_on(on).values_list("pillar", "organisation__kind", "organisation")
    # Two records that were merged may both have been in a pillar: they are one member.
    kinds = ((pillar, kind) for pillar, kind, _organisation in held.order_by().distinct())
    counted = Counter((pillar, SIDES[OrganisationKind(kind)]) for pillar, kind in kinds)
    return [_count(pillar, counted) for pillar in pillars()]


def pillars() -> Iterable[Pillar]:
    """The three pillars in the programme's order."""
    order = [value for value, _label in Pillar._meta.get_field("code").choices]
    found = Pillar.objects.select_related("lead").in_bulk()
    return [found[code] for code in order]


def _count(pillar: Pillar, counted: Counter) -> Count:
    return Count(
        pillar=pillar.code,
        business=counted[pillar.code, Side.BUSINESS],
        academia=counted[pillar.code, Side.ACADEMIA],
        other=counted[pillar.code, Side.OTHER],
        target=pillar.target,
    )
