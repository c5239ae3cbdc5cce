"""Making the archive of a member in the queue: some have years of results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from kragozor.hub.common import jobs
from kragozor.hub.members.models import Takeaway
from kragozor.hub.members.services.takeaway import takeaway_begin, takeaway_fill

if TYPE_CHECKING:
    from kragozor.hub.members.models import Organisation
    from kragozor.hub.people.models import Person


@transaction.atomic
def takeaway_ask(*, actor: Person, organisation: Organisation) -> Takeaway:
    """Ask for the archive of everything an organisation has."""
    takeaway = takeaway_begin(actor=actor, organisation=organisation)
    takeaway.job = jobs.enqueue(takeaway_make, owner=actor, takeaway_id=str(takeaway.pk))
    Takeaway.objects.filter(pk=takeaway.pk).update(job=takeaway.job)
    return takeaway


@jobs.job
def takeaway_make(progress: jobs.Progress, *, takeaway_id: str) -> None:
    """Write an archive; one that was asked for anew meanwhile has none."""
    found = Takeaway.objects.filter(pk=takeaway_id).select_related("organisation").first()
    if found is not None:
        takeaway_fill(takeaway=found, progress=progress)
