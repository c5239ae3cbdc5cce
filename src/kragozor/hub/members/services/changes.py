"""How a service holds an organisation still, and writes down what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from kragozor.hub.common import audit
from kragozor.hub.members.models import Organisation

if TYPE_CHECKING:
    from django.db.models import Model

    from kragozor.hub.people.models import Person


def locked(organisation_id: UUID) -> Organisation:
    """Return an organisation that nobody else changes meanwhile."""
    return Organisation.objects.select_for_update().get(pk=organisation_id)


def record(
    actor: Person | None, action: str, subject: Model, organisation: Organisation, **detail: object
) -> None:
    """Write a change down as one within an organisation."""
    audit.record(
        actor=actor, action=action, subject=subject, organisation_id=organisation.pk, **detail
    )
