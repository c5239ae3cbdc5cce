"""The file with one's own data: at once where little is held, else in the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kragozor.hub.common import jobs
from kragozor.hub.privacy.models import DataExport
from kragozor.hub.privacy.queries import holdings, identity_of
from kragozor.hub.privacy.services.exports import export_begin, export_fill

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person

# Writing more records takes longer than a page may keep its reader waiting.
AT_ONCE = 2_000


def export_ask(*, person: Person) -> DataExport:
    """Make the file, or ask the queue for it."""
    export = export_begin(person=person)
    if sum(holding.count for holding in holdings(identity_of(person))) <= AT_ONCE:
        export_fill(export=export, progress=lambda done, total: None)
    else:
        export.job = jobs.enqueue(data_export, owner=person, export_id=str(export.pk))
        DataExport.objects.filter(pk=export.pk).update(job=export.job)
    return export


@jobs.job
def data_export(progress: jobs.Progress, *, export_id: str) -> None:
    """Write a large file; an export that was replaced meanwhile has none."""
    export = DataExport.objects.filter(pk=export_id).select_related("person").first()
    if export is not None:
        export_fill(export=export, progress=progress)
