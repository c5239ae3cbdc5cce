"""``kragozor disclose``: the table of a reporting standard, filled from an inventory."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kragozor.cli.terminal import add_language, refuse, table
from kragozor.words import Message, entry, say
from kragozor.words.numbers import DASH, unit_text

if TYPE_CHECKING:
    from kragozor.reports.disclosure import Disclosure, Line

EXAMPLE = """examples:
  kragozor disclose esrs-e5 inventory.xlsx -o table.xlsx
  kragozor disclose vsme-b7 inventory.json --json
"""
STANDARDS = ("esrs-e5", "vsme-b7")
ENDINGS = (".json", ".xlsx")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "disclose",
        help="fill the table of a reporting standard from an inventory",
        description="Fills the datapoints of ESRS E5 or of VSME B7 from the inventory in a "
        "workbook or JSON file. What the facts cannot give stays in the table: undefined with "
        "its reason, or to be written by you.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("standard", choices=STANDARDS, help="the standard")
    parser.add_argument("file", metavar="FILE", help="workbook or JSON, or - for standard input")
    parser.add_argument("--edition", default="", help="edition of the standard (default: the last)")
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        action="append",
        default=[],
        help="also write this file: .xlsx or .json; may be repeated",
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    add_language(parser)


def run(args: argparse.Namespace) -> int:
    """Fill, print and write; 2 on bad input, and then nothing is written."""
    from kragozor.files.problems import FileRefused
    from kragozor.files.reading import read_inventory
    from kragozor.instruments.errors import InstrumentError
    from kragozor.reports.disclosure import disclosure_read, disclosure_text
    from kragozor.reports.outputs import checked_outputs, write_outputs

    try:
        paths = checked_outputs(args.output, endings=ENDINGS, refusal="datapoints.output")
        inventory = read_inventory(sys.stdin.buffer if args.file == "-" else args.file)
        made = disclosure_read(inventory, args.standard, args.edition)
        write_outputs({path: _output(made, path, args.language) for path in paths})
    except (FileRefused, InstrumentError) as error:
        return refuse(error.lines(args.language))
    sys.stdout.write(disclosure_text(made) if args.json else _told(made, paths, args.language))
    return 0


def _output(made: Disclosure, path: Path, language: str) -> bytes:
    from kragozor.reports.disclosure import disclosure_text, disclosure_workbook

    if path.suffix.lower() == ".json":
        return disclosure_text(made).encode()
    return disclosure_workbook(made, language)


def _told(made: Disclosure, paths: tuple[Path, ...], language: str) -> str:
    """Return the table for people, and which files were written."""
    from kragozor.reports.disclosure import notes, title

    before = ["", *(line.datapoint.id for line in made.lines)]
    rows = (
        _row(line, language, is_more=line.datapoint.id == last)
        for last, line in zip(before, made.lines, strict=False)
    )
    written = [Message("reports.output.written", {"name": str(path)}) for path in paths]
    told: Iterator[str] = (say(message, language) for message in written)
    return "\n".join([title(made, language), *notes(made, language), "", table(rows), *told, ""])


def _row(line: Line, language: str, *, is_more: bool) -> tuple[str, str, str, str]:
    """Return one line; a further part of a datapoint does not say its name again."""
    point = line.datapoint
    parts = [say(line.part, language)] if line.part else []
    names = ["  …", *parts] if is_more else [say(point.name, language), *parts]
    if line.value is not None:
        told = unit_text(line.value, point.unit, language)
    else:
        told = DASH if line.state == "undefined" else ""
    state = entry(f"datapoints.state.{line.state}", language)
    why = line.text or say(line.reason or "", language) or ("" if told else state)
    return "" if is_more else point.id, (" " if is_more else ": ").join(names), told, why
