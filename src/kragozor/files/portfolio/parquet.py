"""A portfolio as Parquet, read and written by Polars in constant memory.

Polars hands out some rows at a time, to as many threads as there are processors, and writes
what comes back in the order of the file.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np

from kragozor.files.portfolio.blocks import LINE, Block, Columns, Note, Tally, Work
from kragozor.files.problems import refusal
from kragozor.instruments.portfolio import Plan

if TYPE_CHECKING:
    import polars as pl

# How the number of a row is called on its way: no table has a column of this name.
_ROW = "\N{SYMBOL FOR NULL}"

# The C library returns freed memory to the system at every chance, and to get it anew takes as
# long as the work itself; once it has seen so many bytes freed at a time, it keeps them.
_KEPT = 31 << 20


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
        yield ParquetSource(
            library.scan_parquet(path, glob=False, row_index_name=_ROW, row_index_offset=1)
        )
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
        self.names: Sequence[str] = [name for name in self._schema if name != _ROW]

    def worked(self, plan: Plan, work: Work, note: Note) -> Stream:
        """Return what the work makes of the rows."""
        import polars as pl

        for name in plan.given:
            self._check_number(name)
        np.empty(_KEPT, dtype=np.uint8)
        rows = self._frame.select(pl.len()).collect().item()
        numbers = [pl.col(name).cast(pl.Float64) for name in plan.given]
        read = self._frame.select(_ROW, *numbers, *map(pl.col, plan.carried))
        worker = _Worker(plan, work, _InOrder(note), rows)
        return Stream(read.map_batches(worker, schema=self._result(plan), streamable=True))

    def _result(self, plan: Plan) -> dict[str, pl.DataType]:
        """Return of what kind each column of the result is."""
        import polars as pl

        kinds = {LINE: self._schema[_ROW]} | {name: self._schema[name] for name in plan.carried}
        return kinds | {c.name: pl.String() if c.is_class else pl.Float64() for c in plan.columns}

    def _check_number(self, name: str) -> None:
        import polars as pl

        kind = self._schema[name]
        if not (kind.is_numeric() or kind == pl.Null):
            raise refusal("portfolio.no_numbers", name=name, found=str(kind).lower())


class Stream:
    """Rows on their way through Polars."""

    def __init__(self, frame: pl.LazyFrame) -> None:
        self.frame = frame

    def __iter__(self) -> Iterator[Columns]:
        """Yield the rows, some at a time; where there are none, once none."""
        batches = iter(self.frame.collect_batches(maintain_order=True))
        first = next(batches, self.frame.collect_schema().to_frame())
        for batch in itertools.chain([first], batches):
            yield batch.to_dict()


class _Worker:
    """Does the work on the rows that Polars hands out."""

    def __init__(self, plan: Plan, work: Work, order: _InOrder, rows: int) -> None:
        self._plan, self._work, self._order, self._rows = plan, work, order, rows

    def __call__(self, frame: pl.DataFrame) -> pl.DataFrame:
        lines = frame[_ROW].to_numpy()
        last = int(lines[-1]) if len(lines) else 0
        block = Block(
            lines=lines,
            numbers={name: frame[name].to_numpy() for name in self._plan.given},
            carried={name: frame[name] for name in self._plan.carried},
            share=last / max(1, self._rows),
        )
        columns, tally = self._work(block)
        self._order.add(range(last - len(lines), last), tally)
        return _frame(columns)


class _InOrder:
    """Hands on what several threads tell of their rows, in the order of the file."""

    def __init__(self, note: Note) -> None:
        self._note = note
        self._told = 0
        self._waiting: dict[int, tuple[int, Tally]] = {}
        self._lock = Lock()

    def add(self, rows: range, tally: Tally) -> None:
        """Tell of these rows as soon as all before them have been told of."""
        if not rows:
            return
        with self._lock:
            self._waiting[rows.start] = rows.stop, tally
            while self._told in self._waiting:
                self._told, tally = self._waiting.pop(self._told)
                self._note(tally)


def write_parquet(path: Path, table: Iterable[Columns]) -> None:
    """Write a Parquet file."""
    stream = table if isinstance(table, Stream) else _stream(table)
    stream.frame.sink_parquet(path, compression="lz4", maintain_order=True)


def _stream(table: Iterable[Columns]) -> Stream:
    """Return rows that come from elsewhere; the first decide of what kind each column is."""
    polars_library()
    from polars.io.plugins import register_io_source

    frames = map(_frame, table)
    first = next(frames)
    whole = itertools.chain([first], frames)
    return Stream(register_io_source(lambda *_: whole, schema=first.schema))


def _frame(columns: Columns) -> pl.DataFrame:
    import polars as pl

    return pl.DataFrame([_column(name, values) for name, values in columns.items()])


def _column(name: str, values: Any) -> pl.Series:
    import polars as pl

    if isinstance(values, pl.Series):
        return values.alias(name)
    if isinstance(values, np.ndarray) and values.dtype != object:
        # An undefined number is null, never NaN: it is counted and filtered as what it is.
        return pl.Series(name, values, nan_to_null=True)
    return pl.Series(name, values, pl.String)
