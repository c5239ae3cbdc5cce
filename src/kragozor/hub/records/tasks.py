"""Long work with records, in the queue; what it is given and gives back is JSON."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model

from kragozor.hub.common import jobs
from kragozor.hub.records.models import Export, Import
from kragozor.hub.records.services.applying import NotCompared, import_apply
from kragozor.hub.records.services.comparing import import_compare
from kragozor.hub.records.services.exporting import export_make
from kragozor.hub.records.services.imports import NotOpen
from kragozor.hub.records.services.inviting import NotOfMembers, contacts_invite

if TYPE_CHECKING:
    from kragozor.hub.common.models import Job
    from kragozor.hub.people.models import Person


def comparing_ask(*, actor: Person, batch: Import) -> None:
    """Ask the queue to compare a file with what is on record."""
    _ask(comparing, batch, actor)


def applying_ask(*, actor: Person, batch: Import, comparison: int) -> None:
    """Ask the queue to apply the comparison that somebody looked at."""
    _ask(applying, batch, actor, comparison=comparison)


def inviting_ask(*, actor: Person, batch: Import, language: str) -> None:
    """Ask the queue to write to the contacts of a batch."""
    _ask(inviting, batch, actor, language=language)


def exporting_ask(*, actor: Person, export: Export, language: str) -> None:
    """Ask the queue for the file of an export."""
    asked = jobs.enqueue(exporting, owner=actor, export_id=str(export.pk), language=language)
    _follow(export, asked)


@jobs.job
def comparing(progress: jobs.Progress, *, batch_id: str, actor_id: str) -> dict[str, int]:
    """Compare a file with what is on record; one that was applied meanwhile stays as it is."""
    with suppress(NotOpen):
        return import_compare(batch=_batch(batch_id), progress=progress)
    return {}


@jobs.job
def applying(
    progress: jobs.Progress, *, batch_id: str, actor_id: str, comparison: int
) -> dict[str, int]:
    """Write what was compared; where two people said so at once, the first one's work stands."""
    with suppress(NotCompared):
        return import_apply(
            actor=_person(actor_id),
            batch=_batch(batch_id),
            comparison=comparison,
            progress=progress,
        )
    return {}


@jobs.job
def inviting(
    progress: jobs.Progress, *, batch_id: str, actor_id: str, language: str
) -> dict[str, int]:
    """Write to the contacts of a batch, unless it was undone meanwhile."""
    with suppress(NotOfMembers):
        return contacts_invite(
            actor=_person(actor_id), batch=_batch(batch_id), language=language, progress=progress
        )
    return {}


@jobs.job
def exporting(progress: jobs.Progress, *, export_id: str, language: str) -> None:
    """Write the file of an export."""
    export_make(export=Export.objects.get(pk=export_id), language=language)


def _ask(work: jobs.Work, batch: Import, actor: Person, **values: Any) -> None:
    ids = {"batch_id": str(batch.pk), "actor_id": str(actor.pk)}
    _follow(batch, jobs.enqueue(work, owner=actor, **ids, **values))


def _follow(record: Import | Export, asked: Job) -> None:
    """Let a page find the work; whoever does it has perhaps changed the record meanwhile."""
    type(record).objects.filter(pk=record.pk).update(job=asked)


def _batch(batch_id: str) -> Import:
    return Import.objects.get(pk=batch_id)


def _person(person_id: str) -> Person:
    return get_user_model().objects.get(pk=person_id)
