"""The kinds of file that a measured portfolio is written to."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from kragozor.files.problems import refusal
from kragozor.instruments.portfolio import is_undefined


class Target(Protocol):
    """A table that is being written."""

    def write(self, carried: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        """Append rows: the columns that are carried along, and the values."""

    def close(self) -> None:
        """Finish the file."""


@contextmanager
def written(path: Path) -> Iterator[Target]:
    """Write a table beside its place and move it there when all went well."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        target = _target(draft, path.suffix.lower())
        try:
            yield target
        finally:
            target.close()
        draft.replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise refusal("file.unwritable", name=path.name, reason=reason) from None
    finally:
        draft.unlink(missing_ok=True)


def _target(path: Path, suffix: str) -> Target:
    if suffix == ".parquet":
        from kragozor.files.portfolio.parquet import ParquetTarget

        return ParquetTarget(path)
    return TextTarget(path)


class TextTarget:
    """A CSV file that is being written: undefined values are empty."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file)
        self._has_heading = False

    def write(self, carried: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        """Append rows, below the heading where they are the first."""
        if not self._has_heading:
            self._writer.writerow([*carried, *values])
            self._has_heading = True
        columns = [*map(_cells, carried.values()), *map(_cells, values.values())]
        self._writer.writerows(zip(*columns, strict=True))

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


def _cells(column: Any) -> list[Any]:
    """Return a column as cells; of what is not known nothing stands there."""
    if isinstance(column, np.ndarray):
        cells = column.astype(object)
        cells[is_undefined(column)] = ""
        return list(cells)
    return list(column) if isinstance(column, list) else list(column.to_list())
