"""Read an inventory from whatever file a user has: the content decides, not the name."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from kragozor.files.limits import MAX_BYTES
from kragozor.files.problems import check_size, refusal
from kragozor.instruments.inventory import Inventory

ZIP = b"PK"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_inventory(source: bytes | str | Path | BinaryIO) -> Inventory:
    """Return the inventory in a workbook or JSON file.

    Parameters
    ----------
    source
        The content itself as bytes, a path, or an open binary file.

    Raises
    ------
    FileRefused
        With one problem a line; nothing of a refused file is used.
    """
    data = file_content(source)
    if not data.strip():
        raise refusal("file.empty")
    if data.startswith(ZIP):
        from kragozor.files.workbook.reader import inventory_from_workbook

        return inventory_from_workbook(data)
    if data.startswith(OLE):
        raise refusal("file.old_or_encrypted")
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        from kragozor.files.json_format import inventory_from_json

        return inventory_from_json(data)
    raise refusal("file.unknown")


def file_content(source: bytes | str | Path | BinaryIO) -> bytes:
    """Return the bytes, never holding more of a file than may be taken."""
    if isinstance(source, (str, Path)):
        try:
            check_size(Path(source).stat().st_size)
            return Path(source).read_bytes()
        except OSError as error:
            reason = error.strerror or str(error)
            raise refusal("file.missing", name=Path(source).name, reason=reason) from None
    data = source if isinstance(source, bytes) else source.read(MAX_BYTES + 1)
    check_size(len(data))
    return data
