"""What changes organisations and who may see them: each change is whole, and written down.

Whether the actor may make a change is asked before, of `rules`; what would leave an
organisation in a state it must never be in is refused here.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from kragozor.hub.common import audit
from kragozor.hub.members import search
from kragozor.hub.members.enums import Role
from kragozor.hub.members.letters import invitation_letter
from kragozor.hub.members.models import AccessGrant, Invitation, Organisation, Representation
from kragozor.hub.people.queries import language_of

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person

INVITATION_LIFE = timedelta(days=14)
# Enough for the colleagues of a large company, too few to write to strangers in the Council's name.
DAILY_INVITATIONS = 30


class Refused(Exception):
    """A change that would break a promise of this room; the subclasses say which."""


class LastOwner(Refused):
    """An organisation always has an owner, else nobody could let anybody in."""


class AlreadyRegistered(Refused):
    """Another organisation has this ЕИК."""


class Ended(Refused):
    """What was to be changed is over already, or has become another one meanwhile."""


class AlreadyRepresents(Refused):
    """The person acts for the organisation already."""


class TooManyInvitations(Refused):
    """The company has sent as many letters as it may in a day."""


class NotInvited(Refused):
    """The invitation is over, or was sent to somebody else."""


@transaction.atomic
def organisation_create(*, actor: Person, **facts: object) -> Organisation:
    """Register an organisation; who does it becomes its owner."""
    try:
        with transaction.atomic():
            organisation = Organisation.objects.create(**facts)
    except IntegrityError as error:
        # Two colleagues may send the same form at the same moment.
        if Organisation.objects.filter(eik=facts.get("eik")).exists():
            raise AlreadyRegistered from error
        raise
    _record(actor, "organisation.created", organisation, organisation, eik=organisation.eik)
    representation_begin(actor=actor, organisation=organisation, person=actor, role=Role.OWNER)
    return organisation


@transaction.atomic
def organisation_edit(*, actor: Person, organisation: Organisation, **facts: str) -> Organisation:
    """Change the facts about an organisation; what they were stays in the log."""
    before = Organisation.objects.select_for_update().get(pk=organisation.pk)
    changed = {
        name: getattr(before, name) for name in facts if getattr(before, name) != facts[name]
    }
    if changed:
        Organisation.objects.filter(pk=organisation.pk).update(**facts)
        search.refresh(organisation)
        _record(actor, "organisation.edited", organisation, organisation, before=changed)
    organisation.refresh_from_db()
    return organisation


@transaction.atomic
def representation_begin(
    *, actor: Person, organisation: Organisation, person: Person, role: Role
) -> Representation:
    """Let a person act for an organisation."""
    _lock(organisation.pk)
    if organisation.representations.filter(person=person, until__isnull=True).exists():
        raise AlreadyRepresents
    begun = Representation.objects.create(organisation=organisation, person=person, role=role)
    _record(actor, "representation.begun", begun, organisation, person=str(person.pk), role=role)
    return begun


@transaction.atomic
def representation_change_role(
    *, actor: Person, representation: Representation, role: Role
) -> Representation:
    """Give a representative another role: the old one ends, and a new one begins."""
    representation = _standing(representation)
    if representation.role == role:
        return representation
    if role != Role.OWNER:
        _keep_an_owner(representation)
    _end(representation)
    begun = Representation.objects.create(
        organisation=representation.organisation, person=representation.person, role=role
    )
    _record(
        actor,
        "representation.role_changed",
        begun,
        begun.organisation,
        person=str(begun.person_id),
        before=representation.role,
        role=role,
    )
    return begun


@transaction.atomic
def representation_end(*, actor: Person, representation: Representation) -> None:
    """Let a person act for an organisation no longer; that they did stays known."""
    representation = _standing(representation)
    _keep_an_owner(representation)
    _end(representation)
    _record(
        actor,
        "representation.ended",
        representation,
        representation.organisation,
        person=str(representation.person_id),
    )


@transaction.atomic
def grant_give(
    *, actor: Person, organisation: Organisation, staff: Person, until: date
) -> AccessGrant:
    """Let a named staff person see an organisation's numbers up to a day; the last word counts."""
    _lock(organisation.pk)
    now = timezone.now()
    organisation.grants.filter(staff=staff, revoked_at__isnull=True).update(revoked_at=now)
    grant = AccessGrant.objects.create(
        organisation=organisation, staff=staff, granted_by=actor, since=now, until=until
    )
    _record(actor, "grant.given", grant, organisation, staff=str(staff.pk), until=until.isoformat())
    return grant


