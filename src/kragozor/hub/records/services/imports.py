"""Files sent in: kept for a day, their columns named and remembered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from kragozor.hub.common import audit
from kragozor.hub.common.personal import A_YEAR
from kragozor.hub.records.columns import column_meant
from kragozor.hub.records.models import ColumnMemory, Import, ImportRow
from kragozor.hub.records.rows.persons import without_persons
from kragozor.hub.records.tables import Line, Table, read_table

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person

FILE_KEPT = timedelta(days=1)
NAME_LENGTH = 200
# The rows shown beside the columns, so that a person sees what stands in them.
SAMPLE = 3


class Refused(Exception):
    """What cannot be done with an import; the subclasses say why."""


class NotOpen(Refused):
    """The import was applied already, or its file is not kept any more."""


@transaction.atomic
def import_take(*, actor: Person, target: str, name: str, content: bytes) -> Import:
    """Keep a file of which a table can be read, and guess what its columns are.

    Raises
    ------
    TableRefused
        Where it is no table; nothing of it is kept then.
    """
    table = table_of(content, target)
    columns = columns_guessed(actor, target, table)
    batch = Import(
        target=target,
        original_name=name[:NAME_LENGTH],
        signature=table.signature,
        headings=list(table.headings),
        sample=[_shown(row, columns) for row in table.rows[:SAMPLE]],
        columns=columns,
        created_by=actor,
    )
    batch.file.save(batch.original_name, ContentFile(content), save=False)
    batch.save()
    audit.record(actor=actor, action="import.sent", subject=batch, rows=len(table.rows))
    return batch


@transaction.atomic
def columns_set(
    *, actor: Person, batch: Import, columns: Mapping[int, str], defaults: Mapping[str, object]
) -> None:
    """Say what the columns of a file are, and remember it for files with the same headings."""
    batch = import_lock(batch)
    if not batch.is_open:
        raise NotOpen
    batch.columns = {str(index): key for index, key in columns.items()}
    batch.defaults = dict(defaults)
    batch.save(update_fields=["columns", "defaults"])
    ColumnMemory.objects.update_or_create(
        target=batch.target,
        signature=batch.signature,
        person=actor,
        defaults={"columns": batch.columns},
    )
    audit.record(actor=actor, action="import.columns_set", subject=batch)


@transaction.atomic
def import_discard(*, actor: Person, batch: Import) -> None:
    """Forget a file that was never applied, with its rows."""
    batch = import_lock(batch)
    if batch.applied_at:
        raise NotOpen
    audit.record(actor=actor, action="import.discarded", subject=batch)
    file_drop(batch)
    batch.delete()


def imports_purge() -> int:
    """Delete files that were not applied within a day, and rows after a year."""
    now = timezone.now()
    old = Import.objects.exclude(file="").filter(created_at__lt=now - FILE_KEPT)
    for batch in old:
        file_drop(batch)
    rows = ImportRow.objects.filter(batch__created_at__lt=now - A_YEAR)
    return len(old) + rows.delete()[0]


def table_of(content: bytes, target: str) -> Table:
    """Return the table in a file; its row of headings is the one that names most columns."""
    return read_table(content, lambda text: bool(column_meant(text, target)))


def columns_guessed(actor: Person, target: str, table: Table) -> dict[str, str]:
    """Return what the columns probably are: as the person said last, else as anybody did."""
    memories = ColumnMemory.objects.filter(target=target, signature=table.signature)
    own, others = memories.filter(person=actor), memories.exclude(person=actor)
    memory = own.first() or others.order_by("-used_at").first()
    if memory is not None:
        return memory.columns
    guessed: dict[str, str] = {}
    for index, heading in enumerate(table.headings):
        key = column_meant(heading, target)
        if key and key not in guessed.values():
            guessed[str(index)] = key
    return guessed


def _shown(row: Line, columns: Mapping[str, str]) -> list[str]:
    """Return the cells of a row as they may be kept and shown beside the headings."""
    return [
        without_persons(cell, columns.get(str(index), "")) for index, cell in enumerate(row.cells)
    ]


def import_lock(batch: Import) -> Import:
    """Return an import as it stands now, which nobody else changes meanwhile."""
    return Import.objects.select_for_update().get(pk=batch.pk)


def file_drop(batch: Import) -> None:
    """Delete the file of an import; its rows say all that is needed."""
    if batch.file:
        batch.file.delete(save=False)
        Import.objects.filter(pk=batch.pk).update(file="")
