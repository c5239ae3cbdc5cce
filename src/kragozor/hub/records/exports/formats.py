"""Tables as one file: a workbook, CSV tables in an archive, or JSON."""

from __future__ import annotations

import codecs
import csv
import json
import zipfile
from collections.abc import Iterable
from io import BytesIO, StringIO
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from kragozor.hub.records.enums import FileForm
from kragozor.hub.records.exports.tables import Table
from kragozor.hub.records.inert import harmless

WIDTH, TITLE_LENGTH = 22, 31
# By its ending, an archive of text tables.
ENDINGS = {FileForm.XLSX: "xlsx", FileForm.CSV: "zip", FileForm.JSON: "json"}


def written(tables: Iterable[Table], form: str) -> bytes:
    """Return the tables as a file of a form."""
    return {
        FileForm.XLSX: as_workbook,
        FileForm.CSV: as_archive,
        FileForm.JSON: as_json,
    }[FileForm(form)](tables)


def as_workbook(tables: Iterable[Table]) -> bytes:
    """Return a workbook with a sheet a table."""
    book = Workbook(write_only=True)
    for table in tables:
        sheet_write(book, str(table.title), table.headings(), table.lines())
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def sheet_write(
    book: Workbook, title: str, headings: list[str], lines: Iterable[Iterable[str]]
) -> None:
    """Add a sheet with headings that stay in sight."""
    sheet = book.create_sheet(title[:TITLE_LENGTH])
    sheet.freeze_panes = "A2"
    for index in range(1, len(headings) + 1):
        sheet.column_dimensions[get_column_letter(index)].width = WIDTH
    sheet.append([_cell(sheet, heading, bold=True) for heading in headings])
    for line in lines:
        sheet.append([_cell(sheet, text) for text in line])


def as_archive(tables: Iterable[Table]) -> bytes:
    """Return an archive with a text table each, as Bulgarian Excel opens them."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in tables:
            archive.writestr(f"{table.key}.csv", csv_text(table.headings(), table.lines()))
    return content.getvalue()


def csv_text(headings: list[str], lines: Iterable[Iterable[str]]) -> bytes:
    """Return a text table in UTF-8 with its mark, in which no text is a formula."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([harmless(cell) for cell in line] for line in lines)
    return codecs.BOM_UTF8 + text.getvalue().encode()


def as_json(tables: Iterable[Table]) -> bytes:
    """Return the same facts with codes instead of words, for programs."""
    facts = {table.key: [_coded(table, row) for row in table.rows()] for table in tables}
    return json.dumps(facts, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1).encode()


def _coded(table: Table, row: Any) -> dict[str, Any]:
    return {key: row[key] for key in table.columns}


def _cell(sheet: Any, text: str, *, bold: bool = False) -> WriteOnlyCell:
    """Return a cell of text: one that begins like a formula is none."""
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell
