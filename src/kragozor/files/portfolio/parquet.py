"""A portfolio as Parquet, read and written by PyArrow in constant memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from kragozor.files.portfolio.blocks import Block
from kragozor.files.problems import refusal
from kragozor.instruments.indicators.bounds import Numbers

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

# Rows that are held at once: enough for the library's threads, few enough for any memory.
ROWS = 1 << 17


def pyarrow_parquet() -> Any:
    """Return PyArrow's module for Parquet, which comes with the extra ``scale``."""
    try:
        from pyarrow import parquet
    except ImportError:
        raise refusal("portfolio.no_library") from None
    return parquet


@contextmanager
def parquet_source(path: Path) -> Iterator[ParquetSource]:
    """Open a Parquet file."""
    library = pyarrow_parquet()
    from pyarrow import ArrowInvalid

    try:
        with library.ParquetFile(path) as file:
            yield ParquetSource(file)
    except OSError as error:
        reason = error.strerror or str(error)
        raise refusal("file.missing", name=path.name, reason=reason) from None
    except ArrowInvalid:
        raise refusal("portfolio.not_parquet", name=path.name) from None


class ParquetSource:
    """A Parquet file that is open."""

    def __init__(self, file: ParquetFile) -> None:
        self._file = file
        self.names: Sequence[str] = file.schema_arrow.names

    def blocks(self, inputs: Sequence[str], carried: Sequence[str]) -> Iterator[Block]:
        """Yield the rows, some at a time."""
        for name in inputs:
            self._check_number(name)
        done, rows = 0, self._file.metadata.num_rows
        for batch in self._file.iter_batches(ROWS, columns=[*inputs, *carried]):
            yield Block(
                lines=np.arange(done + 1, done + len(batch) + 1),
                numbers={name: _numbers(batch.column(name)) for name in inputs},
                carried={name: batch.column(name) for name in carried},
                share=(done + len(batch)) / rows,
            )
            done += len(batch)

    def _check_number(self, name: str) -> None:
        import pyarrow as pa

        kind = self._file.schema_arrow.field(name).type
        is_number = pa.types.is_floating(kind) or pa.types.is_integer(kind)
        if not (is_number or pa.types.is_decimal(kind) or pa.types.is_null(kind)):
            raise refusal("portfolio.no_numbers", name=name, found=str(kind))


def _numbers(column: pa.Array) -> Numbers:
    """Return a column as floats, NaN where it holds nothing."""
    import pyarrow as pa

    floats = column.cast(pa.float64())
    numbers: Numbers = floats.to_numpy(zero_copy_only=False)
    return numbers


class ParquetTarget:
    """A Parquet file that is being written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._library = pyarrow_parquet()
        self._writer: Any = None

    def write(self, carried: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        """Append rows; the first decide what kind each column is of."""
        import pyarrow as pa

        table = pa.table({name: _column(one) for name, one in {**carried, **values}.items()})
        if self._writer is None:
            # Numbers hardly repeat: looking for repetitions costs more than it saves.
            words = [field.name for field in table.schema if not pa.types.is_floating(field.type)]
            self._writer = self._library.ParquetWriter(
                self._path, table.schema, use_dictionary=words or False, compression="lz4"
            )
        self._writer.write_table(table)

    def close(self) -> None:
        """Finish the file."""
        if self._writer is not None:
            self._writer.close()


def _column(values: Any) -> Any:
    import pyarrow as pa

    if isinstance(values, pa.Array):
        return values
    if isinstance(values, np.ndarray) and values.dtype != object:
        # An undefined number is null, never NaN: it is counted and filtered as what it is.
        return pa.array(values, mask=np.isnan(values))
    return pa.array(values, pa.string())
