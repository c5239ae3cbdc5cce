"""Deciding: once for each application, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from kragozor.hub.applications import rules
from kragozor.hub.applications.enums import Outcome, State
from kragozor.hub.applications.letters import approved_letter, declined_letter
from kragozor.hub.applications.models import Application, Decision
from kragozor.hub.applications.services.access import link_make, locked, record
from kragozor.hub.applications.services.cards import card_follow
from kragozor.hub.applications.services.consents import consents_carry
from kragozor.hub.members import services as members
from kragozor.hub.members.enums import Role
from kragozor.hub.members.facts.model import FACTS
from kragozor.hub.members.queries import representatives_of
from kragozor.hub.pipeline.enums import Stage

if TYPE_CHECKING:
    from kragozor.hub.members.models import Organisation
    from kragozor.hub.people.models import Person


@transaction.atomic
def application_approve(
    *,
    actor: Person,
    application: Application,
    pillars: Iterable[str],
    term: members.TermFacts,
    reason: str,
) -> Organisation:
    """Admit who applied: a term, its pillars, its offers, invitations to its people, a letter."""
    held = locked(application, rules.may_decide)
    facts = {name: getattr(held, name) for name in FACTS} | {"eik": held.eik or None}
    if held.is_demonstration:
        facts["is_demonstration"] = True
    organisation = members.organisation_admit(
        actor=actor, facts=facts, pillars=list(pillars), term=term
    )
    held.organisation = organisation
    _decide(actor, held, Outcome.APPROVED, reason)
    _offer(actor, held, organisation)
    _invite(actor, held, organisation)
    consents_carry(held)
    letter = approved_letter(held, term, link_make(held))
    transaction.on_commit(letter.send)
    return organisation


@transaction.atomic
def application_decline(*, actor: Person, application: Application, reason: str) -> Decision:
    """Decline an application, and tell the applicant why."""
    held = locked(application, rules.may_decide)
    decision = _decide(actor, held, Outcome.DECLINED, reason)
    letter = declined_letter(held, decision, link_make(held))
    transaction.on_commit(letter.send)
    return decision


def _decide(actor: Person, held: Application, outcome: Outcome, reason: str) -> Decision:
    decision = Decision.objects.create(
        application=held, outcome=outcome, reason=reason, decided_by=actor
    )
    held.state, held.closed_at = State(outcome), timezone.now()
    held.reviewer = held.reviewer or actor
    held.reviewed_at = held.reviewed_at or held.closed_at
    fields = ["state", "closed_at", "reviewer", "reviewed_at", "organisation"]
    held.save(update_fields=fields)
    record(actor, outcome, held)
    card_follow(actor, held, Stage(outcome))
    return decision


def _offer(actor: Person, held: Application, organisation: Organisation) -> None:
    """Hand over what was offered and sought, in the language it was written in."""
    for one in held.offers.all():
        members.offering_add(
            actor=actor,
            organisation=organisation,
            direction=one.direction,
            topic=one.topic,
            **{f"text_{held.language}": one.text},
        )


def _invite(actor: Person, held: Application, organisation: Organisation) -> None:
    """Write to everybody who was named; who acts for the organisation already needs no letter."""
    acting = {one.person.email for one in representatives_of(organisation)}
    for one in held.representatives.all():
        if one.email not in acting:
            members.invitation_send(
                actor=actor,
                organisation=organisation,
                email=one.email,
                role=Role(one.role),
                language=held.language,
            )
