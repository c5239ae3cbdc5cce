"""The kinds of file that a portfolio is read from, by the ending of its name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from kragozor.files.portfolio.blocks import Columns, Note, Work
from kragozor.instruments.portfolio import Plan

SUFFIXES = (".csv", ".parquet")


class Source(Protocol):
    """A portfolio that is open for reading."""

    @property
    def names(self) -> Sequence[str]:
        """The names of its columns."""

    def worked(self, plan: Plan, work: Work, note: Note) -> Iterable[Columns]:
        """Return what the work makes of its rows, some at a time; without rows once of none."""


def opened(path: Path) -> AbstractContextManager[Source]:
    """Open a portfolio.

    Raises
    ------
    FileRefused
        The file cannot be read, or is no table of the kind that its name says.
    """
    if path.suffix.lower() == ".parquet":
        from kragozor.files.portfolio.parquet import parquet_source

        return parquet_source(path)
    from kragozor.files.portfolio.text import text_source

    return text_source(path)
