"""Organisations are registered and their facts changed; each change is whole, and written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from kragozor.hub.members import search
from kragozor.hub.members.enums import Role
from kragozor.hub.members.models import Organisation
from kragozor.hub.members.services.changes import locked, record
from kragozor.hub.members.services.people import representation_begin
from kragozor.hub.members.services.refusals import AlreadyRegistered

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


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
    record(actor, "organisation.created", organisation, organisation, eik=organisation.eik)
    representation_begin(actor=actor, organisation=organisation, person=actor, role=Role.OWNER)
    return organisation


@transaction.atomic
def organisation_edit(*, actor: Person, organisation: Organisation, **facts: str) -> Organisation:
    """Change the facts about an organisation; what they were stays in the log."""
    before = locked(organisation.pk)
    changed = {
        name: getattr(before, name) for name in facts if getattr(before, name) != facts[name]
    }
    if changed:
        Organisation.objects.filter(pk=organisation.pk).update(**facts)
        search.refresh(organisation)
        record(actor, "organisation.edited", organisation, organisation, before=changed)
    organisation.refresh_from_db()
    return organisation
