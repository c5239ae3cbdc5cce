"""Work that is done in the queue."""

from __future__ import annotations

from django.contrib.auth import get_user_model

from kragozor.hub.common import jobs
from kragozor.hub.measuring.models import Inventory
from kragozor.hub.measuring.services.measuring import inventory_measure
from kragozor.hub.measuring.services.uploads import uploads_purge


@jobs.job
def inventory_measuring(
    progress: jobs.Progress, *, inventory_id: str, actor_id: str
) -> dict[str, str]:
    """Measure a large inventory."""
    inventory = Inventory.objects.get(pk=inventory_id)
    actor = get_user_model().objects.get(pk=actor_id)
    assessment = inventory_measure(actor=actor, inventory=inventory, progress=progress)
    return {"assessment": str(assessment.pk)}


@jobs.job
def uploads_purging(progress: jobs.Progress) -> int:
    """Delete the refused files of which the day is over."""
    return uploads_purge()
