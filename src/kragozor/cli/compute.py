"""``kragozor compute``: one indicator from a JSON object of named inputs."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from kragozor.cli.terminal import add_language, refuse, table
from kragozor.instruments.compute import Computation, compute
from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.indicators.catalogue import ValueEntry, indicator
from kragozor.words import Message, say
from kragozor.words.numbers import DASH, decimal_text, share_text, unit_text

EXAMPLE = """example:
  echo '{"mass": 1, "reused_feedstock": 0.5, "collected_for_reuse": 0.5}' | kragozor compute mci -
"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "compute",
        help="compute one indicator from named inputs",
        description="Computes one indicator from a JSON object of named inputs: a table on a "
        "terminal, JSON otherwise. `kragozor indicators` lists the ids and the inputs.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("id", metavar="ID", help="the indicator, for example mci")
    parser.add_argument("file", metavar="FILE", help="the JSON file, or - for standard input")
    parser.add_argument("--json", action="store_true", help="print JSON on a terminal too")
    add_language(parser)


def run(args: argparse.Namespace) -> int:
    """Print the computation; 2 where the inputs cannot be worked with."""
    try:
        computation = compute(args.id, _inputs(args.file))
    except InstrumentError as error:
        return refuse(error.messages, args.language)
    if args.json or not sys.stdout.isatty():
        told = as_json(computation, args.language)
        print(json.dumps(told, ensure_ascii=False, allow_nan=False, indent=2))
    else:
        print(as_table(computation, args.language))
    return 0


def as_json(computation: Computation, language: str) -> dict[str, Any]:
    """Return a computation as the object that the command promises to print."""
    return {
        "indicator": computation.indicator,
        "version": computation.version,
        "values": dict(computation.values),
        "undefined": {n: _told(why, language) for n, why in computation.undefined.items()},
        "warnings": [_told(warning, language) for warning in computation.warnings],
    }


def as_table(computation: Computation, language: str) -> str:
    """Return a computation as text for people."""
    entry = indicator(computation.indicator)
    rows = [
        (say(value.label, language), *_figure(computation, value, language))
        for value in entry.values.values()
    ]
    title = f"{say(entry.framework, language)}, {entry.version}"
    warnings = [f"! {_told(warning, language)}" for warning in computation.warnings]
    return "\n".join([title, "", table(rows), *([""] if warnings else []), *warnings])


def _figure(computation: Computation, entry: ValueEntry, language: str) -> tuple[str, str]:
    if entry.name in computation.undefined:
        return DASH, _told(computation.undefined[entry.name], language)
    value = computation.values[entry.name]
    if entry.display == "share":
        return share_text(value, language), ""
    if entry.display == "index":
        return decimal_text(value, language, digits=3), ""
    return unit_text(value, entry.unit, language), ""


def _told(message: Message, language: str) -> str:
    """Return a message with the names by which a file gives the inputs that it speaks of."""
    text = say(message, language)
    names = message.values.get("inputs")
    return f"{text.rstrip('.')} ({', '.join(names)})." if isinstance(names, tuple) else text


def _inputs(file: str) -> dict[str, Any]:
    """Return the JSON object of a file, refused where it is anything else."""
    try:
        inputs = json.loads(_text(file), object_pairs_hook=_object, parse_constant=_no_number)
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        told = {"file": file, "reason": str(error)}
        raise InstrumentError(Message("cli.not-json", told)) from None
    if not isinstance(inputs, dict):
        raise InstrumentError(Message("cli.not-an-object", {"file": file}))
    return inputs


def _text(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        told = {"file": file, "reason": error.strerror}
        raise InstrumentError(Message("cli.unreadable", told)) from None
    return data.decode("utf-8-sig")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    twice = tuple(dict.fromkeys(name for name in names if names.count(name) > 1))
    if twice:
        raise InstrumentError(*(Message("cli.name-twice", {"name": name}) for name in twice))
    return dict(pairs)


def _no_number(text: str) -> None:
    raise InstrumentError(Message("cli.no-number", {"value": text}))
