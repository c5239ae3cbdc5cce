"""Putting a record of an organisation out of sight, since another one is the same organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from kragozor.hub.members.models import Organisation
from kragozor.hub.members.services.changes import record

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


@transaction.atomic
def organisation_absorb(*, actor: Person, organisation: Organisation, into: Organisation) -> None:
    """Put a record out of sight; what pointed to it was moved before, by `records`."""
    _set(organisation, into)
    record(actor, "organisation.merged", organisation, organisation, into=str(into.pk))


@transaction.atomic
def organisation_release(*, actor: Person, organisation: Organisation) -> None:
    """Bring a record back that was put out of sight by mistake."""
    _set(organisation, None)
    record(actor, "organisation.released", organisation, organisation)


def _set(organisation: Organisation, into: Organisation | None) -> None:
    organisation.merged_into = into
    organisation.save(update_fields=["merged_into"])
