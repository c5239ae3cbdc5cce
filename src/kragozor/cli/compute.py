"""``kragozor compute``: one indicator from a JSON object of named inputs."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from kragozor.cli.terminal import add_language, add_sampling, refuse, table
from kragozor.cli.uncertainty import uncertainty_json, uncertainty_lines
from kragozor.files.json_text import json_object
from kragozor.files.problems import FileRefused, refusal
from kragozor.files.reading import file_content
from kragozor.instruments.compute import Computation, compute
from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.indicators.entries import ValueEntry
from kragozor.instruments.indicators.shown import class_label
from kragozor.words import Message, say
from kragozor.words.numbers import DASH, decimal_text, share_text, unit_text

EXAMPLE = """examples:
  echo '{"mass": 1, "reused_feedstock": 0.5, "collected_for_reuse": 0.5}' | kragozor compute mci -
  echo '{"mass": 1, "recycled_feedstock": {"distribution": "uniform", "low": 0.2, "high": 0.4}}' \\
    | kragozor compute mci - --draws 100000 --seed 1
  kragozor compute mci bottle.json --explain linear_flow_index
"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "compute",
        help="compute one indicator from named inputs",
        description="Computes one indicator from a JSON object of named inputs: a table on a "
        "terminal, JSON otherwise. `kragozor indicators` lists the ids and the inputs. Any number "
        "may be a distribution: uniform (low, high), triangular (low, mode, high), normal or "
        "lognormal (mean, sd), beta (alpha, beta). It is drawn many times, and each value gets "
        "its mean, sd, percentiles and what its variance comes from.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("id", metavar="ID", help="the indicator, for example mci")
    parser.add_argument("file", metavar="FILE", help="the JSON file, or - for standard input")
    parser.add_argument("--json", action="store_true", help="print JSON on a terminal too")
    parser.add_argument(
        "--explain",
        nargs="?",
        const="",
        metavar="VALUE",
        help="print how a value came to be instead, part by part; every value where none is named",
    )
    add_sampling(
        parser,
        draws="how often to draw inputs that are distributions, 20 to 1000000 (10000 as soon as "
        "there is one)",
    )
    add_language(parser)


def run(args: argparse.Namespace) -> int:
    """Print the computation; 2 where the inputs cannot be worked with."""
    try:
        computation = compute(
            args.id, _inputs(args.file), draws=args.draws, seed=args.seed, sampling=args.sampling
        )
        print(_told_of(computation, args))
    except (FileRefused, InstrumentError) as error:
        return refuse(error.lines(args.language))
    return 0


def _told_of(computation: Computation, args: argparse.Namespace) -> str:
    """Return what is to be printed: values explained, JSON or a table."""
    if args.explain is not None:
        from kragozor.reports.explanation import explain

        return explain(computation, args.explain, language=args.language).rstrip("\n")
    if args.json or not sys.stdout.isatty():
        told = as_json(computation, args.language)
        return json.dumps(told, ensure_ascii=False, allow_nan=False, indent=2)
    return as_table(computation, args.language)


def as_json(computation: Computation, language: str) -> dict[str, Any]:
    """Return a computation as the object that the command promises to print."""
    return {
        "indicator": computation.indicator,
        "version": computation.version,
        "values": dict(computation.values),
        "undefined": {n: _told(why, language) for n, why in computation.undefined.items()},
        "warnings": [_told(warning, language) for warning in computation.warnings],
        **(uncertainty_json(found) if (found := computation.uncertainty) else {}),
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
    found = computation.uncertainty
    spread = ["", *uncertainty_lines(entry, found, language)] if found else []
    return "\n".join([title, "", table(rows), *spread, *([""] if warnings else []), *warnings])


def _figure(computation: Computation, entry: ValueEntry, language: str) -> tuple[str, str]:
    if entry.name in computation.undefined:
        return DASH, _told(computation.undefined[entry.name], language)
    value = computation.values[entry.name]
    if isinstance(value, tuple):
        return "; ".join(_one_of_list(item, entry, language) for item in value), ""
    if isinstance(value, str):
        return say(class_label(entry, value), language), ""
    if (known := _ends(computation, entry)) is not None:
        from kragozor.reports.amounts import figure_text

        # The interval stands below; no digit is shown that it does not support.
        return figure_text(value, entry.display, entry.unit, language, ends=known), ""
    if entry.display == "share":
        return share_text(value, language), ""
    if entry.display == "index":
        return decimal_text(value, language, digits=3), ""
    return unit_text(value, entry.unit, language), ""


def _ends(computation: Computation, entry: ValueEntry) -> tuple[float, float] | None:
    """Return between which numbers a value lies in nine of ten draws, where anything was drawn."""
    found = computation.uncertainty
    summary = found.values.get(entry.name) if found else None
    if summary is None or summary.p05 is None or summary.p95 is None:
        return None
    return summary.p05, summary.p95


def _one_of_list(item: float | str | None, entry: ValueEntry, language: str) -> str:
    return item if isinstance(item, str) else unit_text(item, entry.unit, language)


def _told(message: Message, language: str) -> str:
    """Return a message with the names by which a file gives the inputs that it speaks of."""
    text = say(message, language)
    names = message.values.get("inputs")
    return f"{text.rstrip('.')} ({', '.join(names)})." if isinstance(names, tuple) else text


def _inputs(file: str) -> Any:
    """Return the JSON object of a file, refused where it is anything else."""
    inputs = json_object(file_content(sys.stdin.buffer if file == "-" else file))
    if not isinstance(inputs, dict):
        raise refusal("json.not_object")
    return inputs
