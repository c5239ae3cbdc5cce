"""The kinds of file that a measured portfolio is written to."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from kragozor.files.portfolio.blocks import Columns
from kragozor.files.problems import refusal
from kragozor.instruments.portfolio import is_undefined

# Writes a whole table, which comes some rows at a time.
Writer: TypeAlias = Callable[[Iterable[Columns]], None]


@contextmanager
def written(path: Path) -> Iterator[Writer]:
    """Write a table beside its place and move it there when all went well."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield _writer(draft, path.suffix.lower())
        draft.replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise refusal("file.unwritable", name=path.name, reason=reason) from None
    finally:
        draft.unlink(missing_ok=True)


def _writer(path: Path, suffix: str) -> Writer:
    if suffix == ".parquet":
        from kragozor.files.portfolio.parquet import write_parquet

        return lambda table: write_parquet(path, table)
    return lambda table: _write_text(path, table)


def _write_text(path: Path, table: Iterable[Columns]) -> None:
    """Write a CSV file: undefined values are empty."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer, heading = csv.writer(file), None
        for columns in table:
            if heading is None:
                heading = list(columns)
                writer.writerow(heading)
            writer.writerows(zip(*map(_cells, columns.values()), strict=True))


def _cells(column: Any) -> list[Any]:
    """Return a column as cells; of what is not known nothing stands there."""
    if isinstance(column, np.ndarray):
        cells = column.astype(object)
        cells[is_undefined(column)] = ""
        return list(cells)
    return list(column) if isinstance(column, list) else list(column.to_list())
