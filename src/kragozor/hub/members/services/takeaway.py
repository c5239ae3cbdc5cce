"""Handing an organisation all that is its own: asked for, made, and gone after a day."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.core.files import File
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from kragozor.hub.members.models import Organisation, Takeaway
from kragozor.hub.members.models.takeaway import KEPT
from kragozor.hub.members.services.changes import record
from kragozor.hub.members.takeaway import archive_write

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


@transaction.atomic
def takeaway_begin(*, actor: Person, organisation: Organisation) -> Takeaway:
    """Write down who takes everything along; what they asked for before goes."""
    takeaways_delete(Takeaway.objects.filter(asked_by=actor, organisation=organisation))
    takeaway = Takeaway.objects.create(asked_by=actor, organisation=organisation)
    record(actor, "organisation.exported", organisation, organisation)
    return takeaway


def takeaway_fill(*, takeaway: Takeaway, progress: Callable[[int, int], None]) -> None:
    """Write the archive; one that was asked for anew meanwhile is dropped."""
    with tempfile.TemporaryFile() as packed:
        archive_write(packed, takeaway.organisation, progress)
        takeaway.file.save("everything.zip", File(packed), save=False)
    if not Takeaway.objects.filter(pk=takeaway.pk).update(file=takeaway.file.name):
        takeaway.file.storage.delete(takeaway.file.name)


def takeaways_purge() -> int:
    """Delete the archives whose day is over."""
    return takeaways_delete(Takeaway.objects.filter(asked_at__lt=timezone.now() - KEPT))


@transaction.atomic
def takeaways_delete(takeaways: QuerySet[Takeaway]) -> int:
    """Delete archives with their files; the files only once their records are gone for good."""
    gone = list(takeaways)
    for file in (takeaway.file for takeaway in gone if takeaway.file):
        transaction.on_commit(lambda file=file: file.storage.delete(file.name))
    Takeaway.objects.filter(pk__in=[takeaway.pk for takeaway in gone]).delete()
    return len(gone)
