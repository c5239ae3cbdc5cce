"""A portfolio as Parquet, read and written by Polars in constant memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING, Any

import numpy as np

from kragozor.files.portfolio.blocks import Block
from kragozor.files.problems import refusal
from kragozor.instruments.portfolio import is_undefined

if TYPE_CHECKING:
    import polars as pl

# Rows that are held at once: enough for the library's threads, few enough for any memory.
ROWS = 1 << 17

# Blocks that may wait to be written, while the next ones are measured.
_WAITING = 2


def polars_library() -> Any:
    """Return Polars, which comes with the extra ``scale``."""
    try:
        import polars as pl
    except ImportError:
        raise refusal("portfolio.no_library") from None
    return pl


@contextmanager
def parquet_source(path: Path) -> Iterator[ParquetSource]:
    """Open a Parquet file."""
    library = polars_library()
    try:
        yield ParquetSource(library.scan_parquet(path, glob=False))
    except OSError as error:
        reason = error.strerror or str(error)
        raise refusal("file.missing", name=path.name, reason=reason) from None
    except library.exceptions.ComputeError:
        raise refusal("portfolio.not_parquet", name=path.name) from None


class ParquetSource:
    """A Parquet file that is open."""

    def __init__(self, frame: pl.LazyFrame) -> None:
        self._frame = frame
        self._schema = frame.collect_schema()
        self.names: Sequence[str] = self._schema.names()

    def blocks(self, inputs: Sequence[str], carried: Sequence[str]) -> Iterator[Block]:
        """Yield the rows, some at a time."""
        import polars as pl

        for name in inputs:
            self._check_number(name)
        done, rows = 0, self._frame.select(pl.len()).collect().item()
        columns = [*(pl.col(name).cast(pl.Float64) for name in inputs), *map(pl.col, carried)]
        batches = self._frame.select(columns).collect_batches(chunk_size=ROWS, maintain_order=True)
        for batch in batches:
            yield Block(
                lines=np.arange(done + 1, done + len(batch) + 1),
                numbers={name: batch[name].to_numpy() for name in inputs},
                carried={name: batch[name] for name in carried},
                share=(done + len(batch)) / rows,
            )
            done += len(batch)

    def _check_number(self, name: str) -> None:
        import polars as pl

        kind = self._schema[name]
        if not (kind.is_numeric() or kind == pl.Null):
            raise refusal("portfolio.no_numbers", name=name, found=str(kind).lower())


class ParquetTarget:
    """A Parquet file that is being written, by a thread of its own while others are measured."""

    def __init__(self, path: Path) -> None:
        polars_library()
        self._path = path
        self._waiting: Queue[pl.DataFrame | None] = Queue(_WAITING)
        self._writer: Thread | None = None
        self._error: Exception | None = None

    def write(self, carried: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        """Append rows; the first decide what kind each column is of."""
        import polars as pl

        frame = pl.DataFrame([_column(name, one) for name, one in {**carried, **values}.items()])
        if self._writer is None:
            self._writer = Thread(target=self._written, args=(frame.schema,), daemon=True)
            self._writer.start()
        self._waiting.put(frame)
        self._raise()

    def close(self) -> None:
        """Finish the file."""
        if self._writer is not None:
            self._waiting.put(None)
            self._writer.join()
            self._raise()

    def _raise(self) -> None:
        if self._error is not None:
            raise self._error

    def _frames(self) -> Iterator[pl.DataFrame]:
        while (frame := self._waiting.get()) is not None:
            yield frame

    def _written(self, schema: pl.Schema) -> None:
        """Write until there is nothing more; after an error take the rest, lest nobody waits."""
        from polars.io.plugins import register_io_source

        frames = self._frames()
        try:
            source = register_io_source(lambda *_: frames, schema=schema)
            source.sink_parquet(self._path, compression="lz4", maintain_order=True)
        except Exception as error:
            self._error = error
            for _ in frames:
                pass


def _column(name: str, values: Any) -> pl.Series:
    import polars as pl

    if isinstance(values, pl.Series):
        return values.alias(name)
    if isinstance(values, np.ndarray) and values.dtype != object:
        column = pl.Series(name, values)
        # An undefined number is null, never NaN: it is counted and filtered as what it is.
        return column.fill_nan(None) if is_undefined(values).any() else column
    return pl.Series(name, values, pl.String)
