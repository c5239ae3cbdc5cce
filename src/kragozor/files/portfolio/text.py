"""A portfolio as CSV: a heading, then a product a line; numbers with comma or point."""

from __future__ import annotations

import csv
import itertools
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import numpy as np

from kragozor.files.numerals import number_from_text
from kragozor.files.portfolio.blocks import Block, Columns, Fault, Note, Work
from kragozor.files.problems import refusal
from kragozor.instruments.indicators.bounds import Numbers
from kragozor.instruments.portfolio import Plan
from kragozor.words import Message

ROWS = 16_384
SEPARATORS = ";\t,"
_LARGEST_HEADING = 1 << 20

Rows = list[tuple[int, list[str]]]


@contextmanager
def text_source(path: Path) -> Iterator[TextSource]:
    """Open a CSV file; what is no UTF-8 in it counts as Windows-1251, cell by cell."""
    try:
        with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
            yield TextSource(file, os.fstat(file.fileno()).st_size)
    except OSError as error:
        raise refusal("file.missing", name=path.name, reason=error.strerror or "") from None


class TextSource:
    """A CSV file whose heading has been read."""

    def __init__(self, file: TextIO, size: int) -> None:
        heading = file.readline(_LARGEST_HEADING)
        if "\0" in heading or not heading.strip():
            raise refusal("portfolio.no_heading")
        self.separator = max(SEPARATORS, key=heading.count)
        self.names = [
            _plain(n.strip()) for n in next(csv.reader([heading], delimiter=self.separator))
        ]
        twice = [name for name, count in Counter(self.names).items() if count > 1]
        if twice:
            raise refusal("portfolio.twice", name=twice[0])
        self._file, self._size, self._read = file, size, len(heading.encode("utf-8", "replace"))

    def worked(self, plan: Plan, work: Work, note: Note) -> Iterator[Columns]:
        """Yield what the work makes of the rows, some at a time; of no rows once."""
        rows = self._rows()
        taken = self._taken(rows)
        while True:
            columns, tally = work(self._block(taken, plan.given, plan.carried))
            yield columns
            note(tally)
            taken = self._taken(rows)
            if not taken:
                return

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows with the line on which each begins, the heading being line 1."""
        reader = csv.reader(self._lines(), delimiter=self.separator)
        begins = 2
        for row in reader:
            if row:
                yield begins, row
            begins = reader.line_num + 2

    def _lines(self) -> Iterator[str]:
        for line in self._file:
            self._read += len(line)
            yield line

    def _taken(self, rows: Iterator[tuple[int, list[str]]]) -> Rows:
        try:
            return list(itertools.islice(rows, ROWS))
        except csv.Error as error:
            raise refusal("portfolio.broken", reason=str(error)) from None

    def _block(self, rows: Rows, inputs: Sequence[str], carried: Sequence[str]) -> Block:
        whole = [(line, row) for line, row in rows if self._fits(row)]
        faults = [_torn(line, len(row), self._width) for line, row in rows if not self._fits(row)]
        columns = {name: [row[n] for _, row in whole] for n, name in enumerate(self.names)}
        numbers, bad = _numbers(columns, inputs, [line for line, _ in whole])
        kept = [n for n, (line, _) in enumerate(whole) if line not in bad]
        return Block(
            lines=np.array([whole[n][0] for n in kept], dtype=np.int64),
            numbers={name: column[kept] for name, column in numbers.items()},
            carried={name: [_plain(columns[name][n]) for n in kept] for name in carried},
            faults=(*faults, *bad.values()),
            share=min(1.0, self._read / max(1, self._size)),
        )

    @property
    def _width(self) -> int:
        return len(self.names)

    def _fits(self, row: list[str]) -> bool:
        return len(row) == self._width


def _torn(line: int, count: int, width: int) -> Fault:
    return Fault(line, Message("files.portfolio.cells", {"count": count, "width": width}))


def _numbers(
    columns: Mapping[str, Sequence[str]], inputs: Sequence[str], lines: list[int]
) -> tuple[dict[str, Numbers], dict[int, Fault]]:
    """Return the columns as numbers, and the rows in which a number cannot be read."""
    numbers: dict[str, Numbers] = {}
    faults: dict[int, Fault] = {}
    for name in inputs:
        cells = columns.get(name, ())
        try:
            numbers[name] = _all_at_once(cells)
        except ValueError:
            numbers[name] = np.full(len(cells), np.nan)
            for n, cell in enumerate(cells):
                try:
                    numbers[name][n] = _number(cell)
                except ValueError:
                    told = {"name": name, "value": _plain(cell)[:40]}
                    problem = Message("files.portfolio.not_a_number", told)
                    faults.setdefault(lines[n], Fault(lines[n], problem))
    return numbers, faults


def _all_at_once(cells: Sequence[str]) -> Numbers:
    """Return the numbers of cells, unless one of them is no number as people write it.

    To NumPy an underscore parts digits, digits are those of any script, and the words nan and
    inf are numbers.
    """
    text = "".join(cells)
    if not text.isascii() or any(mark in text for mark in "_nN"):
        raise ValueError("cells are to be read one by one")
    return np.array([cell or "nan" for cell in cells], dtype=np.float64)


def _number(cell: str) -> float:
    return number_from_text(cell) if cell.strip() else np.nan


def _plain(cell: str) -> str:
    try:
        cell.encode()
    except UnicodeEncodeError:
        return cell.encode("utf-8", "surrogateescape").decode("cp1251", errors="replace")
    return cell
