"""Official files that were brought in, and what of them is in force."""

from __future__ import annotations

from functools import lru_cache
from uuid import UUID

from django.db.models import QuerySet

from kragozor.hub.reference.enums import Kind
from kragozor.hub.reference.models import Batch, ParameterChange
from kragozor.instruments.reference.waste import OfficialTitles


def batches() -> QuerySet[Batch]:
    """Return every file that was sent, the newest first."""
    return Batch.objects.select_related("sent_by", "applied_by", "undone_by")


def titles_in_force() -> OfficialTitles:
    """Return the official title of each code, as far as they were brought in."""
    standing = Batch.objects.filter(
        kind=Kind.TITLES, applied_at__isnull=False, undone_at__isnull=True
    )
    return _titles_of(tuple(standing.order_by("applied_at").values_list("pk", flat=True)))


# What was applied does not change, so it is read once by each process.
@lru_cache(maxsize=1)
def _titles_of(keys: tuple[UUID, ...]) -> OfficialTitles:
    rows = Batch.objects.in_bulk(keys)
    titles: dict[str, str] = {}
    for key in keys:
        titles |= rows[key].rows
    return OfficialTitles(titles)


def obstacles(batch: Batch) -> list[ParameterChange | Batch]:
    """Return what was changed on top of a batch: it cannot be undone before that is."""
    if batch.kind == Kind.TITLES:
        later = Batch.objects.filter(
            kind=Kind.TITLES, undone_at__isnull=True, applied_at__gt=batch.applied_at
        )
        return list(later)
    mine = {change.key: change.pk for change in batch.changes.all()}
    since = min(mine.values(), default=0)
    later = ParameterChange.objects.filter(pk__gt=since).exclude(batch=batch)
    return [change for change in later if change.key in mine]
