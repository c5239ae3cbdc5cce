"""Putting a record of an organisation out of sight, since another one is the same organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from kragozor.hub.common import audit
from kragozor.hub.members.models import Organisation

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


@transaction.atomic
def organisation_absorb(*, actor: Person, organisation: Organisation, into: Organisation) -> None:
    """Put a record out of sight; what pointed to it was moved before, by `records`."""
    _set(organisation, into)
    _record(actor, "organisation.merged", organisation, into=str(into.pk))


@transaction.atomic
def organisation_release(*, actor: Person, organisation: Organisation) -> None:
    """Bring a record back that was put out of sight by mistake."""
    _set(organisation, None)
    _record(actor, "organisation.released", organisation)


def _set(organisation: Organisation, into: Organisation | None) -> None:
    organisation.merged_into = into
    organisation.save(update_fields=["merged_into"])


def _record(actor: Person, action: str, organisation: Organisation, **detail: str) -> None:
    audit.record(
        actor=actor,
        action=action,
        subject=organisation,
        organisation_id=organisation.pk,
        **detail,
    )
