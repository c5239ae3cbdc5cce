"""Who acts for an organisation, in which role, since when and until when.

Whether the actor may make a change is asked before, of `rules`; what would leave an organisation
in a state it must never be in is refused here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from kragozor.hub.members.enums import Role
from kragozor.hub.members.models import Organisation, Representation
from kragozor.hub.members.services.changes import locked, record
from kragozor.hub.members.services.refusals import AlreadyRepresents, Ended, LastOwner

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


@transaction.atomic
def representation_begin(
    *, actor: Person, organisation: Organisation, person: Person, role: Role
) -> Representation:
    """Let a person act for an organisation."""
    locked(organisation.pk)
    if organisation.representations.filter(person=person, until__isnull=True).exists():
        raise AlreadyRepresents
    begun = Representation.objects.create(organisation=organisation, person=person, role=role)
    record(actor, "representation.begun", begun, organisation, person=str(person.pk), role=role)
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
    record(
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
    record(
        actor,
        "representation.ended",
        representation,
        representation.organisation,
        person=str(representation.person_id),
    )


def _standing(representation: Representation) -> Representation:
    """Return a representation as it stands now, under the lock of its organisation."""
    locked(representation.organisation_id)
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
