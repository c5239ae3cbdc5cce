"""Compare the rows of a file with what is on record: nothing is changed yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kragozor.hub.records.enums import Outcome
from kragozor.hub.records.models import Import, ImportRow
from kragozor.hub.records.rows import Read, RowReader
from kragozor.hub.records.rows.reasons import Reason, reason
from kragozor.hub.records.services.imports import NotOpen, file_drop, import_lock, table_of
from kragozor.hub.records.tables import Line, Table
from kragozor.hub.records.targets import Comparison, Records, records_of
from kragozor.hub.records.targets.base import outcome_of, place

if TYPE_CHECKING:
    from kragozor.hub.common.jobs import Progress

CHUNK = 500
NAME_LENGTH = 200


def import_compare(*, batch: Import, progress: Progress | None = None) -> dict[str, int]:
    """Say of each row what it would change, and return how many rows are what.

    The records are read once, and rows compared in memory, so that the number of queries does
    not follow the number of rows.
    """
    comparing = Comparing(batch)
    with transaction.atomic():
        batch = import_lock(batch)
        if not batch.is_open:
            raise NotOpen
        batch.rows.all().delete()
    counts = dict.fromkeys(Outcome.values, 0)
    for rows in comparing.chunks():
        ImportRow.objects.bulk_create(rows)
        for row in rows:
            counts[row.outcome] += 1
        if progress:
            progress(sum(counts.values()), len(comparing.table.rows))
    _finish(batch, comparing)
    return counts


class Comparing:
    """One comparison: the file, the records as they are, and what was seen in the file so far."""

    def __init__(self, batch: Import) -> None:
        with batch.file.open() as file:
            self.table: Table = table_of(file.read(), batch.target)
        self.batch = batch
        self.columns = {int(index): key for index, key in batch.columns.items()}
        self.reader = RowReader(batch.target, self.columns, self.table.headings, batch.defaults)
        self.records: Records = records_of(batch.target, batch.defaults)
        # Which row of the file named a code, a place or a record first.
        self.first: dict[Any, int] = {}

    def chunks(self) -> Iterator[list[ImportRow]]:
        """Yield the rows in pieces that are written at once."""
        for start in range(0, len(self.table.rows), CHUNK):
            yield [self._row(line) for line in self.table.rows[start : start + CHUNK]]

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
        eik = read.values.get("eik")
        marks = [eik or place(read.values), *([current.id] if current else [])]
        earlier = next((self.first[mark] for mark in marks if mark in self.first), None)
        for mark in marks:
            self.first.setdefault(mark, line.number)
        if earlier is None:
            return None
        key = "eik" if eik else "name"
        return reason(lambda: _same(earlier), self.reader.headings[key], read.values[key])

    def _name(self, line: Line) -> str:
        at = next((index for index, key in self.columns.items() if key == "name"), None)
        return "" if at is None else line.cell(at)

    def _cells(self, line: Line) -> list[str]:
        """Return the cells to be given back; what may be the number of a person is left out."""
        return [
            "" if self.columns.get(index) == "eik" and _is_of_a_person(cell) else cell
            for index, cell in enumerate(line.cells)
        ]


@transaction.atomic
def _finish(batch: Import, comparing: Comparing) -> None:
    batch.comparison += 1
    batch.compared_at = timezone.now()
    batch.save(update_fields=["comparison", "compared_at"])
    if comparing.reader.holds_persons_number:
        # Such a number is never stored, and so the file that holds it is not kept.
        file_drop(batch)


def _same(number: int) -> str:
    text = _("Row %(number)s of the file is about the same organisation.")
    return text % {"number": number}


def _is_of_a_person(cell: str) -> bool:
    return sum(letter.isdigit() for letter in cell) == 10
