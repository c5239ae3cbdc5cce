"""An assessment as files, PDF, JSON, XLSX or SVG by their names: all of them or none."""

from __future__ import annotations

import datetime as dt
import errno
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kragozor.drawing.pictures import inventory_picture
from kragozor.files.assessments import assessment_text
from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.result import Assessment
from kragozor.words import Message, entry


class UnknownOutput(InstrumentError):
    """A file name whose ending stands for no form of a result."""


class Unwritable(InstrumentError):
    """A file that cannot be written."""


def checked_outputs(
    names: Iterable[str | Path],
    *,
    endings: Collection[str] = (),
    refusal: str = "reports.output.unknown",
) -> tuple[Path, ...]:
    """Return the paths, each once; their endings are those of a result unless told.

    Raises
    ------
    UnknownOutput
        With a message for each name whose ending is not one of the known.

    Examples
    --------
    >>> checked_outputs(["result.pdf", "result.doc"])
    Traceback (most recent call last):
    kragozor.reports.outputs.UnknownOutput: result.doc: expected .json, .pdf, .svg or .xlsx.
    """
    paths = tuple(dict.fromkeys(Path(name) for name in names))
    unknown = [path for path in paths if path.suffix.lower() not in (endings or FORMS)]
    if unknown:
        told = [Message(refusal, {"name": str(path)}) for path in unknown]
        raise UnknownOutput(*told)
    return paths


def output(
    assessment: Assessment, path: Path, language: str, *, measured_at: dt.date | None = None
) -> bytes:
    """Return what the file of this name is to hold."""
    return FORMS[path.suffix.lower()](assessment, language, measured_at)


def write_outputs(contents: Mapping[Path, bytes]) -> None:
    """Write all files; where one cannot be written, none is.

    Each is first written beside its place and then moved there, so that nobody ever reads
    half a file.

    Raises
    ------
    Unwritable
        With the name of the file and the reason.
    """
    drafts = {path: path.with_name(f".{path.name}.{os.getpid()}") for path in contents}
    try:
        for path, draft in drafts.items():
            with _told(path):
                if path.is_dir():
                    raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
                draft.write_bytes(contents[path])
        for path, draft in drafts.items():
            with _told(path):
                draft.replace(path)
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        told = {"name": str(path), "reason": error.strerror or str(error)}
        raise Unwritable(Message("files.file.unwritable", told)) from None


def _pdf(assessment: Assessment, language: str, measured_at: dt.date | None) -> bytes:
    from kragozor.reports.pdf import assessment_pdf

    return assessment_pdf(assessment, language, measured_at=measured_at)


def _workbook(assessment: Assessment, language: str, measured_at: dt.date | None) -> bytes:
    from kragozor.reports.workbook import result_workbook

    return result_workbook(assessment, language, measured_at=measured_at)


def _json(assessment: Assessment, language: str, measured_at: dt.date | None) -> bytes:
    return assessment_text(assessment).encode()


def _picture(assessment: Assessment, language: str, measured_at: dt.date | None) -> bytes:
    title = entry("reports.document.flows", language)
    picture = inventory_picture(assessment.inventory, language, title=title, palette="print")
    return picture.encode()


FORMS: Mapping[str, Callable[[Assessment, str, dt.date | None], bytes]] = {
    ".json": _json,
    ".pdf": _pdf,
    ".svg": _picture,
    ".xlsx": _workbook,
}
