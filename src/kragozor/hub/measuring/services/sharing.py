"""Let others read a result by a link, and take that back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from kragozor.hub.measuring.models import Assessment, ShareLink
from kragozor.hub.measuring.services.inventories import record, refuse_archived

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person

USUAL_LIFE = timedelta(days=30)
LONGEST_LIFE = timedelta(days=366)


@transaction.atomic
def link_create(*, actor: Person, assessment: Assessment, expires_on: date) -> ShareLink:
    """Make a link that shows one result up to a day."""
    refuse_archived(assessment.inventory)
    today = timezone.localdate()
    if not today <= expires_on <= today + LONGEST_LIFE:
        raise ValueError(f"A link may last from {today} to {today + LONGEST_LIFE}.")
    link = ShareLink.objects.create(assessment=assessment, expires_on=expires_on, created_by=actor)
    detail = {"link": link.pk, "assessment": str(assessment.pk)}
    record(
        actor,
        "assessment.shared",
        assessment.inventory,
        expires_on=expires_on.isoformat(),
        **detail,
    )
    return link


@transaction.atomic
def link_revoke(*, actor: Person, link: ShareLink) -> None:
    """Close a link at once."""
    link.revoked_at = timezone.now()
    link.save(update_fields=["revoked_at"])
    record(actor, "assessment.share_revoked", link.assessment.inventory, link=link.pk)


def link_seen(link: ShareLink) -> None:
    """Count that somebody opened a link; who they were is not kept."""
    ShareLink.objects.filter(pk=link.pk).update(seen=F("seen") + 1, seen_at=timezone.now())