@transaction.atomic
def grant_revoke(*, actor: Person, grant: AccessGrant) -> None:
    """Close an organisation's numbers to a staff person at once."""
    standing = AccessGrant.objects.filter(pk=grant.pk, revoked_at__isnull=True)
    if not standing.update(revoked_at=timezone.now()):
        raise Ended
    _record(actor, "grant.revoked", grant, grant.organisation, staff=str(grant.staff_id))


@transaction.atomic
def invitation_send(
    *, actor: Person, organisation: Organisation, email: str, role: Role, language: str
) -> Invitation:
    """Write to somebody that they are invited; an earlier letter to them opens nothing more."""
    email = email.strip().lower()
    _lock(organisation.pk)
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
    _record(actor, "invitation.sent", invitation, organisation, role=role)
    letter = invitation_letter(invitation, token)
    transaction.on_commit(letter.send)
    return invitation


@transaction.atomic
def invitation_accept(*, actor: Person, invitation: Invitation) -> Representation:
    """Take up an invitation: possible once, in time, for the person it was sent to."""
    _lock(invitation.organisation_id)
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if not invitation.is_open or invitation.email != actor.email:
        raise NotInvited
    invitation.accepted_at, invitation.accepted_by = timezone.now(), actor
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    organisation = invitation.organisation
    _record(actor, "invitation.accepted", invitation, organisation)
    return representation_begin(
        actor=actor, organisation=organisation, person=actor, role=Role(invitation.role)
    )


@transaction.atomic
def invitation_revoke(*, actor: Person, invitation: Invitation) -> None:
    """Take an invitation back: its link opens nothing from now on."""
    if not _open(invitation.organisation, invitation.email).update(revoked_at=timezone.now()):
        raise Ended
    _record(actor, "invitation.revoked", invitation, invitation.organisation)


def token_hash(token: str) -> str:
    """Return what is stored of a link's secret; the secret itself has 256 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()


def _lock(organisation_id: UUID) -> Organisation:
    """Return an organisation whose people and access nobody else changes meanwhile."""
    return Organisation.objects.select_for_update().get(pk=organisation_id)


def _standing(representation: Representation) -> Representation:
    """Return a representation as it stands now, under the lock of its organisation."""
    _lock(representation.organisation_id)
    found = Representation.objects.filter(pk=representation.pk, until__isnull=True)
    try:
        return found.select_related("organisation", "person").get()
    except Representation.DoesNotExist:
        raise Ended from None


def _keep_an_owner(representation: Representation) -> None:
    """Refuse to lose the last owner; call it under the lock of the organisation."""
    organisation = representation.organisation
    owners = organisation.representations.filter(role=Role.OWNER, until__isnull=True)
    if representation.role == Role.OWNER and not owners.exclude(pk=representation.pk).exists():
        raise LastOwner


def _end(representation: Representation) -> None:
    representation.until = timezone.now()
    representation.save(update_fields=["until"])


def _open(organisation: Organisation, email: str):
    return organisation.invitations.filter(
        email=email, accepted_at__isnull=True, revoked_at__isnull=True
    )


def _record(actor: Person, action: str, subject, organisation: Organisation, **detail) -> None:
    audit.record(
        actor=actor, action=action, subject=subject, organisation_id=organisation.pk, **detail
    )
