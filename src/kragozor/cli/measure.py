"""``kragozor measure``: an inventory by every framework, on the terminal and as files."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from typing import TYPE_CHECKING

from kragozor.cli.progress import Progress
from kragozor.cli.terminal import add_language, add_sampling, refuse
from kragozor.words import Message, say

if TYPE_CHECKING:
    from pathlib import Path

    from kragozor.instruments.inventory import Inventory
    from kragozor.instruments.result import Assessment

EXAMPLE = """examples:
  kragozor measure inventory.xlsx -o report.pdf -o result.json
  kragozor measure inventory.xlsx --explain mci.mci
  kragozor measure inventory.xlsx --draws 100000 --seed 1 --json
  kragozor measure products.csv -o measured.csv
  kragozor measure products.parquet -o measured.parquet --indicator mci --strict
"""
# The endings of a table of products.
PORTFOLIOS = (".csv", ".parquet")
DONE, FINDING = 0, 1
# Those of kragozor.instruments.assess, which is loaded only where something is measured.
DRAWS = 1000


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "measure",
        help="measure an inventory, or a table of products, by every framework",
        description="Measures the inventory in a workbook or JSON file by every framework. Ends "
        "with 1 where the mass balance does not close. A table of products (CSV or Parquet) has "
        "a product a row and the inputs of `kragozor indicators` as columns; its values go to "
        "the table that -o names. A row that cannot be measured is set aside with its line, and "
        "the command ends with 1.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "file",
        metavar="FILE",
        help="workbook or JSON, or - for standard input; or a table, .csv or .parquet",
    )
    _add_what_comes_out(parser)
    _add_for_tables(parser)
    add_sampling(
        parser,
        draws="how often to draw the facts of an inventory, 20 to 1000000 (%(default)s); 0 leaves "
        "the intervals out",
        default=DRAWS,
    )
    add_language(parser)


def _add_what_comes_out(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        action="append",
        default=[],
        help="also write this file: .pdf, .xlsx, .json or .svg; may be repeated. For a table of "
        "products the one table to write, .csv or .parquet",
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument(
        "--explain",
        metavar="FIGURE",
        help="print how a figure came to be, down to the rows, for example mci.mci; an "
        "indicator alone explains all its figures",
    )


def _add_for_tables(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--indicator",
        metavar="ID",
        action="append",
        default=[],
        help="tables only: compute this indicator alone; may be repeated",
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help="tables only: stop at the first row that cannot be measured, and write nothing",
    )


def run(args: argparse.Namespace) -> int:
    """Measure, print and write; 1 where the balance does not close, 2 on bad input."""
    if args.file.lower().endswith(PORTFOLIOS):
        from kragozor.cli.portfolio import run as run_portfolio

        return run_portfolio(args)
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

    steps = 2 + len(paths)
    with Progress(args.language) as progress:
        progress.show(0, Message("reports.output.reading"))
        inventory = _inventory(args.file)
        progress.show(1 / steps, Message("reports.output.measuring"))
        assessment = assess(inventory, draws=args.draws, seed=args.seed, sampling=args.sampling)
        told = _told(assessment, args)
        contents = {}
        for number, path in enumerate(paths, start=2):
            progress.show(number / steps, path.name)
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
