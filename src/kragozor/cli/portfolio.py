"""``kragozor measure PORTFOLIO``: many products at once, from a table to a table."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kragozor.cli.progress import Progress
from kragozor.cli.terminal import printable, refuse, table
from kragozor.files.portfolio import SUFFIXES, Report, measure_file
from kragozor.files.problems import FileRefused
from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.words import Message, say

DONE, FINDING = 0, 1


def run(args: argparse.Namespace) -> int:
    """Measure every product; 1 where a row was set aside, 2 where the table is refused."""
    try:
        report = _measured(args, _target(args))
    except (FileRefused, InstrumentError) as error:
        return refuse(error.lines(args.language))
    for line in _remarks(report, args.language):
        print(printable(line), file=sys.stderr)
    if args.json:
        told = as_json(report, args.language)
        print(json.dumps(told, ensure_ascii=False, allow_nan=False, indent=2))
    else:
        print(as_text(report, args.output[0], args.language))
    return FINDING if report.set_aside else DONE


def as_json(report: Report, language: str) -> dict[str, Any]:
    """Return what became of a portfolio as an object."""
    return {
        "measured": report.measured,
        "set_aside": report.set_aside,
        "refused": str(report.faults_file) if report.faults_file else None,
        "faults": [{"line": f.line, "problem": say(f.problem, language)} for f in report.faults],
        "values": {c.name: {"undefined": report.undefined[c.name]} for c in report.plan.columns},
        "undefined": {name: say(why, language) for name, why in report.plan.lacking.items()},
        "carried": list(report.plan.carried),
    }


def as_text(report: Report, output: str, language: str) -> str:
    """Return what became of a portfolio as text for people."""
    told = {"measured": report.measured, "set_aside": report.set_aside}
    head = say(Message("cli.portfolio.measured", told), language)
    written = say(Message("reports.output.written", {"name": output}), language)
    return "\n".join([head, "", table(_rows(report, language)), "", written])


def _rows(report: Report, language: str) -> Iterator[tuple[str, str, str]]:
    for column in report.plan.columns:
        label = say(indicator(column.indicator).values[column.value].label, language)
        count = report.undefined[column.name]
        told = Message("cli.portfolio.undefined", {"count": count})
        yield column.name, label, say(told, language) if count else ""


def _target(args: argparse.Namespace) -> Path:
    """Return the one table to write, which a portfolio needs."""
    paths = [Path(name) for name in args.output]
    if len(paths) != 1 or paths[0].suffix.lower() not in SUFFIXES:
        raise InstrumentError(Message("cli.portfolio.output", {"names": tuple(args.output) or "—"}))
    return paths[0]


def _measured(args: argparse.Namespace, target: Path) -> Report:
    doing = Message("reports.output.measuring")
    with Progress(args.language) as progress:
        return measure_file(
            Path(args.file),
            target,
            indicators=args.indicator,
            strict=args.strict,
            progress=lambda share: progress.show(share, doing),
        )


def _remarks(report: Report, language: str) -> Iterator[str]:
    """Yield what a reader should know: columns that look like a slip, rows that were set aside."""
    for name, near in report.plan.doubtful.items():
        yield say(Message("cli.portfolio.doubtful", {"name": name, "near": near}), language)
    for fault in report.faults:
        told = {"line": fault.line, "problem": fault.problem}
        yield say(Message("cli.portfolio.fault", told), language)
    if report.faults_file:
        told = {"count": report.set_aside, "name": str(report.faults_file)}
        yield say(Message("cli.portfolio.set-aside", told), language)
