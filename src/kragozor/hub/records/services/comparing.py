"""Compare the rows of a file with what is on record: nothing is changed yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kragozor.hub.records.enums import Outcome
from kragozor.hub.records.models import Import, ImportRow
from kragozor.hub.records.rows import Read, RowReader
from kragozor.hub.records.rows.persons import without_persons
from kragozor.hub.records.rows.reasons import Reason, reason
from kragozor.hub.records.services.imports import NotOpen, file_drop, import_lock, table_of
from kragozor.hub.records.tables import Line, Table
from kragozor.hub.records.targets import Comparison, Records, records_of
from kragozor.hub.records.targets.base import outcome_of

if TYPE_CHECKING:
    from kragozor.hub.common.jobs import Progress

CHUNK = 500
NAME_LENGTH = 200


def import_compare(*, batch: Import, progress: Progress | None = None) -> dict[str, int]:
    """Say of each row what it would change, and return how many rows are what.

    The records are read once, and rows compared in memory, so that the number of queries does
    not follow the number of rows. What was seen before stands until all of it is replaced.

    Raises
    ------
    NotOpen
        Where the batch was applied, or its columns were named anew, while this was at work.
    """
    comparing = Comparing(batch)
    rows: list[ImportRow] = []
    for row in comparing.rows():
        rows.append(row)
        if progress and len(rows) % CHUNK == 0:
            progress(len(rows), len(comparing.table.rows))
    _keep(comparing, rows)
    counts = Counter(row.outcome for row in rows)
    return {outcome.value: counts[outcome] for outcome in Outcome}


class Comparing:
    """One comparison: the file, the records as they are, and what was seen in the file so far."""

    def __init__(self, batch: Import) -> None:
        with batch.file.open() as file:
            self.table: Table = table_of(file.read(), batch.target)
        self.batch = batch
        self.columns = {int(index): key for index, key in batch.columns.items()}
        self.reader = RowReader(batch.target, self.columns, self.table.headings, batch.defaults)
        self.records: Records = records_of(batch.target, batch.defaults)
        # Which row of the file left a mark or named a record first.
        self.first: dict[Any, int] = {}

    def rows(self) -> Iterator[ImportRow]:
        """Yield each row with what it would change."""
        yield from map(self._row, self.table.rows)

    def _row(self, line: Line) -> ImportRow:
        read = self.reader.read(line)
        current = None if read.reasons else self.records.find(read.values)
        comparison = self._compared(read, line, current)
        outcome = outcome_of(current, comparison)
        is_refused = outcome == Outcome.REFUSED
        return ImportRow(
            batch=self.batch,
            number=line.number,
            outcome=outcome,
            name=self._name(line)[:NAME_LENGTH],
            values=read.values,
            changes=[] if is_refused else comparison.changes,
            reasons=comparison.reasons,
            cells=self._cells(line) if is_refused else [],
            record_id=current.id if current else None,
            seen=current.fingerprint if current else "",
        )

    def _compared(self, read: Read, line: Line, current: Any) -> Comparison:
        if read.reasons:
            return Comparison(reasons=read.reasons)
        if again := self._again(read, line, current):
            return Comparison(reasons=[again])
        return self.records.compare(current, read.values)

    def _again(self, read: Read, line: Line, current: Any) -> Reason | None:
        """Return that an earlier row of the file is about the same organisation."""
        found_by, left = self.records.marks(read.values)
        known = [current.id] if current else []
        marks = [mark for mark in (*found_by, *known) if mark in self.first]
        for mark in (*left, *known):
            self.first.setdefault(mark, line.number)
        if not marks:
            return None
        earlier, key = self.first[marks[0]], "eik" if read.values.get("eik") else "name"
        return reason(lambda: _same(earlier), self.reader.headings[key], read.values[key])

    def _name(self, line: Line) -> str:
        at = next((index for index, key in self.columns.items() if key == "name"), None)
        return "" if at is None else without_persons(line.cell(at))

    def _cells(self, line: Line) -> list[str]:
        """Return the cells to be given back; what may be the number of a person is left out."""
        return [
            without_persons(cell, self.columns.get(index, ""))
            for index, cell in enumerate(line.cells)
        ]


@transaction.atomic
def _keep(comparing: Comparing, rows: list[ImportRow]) -> None:
    """Put what was found in place of what an earlier comparison found."""
    batch, compared = import_lock(comparing.batch), comparing.batch
    if not batch.is_open or (batch.columns, batch.defaults) != (
        compared.columns,
        compared.defaults,
    ):
        raise NotOpen
    batch.rows.all().delete()
    ImportRow.objects.bulk_create(rows, batch_size=CHUNK)
    batch.comparison += 1
    batch.compared_at = timezone.now()
    batch.save(update_fields=["comparison", "compared_at"])
    if comparing.reader.holds_persons_number:
        # Such a number is never stored, and so the file that holds it is not kept.
        file_drop(batch)


def _same(number: int) -> str:
    text = _("Row %(number)s of the file is about the same organisation.")
    return text % {"number": number}
