"""Inviting somebody to act for an organisation by a letter with a link, and taking it up."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from kragozor.hub.members.enums import Role
from kragozor.hub.members.letters import invitation_letter
from kragozor.hub.members.models import Invitation, Organisation, Representation
from kragozor.hub.members.services.changes import locked, record
from kragozor.hub.members.services.people import representation_begin
from kragozor.hub.members.services.refusals import (
    AlreadyRepresents,
    Ended,
    NotInvited,
    TooManyInvitations,
)
from kragozor.hub.people.queries import language_of

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person

INVITATION_LIFE = timedelta(days=14)
# Enough for the colleagues of a large company, too few to write to strangers in the Council's name.
DAILY_INVITATIONS = 30


@transaction.atomic
def invitation_send(
    *, actor: Person, organisation: Organisation, email: str, role: Role, language: str
) -> Invitation:
    """Write to somebody that they are invited; an earlier letter to them opens nothing more."""
    email = email.strip().lower()
    locked(organisation.pk)
    if organisation.representations.filter(person__email=email, until__isnull=True).exists():
        raise AlreadyRepresents
    a_day_ago = timezone.now() - timedelta(days=1)
    if organisation.invitations.filter(created_at__gt=a_day_ago).count() >= DAILY_INVITATIONS:
        raise TooManyInvitations
    _open(organisation, email).update(revoked_at=timezone.now())
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        organisation=organisation,
        email=email,
        role=role,
        language=language_of(email) or language,
        token_hash=token_hash(token),
        invited_by=actor,
        expires_at=timezone.now() + INVITATION_LIFE,
    )
    record(actor, "invitation.sent", invitation, organisation, role=role)
    letter = invitation_letter(invitation, token)
    transaction.on_commit(letter.send)
    return invitation


@transaction.atomic
def invitation_accept(*, actor: Person, invitation: Invitation) -> Representation:
    """Take up an invitation: possible once, in time, for the person it was sent to."""
    locked(invitation.organisation_id)
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if not invitation.is_open or invitation.email != actor.email:
        raise NotInvited
    invitation.accepted_at, invitation.accepted_by = timezone.now(), actor
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    organisation = invitation.organisation
    record(actor, "invitation.accepted", invitation, organisation)
    return representation_begin(
        actor=actor, organisation=organisation, person=actor, role=Role(invitation.role)
    )


@transaction.atomic
def invitation_revoke(*, actor: Person, invitation: Invitation) -> None:
    """Take an invitation back: its link opens nothing from now on."""
    if not _open(invitation.organisation, invitation.email).update(revoked_at=timezone.now()):
        raise Ended
    record(actor, "invitation.revoked", invitation, invitation.organisation)


def token_hash(token: str) -> str:
    """Return what is stored of a link's secret; the secret itself has 256 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()


def _open(organisation: Organisation, email: str) -> QuerySet[Invitation]:
    return organisation.invitations.filter(
        email=email, accepted_at__isnull=True, revoked_at__isnull=True
    )
