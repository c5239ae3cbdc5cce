"""How an organisation stands as a member: derived from its terms on a day, stored nowhere."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from kragozor.hub.members.enums import MemberState
from kragozor.hub.members.models import Organisation, PillarMembership, Term
from kragozor.hub.members.queries.membership import organisations, terms_on
from kragozor.hub.members.retention import Stretch, memberships

if TYPE_CHECKING:
    from uuid import UUID

# From so many days before the last one on a member is asked about the next term.
SOON = timedelta(days=60)


@dataclass(frozen=True)
class Membership:
    """How one organisation stands on a day."""

    state: MemberState
    since: date | None = None
    until: date | None = None
    pillars: list[PillarMembership] = field(default_factory=list)

    @property
    def ends_soon(self) -> bool:
        return self.state == MemberState.ENDS_SOON


def terms_of(organisation: Organisation) -> QuerySet[Term]:
    """All terms of an organisation, the latest first, each with how it ended if it did early."""
    return organisation.terms.select_related("end", "created_by").order_by("-starts", "-id")


def with_state(found: QuerySet[Organisation], on: date) -> QuerySet[Organisation]:
    """Add to organisations ``state`` and ``until``, the last day that is written for them."""
    terms = _lasting().filter(organisation=OuterRef("pk"))
    latest = terms.order_by("-last").values("last")[:1]
    is_member = Exists(terms_on(on).filter(organisation=OuterRef("pk")))
    return found.annotate(until=Subquery(latest)).annotate(
        state=Case(
            When(is_member & Q(until__lte=on + SOON), then=Value(MemberState.ENDS_SOON)),
            When(is_member, then=Value(MemberState.MEMBER)),
            When(until__gte=on, then=Value(MemberState.BEGINS)),
            When(until__lt=on, then=Value(MemberState.LAPSED)),
            default=Value(MemberState.NONE),
        )
    )


def membership_of(organisation: Organisation, on: date | None = None) -> Membership:
    """How an organisation stands on a day, which is today unless told."""
    on = on or timezone.localdate()
    found = with_state(Organisation.objects.filter(pk=organisation.pk), on).get()
    joined = memberships(stretches_of(organisation))
    running = [one for one in joined if one.first <= on <= one.last] or joined[-1:]
    return Membership(
        state=MemberState(found.state),
        since=running[0].first if running else None,
        until=found.until,
        pillars=list(organisation.pillars.filter(Q(until__isnull=True) | Q(until__gte=on))),
    )


def terms_ending(on: date, within: timedelta = SOON) -> QuerySet[Term]:
    """The terms that run on a day, end soon after, and are followed by none; first ends first.

    What was ended early on purpose is not waited for.
    """
    later = Term.objects.filter(organisation=OuterRef("organisation"), starts__gt=OuterRef("ends"))
    running = Term.objects.filter(starts__lte=on, ends__gte=on, ends__lte=on + within)
    ours = running.filter(organisation__merged_into__isnull=True, end__isnull=True)
    waiting = ours.exclude(Exists(later)).select_related("organisation")
    return waiting.prefetch_related("reminders").order_by("ends", "pk")


def stretches_of(organisation: Organisation) -> list[Stretch]:
    """The terms of one organisation as stretches of days."""
    held = _lasting().filter(organisation=organisation).values_list("starts", "last")
    return [Stretch(first, last) for first, last in held]


def history() -> dict[UUID, list[Stretch]]:
    """The terms of every organisation on record, as `retention` reads them."""
    found: dict[UUID, list[Stretch]] = defaultdict(list)
    held = _lasting().filter(organisation__in=organisations().values("pk"))
    for organisation_id, first, last in held.values_list("organisation_id", "starts", "last"):
        found[organisation_id].append(Stretch(first, last))
    return dict(found)


def _lasting() -> QuerySet[Term]:
    """Return the terms with their last day in fact; one that ended before it began has no day."""
    return Term.objects.annotate(last=Coalesce("end__on", "ends")).filter(last__gte=F("starts"))
