"""An official file is taken, applied as one, and undone as long as nothing stands on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from kragozor.files.cff_spreadsheet import cff_spreadsheet_values
from kragozor.files.problems import Problem
from kragozor.files.waste_titles import waste_titles_values
from kragozor.hub.common import audit
from kragozor.hub.reference.differences import differences
from kragozor.hub.reference.enums import Kind, Outcome
from kragozor.hub.reference.models import Batch
from kragozor.hub.reference.queries import obstacles
from kragozor.hub.reference.queries.parameters import mark, parameters_in_force, standings
from kragozor.hub.reference.services.changes import (
    Outdated,
    change_back,
    change_setting,
    changes_keep,
)
from kragozor.instruments.parameters import packaged_parameters

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


class NotOpen(Exception):
    """The batch was applied already, or is not standing: there is nothing of this to do."""


class BuiltOn(Exception):
    """Somebody changed on top of the batch what it had changed."""


@transaction.atomic
def batch_take(*, actor: Person, kind: Kind, name: str, origin: str, content: bytes) -> Batch:
    """Keep what a file says; nothing is in force of it yet.

    Raises
    ------
    FileRefused
        The file has no columns of this kind, or no row of it can be read.
    """
    rows, problems = _read(kind, content, origin)
    batch = Batch.objects.create(
        kind=kind,
        original_name=name[:200],
        origin=origin,
        rows=rows,
        refused=list(_lines(problems)),
        sent_by=actor,
    )
    audit.record(actor=actor, action="reference.sent", subject=batch, rows=len(rows))
    return batch


@transaction.atomic
def batch_apply(*, actor: Person, batch: Batch, seen: int) -> Batch:
    """Put in force what a file says; ``seen`` is the table that the person compared it with."""
    batch = _lock(batch)
    if batch.applied_at is not None:
        raise NotOpen
    if batch.kind == Kind.PARAMETERS:
        _apply_parameters(actor, batch, seen)
    batch.applied_at, batch.applied_by = timezone.now(), actor
    batch.save(update_fields=["applied_at", "applied_by"])
    audit.record(actor=actor, action="reference.applied", subject=batch)
    return batch


@transaction.atomic
def batch_undo(*, actor: Person, batch: Batch, reason: str) -> Batch:
    """Make everything again what it was before a file was applied."""
    batch = _lock(batch)
    if not batch.is_standing:
        raise NotOpen
    if obstacles(batch):
        raise BuiltOn
    packaged = {row.key for row in packaged_parameters()}
    back = [
        change_back(actor, change, reason, is_packaged=change.key in packaged)
        for change in batch.changes.all()
    ]
    try:
        changes_keep(back)
    except Outdated as outdated:
        raise BuiltOn from outdated
    batch.undone_at, batch.undone_by = timezone.now(), actor
    batch.save(update_fields=["undone_at", "undone_by"])
    audit.record(actor=actor, action="reference.undone", subject=batch)
    return batch


@transaction.atomic
def batch_discard(*, actor: Person, batch: Batch) -> None:
    """Forget a file that was never applied."""
    batch = _lock(batch)
    if batch.applied_at is not None:
        raise NotOpen
    audit.record(actor=actor, action="reference.discarded", subject=batch)
    batch.delete()


def _apply_parameters(actor: Person, batch: Batch, seen: int) -> None:
    latest = {one.key: one.change.pk for one in standings() if one.change}
    if mark() != seen:
        raise Outdated
    found = differences(batch.rows, parameters_in_force())
    changes_keep(
        [
            change_setting(
                actor,
                one.parameter,
                batch.origin,
                follows=latest.get(one.parameter.key, 0),
                batch=batch,
            )
            for one in found
            if one.outcome != Outcome.UNCHANGED
        ]
    )


def _read(kind: Kind, content: bytes, origin: str) -> tuple[Any, list[Problem]]:
    if kind == Kind.TITLES:
        titles, problems = waste_titles_values(content)
        return dict(titles), problems
    parameters, problems = cff_spreadsheet_values(content, origin=origin)
    return [asdict(row) for row in parameters], problems


def _lines(problems: Iterable[Problem]) -> Iterable[dict[str, str]]:
    return ({language: each.text(language) for language in ("bg", "en")} for each in problems)


def _lock(batch: Batch) -> Batch:
    return Batch.objects.select_for_update().get(pk=batch.pk)
