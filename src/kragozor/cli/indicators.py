"""``kragozor indicators``: the indicators, what each asks for and what it gives."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from typing import Any

from kragozor.cli.terminal import add_language, refuse, table
from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.indicators.catalogue import indicator, indicator_ids, indicators
from kragozor.instruments.indicators.entries import Indicator, Input, ValueEntry
from kragozor.instruments.indicators.families import successor
from kragozor.words import Message, say

EXAMPLE = "example: kragozor indicators mci"

# The unit of a number without one.
DIMENSIONLESS = "-"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "indicators", help="list the indicators with their inputs and sources", epilog=EXAMPLE
    )
    parser.add_argument("ids", metavar="ID", nargs="*", help="only these indicators")
    parser.add_argument("--json", action="store_true", help="print JSON")
    add_language(parser)


def run(args: argparse.Namespace) -> int:
    """Print the catalogue, or what is asked for of it."""
    try:
        entries = [indicator(name) for name in args.ids or indicator_ids()]
    except InstrumentError as error:
        return refuse(error.lines(args.language))
    if args.json:
        told = [as_json(entry, args.language) for entry in entries]
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        print("\n\n".join(as_text(entry, args.language) for entry in entries))
    return 0


def as_json(entry: Indicator, language: str) -> dict[str, Any]:
    """Return an indicator as an object."""
    return {
        "id": entry.id,
        "framework": say(entry.framework, language),
        "version": entry.version,
        "source": say(entry.source, language),
        "supersedes": entry.supersedes or None,
        "superseded_by": _following(entry),
        "outlook": say(entry.outlook, language) if entry.outlook else None,
        "variants": list(entry.variants),
        "inputs": [_input(asked, language) for asked in _asked(entry)],
        "values": [_value(value, language) for value in entry.values.values()],
    }


def as_text(entry: Indicator, language: str) -> str:
    """Return an indicator as text for people."""
    version = say(Message("cli.version", {"version": entry.version}), language)
    source = say(Message("cli.source", {"source": entry.source}), language)
    return "\n".join(
        [
            f"{entry.id}: {say(entry.framework, language)}, {version}",
            source,
            *(say(line, language) for line in _lineage(entry)),
            "",
            say(Message("cli.inputs"), language),
            table(_input_rows(_asked(entry), language)),
            "",
            say(Message("cli.values"), language),
            table(_value_rows(entry.values.values(), language)),
        ]
    )


def _asked(entry: Indicator) -> list[Input]:
    """Return the inputs that can be given; what belongs to a part alone is among its items."""
    return [asked for asked in entry.inputs.values() if not asked.only_of_parts]


def _lineage(entry: Indicator) -> Iterator[Message]:
    """Yield what the entry follows, what follows it, and what else can be asked for."""
    if entry.supersedes:
        yield Message("cli.supersedes", {"id": entry.supersedes})
    following = _following(entry)
    if following:
        yield Message("cli.superseded", {"id": following})
    elif entry.outlook:
        yield entry.outlook
    if entry.variants:
        yield Message("cli.variants", {"ids": entry.variants})


def _following(entry: Indicator) -> str | None:
    found = successor(entry, indicators())
    return found.id if found else None


def _input(entry: Input, language: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": entry.name,
        "description": say(entry.label, language),
        "domain": entry.domain,
    }
    if entry.is_number:
        told |= {"symbol": entry.symbol, "unit": entry.unit, "assumed": entry.assumed}
    if entry.aliases:
        told["aliases"] = list(entry.aliases)
    if entry.choices:
        told["choices"] = list(entry.choices)
    if entry.items:
        told["items"] = [_input(item, language) for item in entry.items.values()]
    return told


def _value(entry: ValueEntry, language: str) -> dict[str, Any]:
    return {
        "name": entry.name,
        "description": say(entry.label, language),
        "symbol": entry.symbol,
        "unit": entry.unit,
        "formula": entry.formula,
        "source": say(entry.source, language),
        "mandatory": entry.mandatory,
    }


def _input_rows(
    entries: Iterable[Input], language: str, path: str = ""
) -> Iterator[tuple[str, str, str, str]]:
    for entry in entries:
        name, label = path + entry.name, say(entry.label, language)
        yield name, entry.unit or DIMENSIONLESS, entry.domain, label + _assumption(entry, language)
        yield from _input_rows(entry.items.values(), language, f"{name}[].")


def _value_rows(
    entries: Iterable[ValueEntry], language: str
) -> Iterator[tuple[str, str, str, str]]:
    for entry in entries:
        mandatory = f" ({say(Message('cli.mandatory'), language)})" if entry.mandatory else ""
        label = say(entry.label, language) + mandatory
        yield entry.name, entry.unit or DIMENSIONLESS, entry.formula, label


def _assumption(entry: Input, language: str) -> str:
    if entry.assumed is None:
        return ""
    return f" ({say(Message('cli.assumed', {'value': entry.assumed}), language)})"
