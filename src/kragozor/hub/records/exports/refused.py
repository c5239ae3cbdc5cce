"""The refused rows of an import as a workbook: the cells as they came, and why they are refused."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from django.utils.translation import gettext as _
from openpyxl import Workbook

from kragozor.hub.records.columns import COLUMNS
from kragozor.hub.records.enums import Outcome
from kragozor.hub.records.exports.formats import sheet_write
from kragozor.hub.records.models import Import, ImportRow
from kragozor.hub.records.wording import reasons_said, said


def refused_workbook(batch: Import) -> bytes:
    """Return what has to be corrected; the same file can be sent in again."""
    headings = [*batch.headings, _("Row"), _("Why it is refused")]
    return _workbook(_("Refused rows"), headings, _lines(batch))


def template_workbook(target: str) -> bytes:
    """Return an empty file with the headings of a target."""
    headings = [str(column.label) for column in COLUMNS if target in column.targets]
    return _workbook(_("Organisations"), headings, ())


def _lines(batch: Import) -> Iterator[list[str]]:
    width = len(batch.headings)
    for row in batch.rows.filter(outcome=Outcome.REFUSED).iterator():
        cells = row.cells or _written_anew(batch, row)
        yield [*(cells + [""] * width)[:width], str(row.number), why(row)]


def _written_anew(batch: Import, row: ImportRow) -> list[str]:
    """Return the cells of a row that was well, and was refused only when it was applied."""
    cells = [""] * len(batch.headings)
    for index, key in batch.columns.items():
        if key in row.values:
            value = row.values[key]
            cells[int(index)] = value if isinstance(value, str) else said(key, value)
    return cells


def why(row: ImportRow) -> str:
    """Return every reason in one cell."""
    return " ".join(
        f"{column}: {sentence}" if column else sentence
        for column, _found, sentence in reasons_said(row)
    )


def _workbook(title: str, headings: list[str], lines) -> bytes:
    book, content = Workbook(write_only=True), BytesIO()
    sheet_write(book, title, headings, lines)
    book.save(content)
    return content.getvalue()
