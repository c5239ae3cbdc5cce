"""A portfolio from one file to another, in constant memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kragozor.files.portfolio.blocks import Block, Fault
from kragozor.files.portfolio.faults import FaultFile
from kragozor.files.portfolio.sources import Source, opened
from kragozor.files.portfolio.targets import Target, written
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

# By which a row of the result is found again in the table; the table's own wins.
LINE = "line"


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
        with written(target) as out, FaultFile(target) as aside:
            for block in _blocks(table, plan):
                _measure(block, report, out, aside, strict=strict)
                progress(block.share)
        report.faults_file = aside.path if report.set_aside else None
    return report


def _blocks(table: Source, plan: Plan) -> Iterator[Block]:
    """Yield the rows of a table; of one without rows a block of none, for its heading."""
    blocks = table.blocks(plan.given, plan.carried)
    nothing = {name: np.empty(0) for name in plan.given}
    carried: dict[str, list[str]] = {name: [] for name in plan.carried}
    yield next(blocks, Block(np.empty(0, dtype=np.int64), nothing, carried))
    yield from blocks


def _measure(block: Block, report: Report, out: Target, aside: FaultFile, *, strict: bool) -> None:
    measured = measure_columns(report.plan, block.numbers)
    faults = sorted([*block.faults, *_faults(report.plan, block, measured)], key=lambda f: f.line)
    if faults and strict:
        raise FileRefused(map(_problem, faults[:FAULTS_TOLD]))
    report.set_aside += len(faults)
    report.faults += faults[: FAULTS_TOLD - len(report.faults)]
    aside.write(faults)
    _write(block, measured, report, out)


def _problem(fault: Fault) -> Problem:
    told = {"line": fault.line, "problem": fault.problem}
    return Problem(Message("files.portfolio.row", told))


def _write(block: Block, measured: Measured, report: Report, out: Target) -> None:
    kept = ~measured.refused
    is_whole = bool(kept.all())
    values = measured.values if is_whole else {n: v[kept] for n, v in measured.values.items()}
    columns = {LINE: block.lines, **block.carried}
    carried = columns if is_whole else {name: _kept(c, kept) for name, c in columns.items()}
    out.write(carried, values)
    report.measured += int(kept.sum())
    for name, column in values.items():
        report.undefined[name] += int(np.count_nonzero(is_undefined(column)))


def _faults(plan: Plan, block: Block, measured: Measured) -> Iterator[Fault]:
    for n in np.flatnonzero(measured.refused):
        row = {name: float(column[n]) for name, column in block.numbers.items()}
        for problem in refusal(plan, row)[:1]:
            yield Fault(int(block.lines[n]), problem)


def _kept(column: Any, kept: NDArray[np.bool_]) -> Any:
    if isinstance(column, list):
        return [cell for cell, is_kept in zip(column, kept, strict=True) if is_kept]
    return column[np.flatnonzero(kept)]
