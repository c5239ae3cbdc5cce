"""Handing an organisation all that is its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from kragozor.hub.common import audit
from kragozor.hub.members.models import Organisation
from kragozor.hub.members.takeaway import archive_of

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


@transaction.atomic
def organisation_export(*, actor: Person, organisation: Organisation) -> bytes:
    """Return the archive of everything, and write down who took it."""
    content = archive_of(organisation)
    audit.record(
        actor=actor,
        action="organisation.exported",
        subject=organisation,
        organisation_id=organisation.pk,
        size=len(content),
    )
    return content
