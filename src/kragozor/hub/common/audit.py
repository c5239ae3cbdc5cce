"""The log of state changes: services write to it, pages read it through the queries here."""

from typing import Any
from uuid import UUID

from django.db import models

from kragozor.hub.common.models import AuditEntry


def record(
    *,
    actor: models.Model | None,
    action: str,
    subject: models.Model,
    organisation_id: UUID | None = None,
    **detail: Any,
) -> AuditEntry:
    """Write down a change; call it inside the transaction that makes the change."""
    return AuditEntry.objects.create(
        actor_id=actor.pk if actor else None,
        action=action,
        object_kind=subject._meta.label_lower,
        object_id=str(subject.pk),
        organisation_id=organisation_id,
        detail=detail,
    )


def record_of_kind(
    *, actor: models.Model | None, action: str, kind: str, **detail: Any
) -> AuditEntry:
    """Write down what was done to all the records of one kind at once, such as a purge."""
    return AuditEntry.objects.create(
        actor_id=actor.pk if actor else None, action=action, object_kind=kind.lower(), detail=detail
    )


def entries_about(subject: models.Model) -> models.QuerySet[AuditEntry]:
    """Everything that was done to one object, the newest first."""
    return AuditEntry.objects.filter(
        object_kind=subject._meta.label_lower, object_id=str(subject.pk)
    ).select_related("actor")


def entries_of_organisation(organisation_id: UUID) -> models.QuerySet[AuditEntry]:
    """Everything that was done within one organisation, the newest first."""
    return AuditEntry.objects.filter(organisation_id=organisation_id).select_related("actor")
