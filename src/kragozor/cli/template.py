"""``kragozor template``: write the workbook to fill."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kragozor.cli.terminal import refuse, terminal_language

EXAMPLE = "example: kragozor template plastics -o inventory.xlsx"
PILLARS = ("textiles", "plastics", "agrifood")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "template", help="write the workbook to fill, Bulgarian and English", epilog=EXAMPLE
    )
    parser.add_argument("pillar", choices=PILLARS, help="the sector: %(choices)s")
    parser.add_argument("-o", "--output", required=True, help="the .xlsx file to write, or -")
    parser.add_argument("--language", choices=("bg", "en"), help="language that stands first (bg)")


def run(args: argparse.Namespace) -> int:
    """Write the template; 2 when the file cannot be written."""
    from kragozor.files.workbook.template import workbook_template
    from kragozor.words import Message, say

    language = args.language or terminal_language()
    data = workbook_template(args.pillar, args.language or "bg")
    if args.output == "-":
        sys.stdout.buffer.write(data)
        return 0
    try:
        Path(args.output).write_bytes(data)
    except OSError as error:
        values = {"name": args.output, "reason": error.strerror or str(error)}
        return refuse([say(Message("files.file.unwritable", values), language)])
    print(say(Message("files.file.written", {"name": args.output}), language))
    return 0
