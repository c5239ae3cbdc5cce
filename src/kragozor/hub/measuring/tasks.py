"""Measuring at once, or in the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import get_user_model

from kragozor.files.facts import inventory_read
from kragozor.hub.common import jobs
from kragozor.hub.measuring.models import Assessment, Inventory
from kragozor.hub.measuring.services.inventories import refuse_archived
from kragozor.hub.measuring.services.measuring import inventory_measure

if TYPE_CHECKING:
    from uuid import UUID

    from kragozor.hub.common.models import Job
    from kragozor.hub.people.models import Person


MANY = ("inflows", "outflows", "energy", "water")


def measuring_ask(*, actor: Person, inventory: Inventory) -> Assessment | Job:
    """Measure at once what is small; ask the queue for what is not.

    Raises
    ------
    FileRefused
        Where the facts are not complete or not right.
    Archived
        Where the inventory is put away.
    """
    refuse_archived(inventory)
    if row_count(inventory) <= settings.MEASURE_ROWS_AT_ONCE:
        return inventory_measure(actor=actor, inventory=inventory)
    inventory_read(inventory.facts)
    return jobs.enqueue(
        inventory_measuring,
        owner=actor,
        inventory_id=str(inventory.pk),
        actor_id=str(actor.pk),
    )


def row_count(inventory: Inventory) -> int:
    """Return how many rows the facts have."""
    return sum(len(inventory.facts.get(section) or ()) for section in MANY)


@jobs.job
def inventory_measuring(
    progress: jobs.Progress, *, inventory_id: str, actor_id: str
) -> dict[str, str]:
    """Measure a large inventory."""
    inventory = Inventory.objects.get(pk=inventory_id)
    actor = get_user_model().objects.get(pk=actor_id)
    assessment = inventory_measure(actor=actor, inventory=inventory, progress=progress)
    return {"assessment": str(assessment.pk)}


MEASURING = f"{inventory_measuring.__module__}.{inventory_measuring.__qualname__}"


def measuring_of(person: Person, job_id: UUID) -> Job | None:
    """Return the measuring that a person asked for; None for other work, and other people's."""
    found = jobs.job_of(person, job_id)
    return found if found is not None and found.work == MEASURING else None
