"""A portfolio from one file to another, in constant memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kragozor.files.portfolio.blocks import LINE, Block, Columns, Fault, Tally
from kragozor.files.portfolio.faults import FaultFile
from kragozor.files.portfolio.sources import opened
from kragozor.files.portfolio.targets import written
from kragozor.files.problems import FileRefused, Problem
from kragozor.files.problems import refusal as refusal_of_file
from kragozor.instruments.portfolio import (
    Measured,
    Plan,
    is_undefined,
    measure_columns,
    plan_of,
    refusal,
)
from kragozor.words import Message

# How many rows that were set aside are told one by one; all of them stand in their own file.
FAULTS_TOLD = 20


@dataclass
class Report:
    """What became of a portfolio.

    Attributes
    ----------
    plan : Plan
        What was computed from which columns.
    measured : int
        How many rows have values.
    set_aside : int
        How many rows are refused.
    faults : list of Fault
        The first of these.
    undefined : Counter
        For each value in how many of the measured rows it is undefined.
    faults_file : Path or None
        Where all rows that were set aside stand; None where there is none.
    """

    plan: Plan
    measured: int = 0
    set_aside: int = 0
    faults: list[Fault] = field(default_factory=list)
    undefined: Counter[str] = field(default_factory=Counter)
    faults_file: Path | None = None

    def add(self, tally: Tally) -> None:
        """Add what became of some more rows."""
        self.measured += tally.measured
        self.set_aside += len(tally.faults)
        self.faults += tally.faults[: FAULTS_TOLD - len(self.faults)]
        self.undefined.update(tally.undefined)


def measure_file(
    source: Path,
    target: Path,
    *,
    indicators: Iterable[str] = (),
    strict: bool = False,
    progress: Callable[[float], object] = lambda share: None,
) -> Report:
    """Measure the products of one table and write their values to another.

    Rows that cannot be measured are set aside into ``TARGET.refused.csv`` and the rest goes on;
    with ``strict`` the first of them ends the work, and nothing is written.

    Raises
    ------
    FileRefused
        The table cannot be read or written, or a row is refused and ``strict`` is asked for.
    InstrumentError
        Nothing can be computed from its columns.
    """
    if target.exists() and target.samefile(source):
        raise refusal_of_file("portfolio.same", name=target.name)
    with opened(source) as table:
        plan = plan_of(table.names, indicators)
        report = Report(plan)
        with written(target) as write, FaultFile(target) as aside:

            def note(tally: Tally) -> None:
                if tally.faults and strict:
                    raise FileRefused(map(_problem, tally.faults[:FAULTS_TOLD]))
                aside.write(tally.faults)
                report.add(tally)
                progress(tally.share)

            write(table.worked(plan, partial(_work, plan), note))
        report.faults_file = aside.path if report.set_aside else None
    return report


def _work(plan: Plan, block: Block) -> tuple[Columns, Tally]:
    """Return the rows of a block that have values, and what became of all."""
    measured = measure_columns(plan, block.numbers)
    faults = sorted([*block.faults, *_faults(plan, block, measured)], key=lambda f: f.line)
    kept = ~measured.refused
    columns = {LINE: block.lines, **block.carried, **measured.values}
    if not kept.all():
        columns = {name: _kept(column, kept) for name, column in columns.items()}
    undefined = {c.name: int(np.count_nonzero(is_undefined(columns[c.name]))) for c in plan.columns}
    return columns, Tally(int(np.count_nonzero(kept)), undefined, tuple(faults), block.share)


def _faults(plan: Plan, block: Block, measured: Measured) -> Iterator[Fault]:
    for n in np.flatnonzero(measured.refused):
        row = {name: float(column[n]) for name, column in block.numbers.items()}
        for problem in refusal(plan, row)[:1]:
            yield Fault(int(block.lines[n]), problem)


def _kept(column: Any, kept: NDArray[np.bool_]) -> Any:
    if isinstance(column, list):
        return [cell for cell, is_kept in zip(column, kept, strict=True) if is_kept]
    return column[np.flatnonzero(kept)]


def _problem(fault: Fault) -> Problem:
    told = {"line": fault.line, "problem": fault.problem}
    return Problem(Message("files.portfolio.row", told))
