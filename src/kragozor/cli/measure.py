"""``kragozor measure``: an inventory by every framework, on the terminal and as files."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from typing import TYPE_CHECKING

from kragozor.cli.terminal import add_language, refuse
from kragozor.words import Message, say

if TYPE_CHECKING:
    from pathlib import Path

    from kragozor.instruments.inventory import Inventory
    from kragozor.instruments.result import Assessment

EXAMPLE = """example:
  kragozor measure inventory.xlsx -o report.pdf -o result.json
"""
DONE, FINDING = 0, 1


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "measure",
        help="measure an inventory by every framework",
        description="Measures the inventory in a workbook or JSON file by MCI, ISO 59020 and "
        "CTI. Ends with 1 where the mass balance does not close.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", metavar="FILE", help="workbook or JSON, or - for standard input")
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        action="append",
        default=[],
        help="also write this file: .pdf, .xlsx, .json or .svg; may be repeated",
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument(
        "--explain",
        metavar="FIGURE",
        help="print how a figure came to be, down to the rows, for example mci.mci; an "
        "indicator alone explains all its figures",
    )
    add_language(parser)


def run(args: argparse.Namespace) -> int:
    """Measure, print and write; 1 where the balance does not close, 2 on bad input."""
    from kragozor.files.problems import FileRefused
    from kragozor.instruments.errors import InstrumentError
    from kragozor.reports.balancing import balance_view
    from kragozor.reports.outputs import checked_outputs

    try:
        paths = checked_outputs(args.output)
        assessment, told = _measured(args, paths)
    except (FileRefused, InstrumentError) as error:
        return refuse(error.lines(args.language))
    sys.stdout.write(told)
    if not assessment.balance.closes:
        print(balance_view(assessment, args.language).verdict, file=sys.stderr)
    return DONE if assessment.balance.closes else FINDING


def _measured(args: argparse.Namespace, paths: tuple[Path, ...]) -> tuple[Assessment, str]:
    """Return the assessment and what to print of it, with its files written.

    Nothing is written where any step fails.
    """
    from kragozor.instruments.assess import assess
    from kragozor.reports.outputs import output, write_outputs

    with _Progress(2 + len(paths), args.language) as progress:
        progress.begin(Message("reports.output.reading"))
        inventory = _inventory(args.file)
        progress.begin(Message("reports.output.measuring"))
        assessment = assess(inventory)
        told = _told(assessment, args)
        contents = {}
        for path in paths:
            progress.begin(path.name)
            contents[path] = output(assessment, path, args.language, measured_at=dt.date.today())
    write_outputs(contents)
    written = [Message("reports.output.written", {"name": str(path)}) for path in paths]
    said = () if args.json else (say(message, args.language) for message in written)
    return assessment, "".join([told, *(f"{line}\n" for line in said)])


def _inventory(file: str) -> Inventory:
    from kragozor.files.reading import read_inventory

    return read_inventory(sys.stdin.buffer if file == "-" else file)


def _told(assessment: Assessment, args: argparse.Namespace) -> str:
    """Return what is to be printed of an assessment: a figure explained, JSON or a table."""
    if args.explain:
        from kragozor.reports.explanation import explain

        return explain(assessment, args.explain, language=args.language)
    if args.json:
        from kragozor.files.assessments import assessment_text

        return assessment_text(assessment)
    from kragozor.cli.result_table import result_table

    return f"{result_table(assessment, args.language)}\n"


class _Progress:
    """A bar on the terminal while the work goes on; nothing where no one looks."""

    WIDTH = 24

    def __init__(self, steps: int, language: str) -> None:
        self.steps, self.language, self.done = steps, language, 0
        self.is_shown = sys.stderr.isatty()

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._write("\r\x1b[K")

    def begin(self, step: Message | str) -> None:
        """Show how much is done and what is being done now."""
        filled = self.WIDTH * self.done // self.steps
        bar = "█" * filled + "░" * (self.WIDTH - filled)
        self._write(f"\r\x1b[K{bar} {say(step, self.language)}")
        self.done += 1

    def _write(self, text: str) -> None:
        if self.is_shown:
            sys.stderr.write(text)
            sys.stderr.flush()
