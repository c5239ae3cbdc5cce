"""Admitting organisations, their terms and pillars: written once, ended, never rewritten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F, Max
from django.db.models.functions import Coalesce
from django.utils import timezone

from kragozor.hub.members.enums import Payment
from kragozor.hub.members.models import Organisation, PillarMembership, Term, TermEnd
from kragozor.hub.members.services.changes import locked, record
from kragozor.hub.members.services.refusals import TermIsOver, TermsOverlap

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


@dataclass(frozen=True)
class TermFacts:
    """From when to when, and for what: a fee, or a reason why there is none."""

    starts: date
    ends: date
    fee: Decimal | None = None
    waiver_reason: str = ""

    @property
    def payment(self) -> Payment:
        return Payment.WAIVER if self.fee is None else Payment.FEE


@transaction.atomic
def organisation_admit(
    *,
    actor: Person,
    facts: dict[str, object],
    pillars: Iterable[str],
    term: TermFacts,
) -> Organisation:
    """Make an organisation a member; one that is on record under its ЕИК is taken, not doubled.

    ``facts`` are those of `OrganisationFacts` and ``eik``; of one on record they fill only what
    is empty, since what its owner wrote is not overwritten.
    """
    organisation = _onrecord(facts.get("eik")) or _new(actor, facts, next(iter(pillars)))
    _complete(actor, organisation, facts)
    pillars_set(actor=actor, organisation=organisation, pillars=pillars, since=term.starts)
    term_begin(actor=actor, organisation=organisation, term=term)
    return organisation


@transaction.atomic
def term_begin(*, actor: Person, organisation: Organisation, term: TermFacts) -> Term:
    """Write down a term of membership; it may not share a day with another."""
    locked(organisation.pk)
    last = Coalesce("end__on", "ends")
    shared = organisation.terms.alias(last=last).filter(
        starts__lte=term.ends, last__gte=term.starts
    )
    # A term that was ended before it began has no day at all.
    if shared.exclude(end__on__lt=F("starts")).exists():
        raise TermsOverlap
    begun = Term.objects.create(
        organisation=organisation,
        starts=term.starts,
        ends=term.ends,
        payment=term.payment,
        fee=term.fee,
        waiver_reason=term.waiver_reason,
        created_by=actor,
    )
    record(actor, "term.begun", begun, organisation, starts=str(term.starts), ends=str(term.ends))
    return begun


@transaction.atomic
def term_end(*, actor: Person, term: Term, on: date, reason: str) -> TermEnd:
    """Let a term end on an earlier day than it was written for."""
    locked(term.organisation_id)
    if TermEnd.objects.filter(term=term).exists() or not term.starts <= on <= term.ends:
        raise TermIsOver
    ended = TermEnd.objects.create(term=term, on=on, reason=reason, created_by=actor)
    record(actor, "term.ended", term, term.organisation, on=str(on), reason=reason)
    return ended


@transaction.atomic
def pillars_set(
    *, actor: Person, organisation: Organisation, pillars: Iterable[str], since: date | None = None
) -> None:
    """Let an organisation belong to these pillars: others end today, new ones begin."""
    wanted, today = set(pillars), timezone.localdate()
    locked(organisation.pk)
    held = PillarMembership.objects.filter(organisation=organisation, until__isnull=True)
    before = set(held.values_list("pillar", flat=True))
    for membership in held.exclude(pillar__in=wanted):
        membership.until = max(today, membership.since)
        membership.save(update_fields=["until"])
    for pillar in sorted(wanted - before):
        PillarMembership.objects.create(
            organisation=organisation,
            pillar=pillar,
            since=_free_day(organisation, pillar, since or today),
        )
    if wanted != before:
        record(
            actor,
            "pillars.set",
            organisation,
            organisation,
            before=sorted(before),
            pillars=sorted(wanted),
        )


def _free_day(organisation: Organisation, pillar: str, since: date) -> date:
    """Return the first day from one on that a membership of a pillar does not cover yet."""
    held = organisation.pillars.filter(pillar=pillar, until__gte=since)
    last = held.aggregate(last=Max("until"))["last"]
    return last + timedelta(days=1) if last else since


def _onrecord(eik: object) -> Organisation | None:
    found = Organisation.objects.select_for_update().filter(eik=eik) if eik else None
    return found.first() if found else None


def _new(actor: Person, facts: dict[str, object], pillar: str) -> Organisation:
    organisation = Organisation.objects.create(**facts, pillar=pillar)
    record(actor, "organisation.created", organisation, organisation, eik=organisation.eik)
    return organisation


def _complete(actor: Person, organisation: Organisation, facts: dict[str, object]) -> None:
    """Fill what is not known yet; an activity comes with its edition or not at all."""
    given = {name: value for name, value in facts.items() if value not in {"", None}}
    if organisation.activity_code:
        given = {name: given[name] for name in given if not name.startswith("activity_")}
    filled = {name: value for name, value in given.items() if not getattr(organisation, name)}
    if filled:
        for name, value in filled.items():
            setattr(organisation, name, value)
        organisation.save(update_fields=list(filled))
        record(actor, "organisation.completed", organisation, organisation, filled=sorted(filled))
