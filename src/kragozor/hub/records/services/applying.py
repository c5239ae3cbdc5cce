"""Apply what was compared: one batch, one transaction, each row only if it is as it was seen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kragozor.hub.common import audit
from kragozor.hub.members.services import Refused as RefusedByMembers
from kragozor.hub.members.services import TermsOverlap
from kragozor.hub.pipeline.services import Refused as RefusedByPipeline
from kragozor.hub.records.enums import TO_APPLY, Outcome
from kragozor.hub.records.models import Import, ImportRow
from kragozor.hub.records.rows.reasons import reason
from kragozor.hub.records.services.imports import Refused, file_drop, import_lock
from kragozor.hub.records.targets import Records, records_of

if TYPE_CHECKING:
    from kragozor.hub.common.jobs import Progress
    from kragozor.hub.people.models import Person

CHUNK = 500


class NotCompared(Refused):
    """There is no comparison to apply, or a newer one than the person looked at."""


def import_apply(
    *, actor: Person, batch: Import, comparison: int, progress: Progress | None = None
) -> dict[str, int]:
    """Write the new and changed rows; return how many were written and how many were not.

    A row about a record that was changed since the comparison is refused, not overwritten.
    """
    with transaction.atomic():
        batch = import_lock(batch)
        if batch.applied_at or not batch.compared_at or batch.comparison != comparison:
            raise NotCompared
        rows = list(batch.rows.filter(outcome__in=TO_APPLY))
        records = records_of(batch.target, batch.defaults)
        for done, row in enumerate(rows, start=1):
            _row_apply(actor, row, records)
            if progress and done % CHUNK == 0:
                progress(done, len(rows))
        _remember(rows, records)
        batch.applied_at, batch.applied_by = timezone.now(), actor
        batch.save(update_fields=["applied_at", "applied_by"])
        counts = _counts(rows)
        audit.record(actor=actor, action="import.applied", subject=batch, **counts)
    file_drop(batch)
    return counts


def _row_apply(actor: Person, row: ImportRow, records: Records) -> None:
    current = records.find(row.values)
    if (current.fingerprint if current else "") != row.seen:
        _refuse(row, _changed_since)
        return
    try:
        with transaction.atomic():
            made = records.apply(actor, row, current)
    except TermsOverlap:
        _refuse(row, lambda: _("Another term runs on some of these days."))
    except (RefusedByMembers, RefusedByPipeline, IntegrityError):
        _refuse(row, _changed_since)
    else:
        row.record_id = made.pop("record", row.record_id)
        row.made = {"applied": True, **made}


def _refuse(row: ImportRow, say) -> None:
    row.outcome = Outcome.REFUSED
    row.reasons = [reason(say)]


def _changed_since() -> str:
    return _("The record was changed after the comparison. Send the file again to compare anew.")


def _remember(rows: Iterable[ImportRow], records: Records) -> None:
    """Keep with each row what stands after it: as long as it does, the row can be undone."""
    records.read()
    known = {str(key): current for key, current in records.by_id.items()}
    for row in rows:
        if row.made:
            row.made["after"] = known[str(row.record_id)].facts
    fields = ["outcome", "reasons", "record_id", "made"]
    ImportRow.objects.bulk_update(rows, fields, batch_size=CHUNK)


def _counts(rows: list[ImportRow]) -> dict[str, int]:
    written = [row for row in rows if row.made]
    created = sum(bool(row.made.get("created")) for row in written)
    return {
        "created": created,
        "changed": len(written) - created,
        "refused": len(rows) - len(written),
    }
