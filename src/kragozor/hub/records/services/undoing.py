"""Undo a batch, as long as nothing has built on what it made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kragozor.hub.common import audit
from kragozor.hub.members.services.refusals import BuiltOn as BuiltOnByMembers
from kragozor.hub.pipeline.services import Refused as RefusedByPipeline
from kragozor.hub.records.columns import column_label
from kragozor.hub.records.models import Import, ImportRow
from kragozor.hub.records.services.imports import Refused, import_lock
from kragozor.hub.records.targets import Records, records_of
from kragozor.hub.records.targets.base import fingerprint

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


@dataclass(frozen=True)
class Obstacle:
    """A row that cannot be undone: what it made, and what has come of it since."""

    row: ImportRow
    record_id: UUID
    what: list[str]


class NotStanding(Refused):
    """The batch was not applied, or is undone already."""


class BuiltOn(Refused):
    """Somebody went on from what the batch made; ``obstacles`` says where and how."""

    def __init__(self, obstacles: list[Obstacle]) -> None:
        super().__init__(len(obstacles))
        self.obstacles = obstacles


@transaction.atomic
def import_undo(*, actor: Person, batch: Import) -> int:
    """Take back everything a batch made, or nothing of it; return how many rows it were."""
    batch = import_lock(batch)
    if not batch.is_standing:
        raise NotStanding
    records = records_of(batch.target, batch.defaults)
    rows = made_by(batch)
    if found := obstacles(rows, records):
        raise BuiltOn(found)
    for row in rows:
        current = records.by_id[row.record_id]
        try:
            records.undo(actor, row, current)
        except (BuiltOnByMembers, RefusedByPipeline) as error:
            what = [_("something else refers to it")]
            raise BuiltOn([Obstacle(row, row.record_id, what)]) from error
    batch.undone_at, batch.undone_by = timezone.now(), actor
    batch.save(update_fields=["undone_at", "undone_by"])
    audit.record(actor=actor, action="import.undone", subject=batch, rows=len(rows))
    return len(rows)


def obstacles_of(batch: Import) -> list[Obstacle]:
    """Return what keeps a batch from being undone, without undoing it."""
    return obstacles(made_by(batch), records_of(batch.target, batch.defaults))


def made_by(batch: Import) -> list[ImportRow]:
    """Return the rows that wrote something, the last first: as they came, they go."""
    return list(batch.rows.exclude(made={}).order_by("-number"))


def obstacles(rows: list[ImportRow], records: Records) -> list[Obstacle]:
    """Return the rows on which something was built, each with what it is."""
    references = records.references(rows)
    found = []
    for row in rows:
        what = _changes_since(row, records) + references.get(row.record_id, [])
        if what:
            found.append(Obstacle(row, row.record_id, what))
    return sorted(found, key=lambda obstacle: obstacle.row.number)


def _changes_since(row: ImportRow, records: Records) -> list[str]:
    """Return which facts are not as the row left them, in words."""
    current = records.by_id.get(row.record_id)
    if current is None:
        return [_("it was merged, archived or removed")]
    after = row.made["after"]
    if fingerprint(after) == current.fingerprint:
        return []
    changed = [key for key, value in current.facts.items() if after.get(key) != value]
    names = ", ".join(column_label(key) for key in changed)
    return [_("changed since: %(names)s") % {"names": names}]
