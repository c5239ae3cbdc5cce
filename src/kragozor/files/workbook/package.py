"""Look at a workbook as the ZIP archive it is, before anything in it is parsed.

Sizes come from the central directory first; then every part is unpacked once and counted, so
that a directory that lies is found out. Archives within the archive are never opened. The XML
itself is parsed by openpyxl, through defusedxml, which refuses entities once more.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from kragozor.files.limits import MAX_ENTRIES, MAX_RATIO, MAX_ROW, MAX_UNPACKED, MEGABYTE
from kragozor.files.problems import check_size, refusal

_CONTENT_TYPES = "[Content_Types].xml"
_WORKBOOK = b"spreadsheetml.sheet.main+xml"
_WORKBOOK_TEMPLATE = b"spreadsheetml.template.main+xml"
_MACRO_TYPES = (b"macroEnabled", b"vbaProject", b"macrosheet")
_BINARY = b"sheet.binary"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_CHUNK = 1 << 20
# No part of a workbook has a document type; one that does wants to define entities.
_DOCTYPE, _XML = b"<!DOCTYPE", (".xml", ".rels", ".vml")
_SHEETS, _ROW = "xl/worksheets/", b"row"


def check_package(data: bytes) -> None:
    """Refuse what is not a plain workbook of reasonable size."""
    check_size(len(data))
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_directory(archive.infolist())
            _check_kind(archive)
            _check_parts(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
        raise refusal("file.broken") from None


def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES:
        raise refusal("file.entries", limit=MAX_ENTRIES)
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise refusal("file.encrypted")
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise _unpacked()
    if any(_is_packed_too_tightly(entry) for entry in entries):
        raise refusal("file.packed", limit=MAX_RATIO)
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise refusal("file.broken")


def _is_packed_too_tightly(entry: zipfile.ZipInfo) -> bool:
    # A small part may be packed very tightly without harm.
    return entry.file_size > max(MEGABYTE, MAX_RATIO * entry.compress_size)


def _check_kind(archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    if _CONTENT_TYPES not in names:
        raise refusal("file.not_workbook")
    types = archive.read(_CONTENT_TYPES)
    has_macros = any(name.lower().endswith("vbaproject.bin") for name in names)
    if _BINARY in types:
        raise refusal("file.not_workbook")
    if has_macros or any(kind in types for kind in _MACRO_TYPES):
        raise refusal("file.macros")
    if _WORKBOOK not in types and _WORKBOOK_TEMPLATE not in types:
        raise refusal("file.not_workbook")


def _check_parts(archive: zipfile.ZipFile) -> None:
    total = 0
    for entry in archive.infolist():
        row = 0  # bytes since the last row began; what reads a sheet holds a whole row at once
        for chunk in _chunks(archive, entry):
            total += len(chunk)
            if total > MAX_UNPACKED:
                raise _unpacked()
            if entry.filename.endswith(_XML) and _DOCTYPE in chunk:
                raise refusal("file.broken")
            begins = chunk.rfind(_ROW)
            row = row + len(chunk) if begins < 0 else len(chunk) - begins
            if row > MAX_ROW and entry.filename.startswith(_SHEETS):
                raise refusal("file.broken")


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(entry) as part:
        while chunk := part.read(_CHUNK):
            yield chunk


def _unpacked() -> Exception:
    return refusal("file.unpacked", limit=MAX_UNPACKED // MEGABYTE)
