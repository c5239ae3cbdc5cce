"""Letting a named person of the staff see the numbers of an organisation, and no longer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from kragozor.hub.members.models import AccessGrant, Organisation
from kragozor.hub.members.services.changes import locked, record
from kragozor.hub.members.services.refusals import Ended

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


@transaction.atomic
def grant_give(
    *, actor: Person, organisation: Organisation, staff: Person, until: date
) -> AccessGrant:
    """Let a named staff person see an organisation's numbers up to a day; the last word counts."""
    locked(organisation.pk)
    now = timezone.now()
    organisation.grants.filter(staff=staff, revoked_at__isnull=True).update(revoked_at=now)
    grant = AccessGrant.objects.create(
        organisation=organisation, staff=staff, granted_by=actor, since=now, until=until
    )
    record(actor, "grant.given", grant, organisation, staff=str(staff.pk), until=until.isoformat())
    return grant


@transaction.atomic
def grant_revoke(*, actor: Person, grant: AccessGrant) -> None:
    """Close an organisation's numbers to a staff person at once."""
    standing = AccessGrant.objects.filter(pk=grant.pk, revoked_at__isnull=True)
    if not standing.update(revoked_at=timezone.now()):
        raise Ended
    record(actor, "grant.revoked", grant, grant.organisation, staff=str(grant.staff_id))
