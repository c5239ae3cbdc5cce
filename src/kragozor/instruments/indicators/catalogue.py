"""The catalogue of indicators: what each asks for, what it gives, and by which formula.

The entries are data, one TOML file an indicator beside this module. A formula stands in them
once, and both the number and the working shown beside it come from there. What an entry is made
of stands in :mod:`kragozor.instruments.indicators.entries`.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.indicators.entries import (
    Band,
    Caution,
    Condition,
    Indicator,
    Input,
    Limit,
    ValueEntry,
)
from kragozor.instruments.indicators.families import variant_ids, variant_of
from kragozor.words import Message


def indicators() -> tuple[Indicator, ...]:
    """Return every indicator of the catalogue, in the order of their ids.

    Examples
    --------
    >>> {"cti", "iso59020", "mci"} <= {entry.id for entry in indicators()}
    True
    """
    return tuple(indicator(name) for name in indicator_ids())


@cache
def indicator_ids() -> tuple[str, ...]:
    """Return the ids of the catalogue.

    Examples
    --------
    >>> "mci" in indicator_ids()
    True
    """
    files = resources.files(__package__).iterdir()
    names = (file.name for file in files if file.name.endswith(".toml"))
    return tuple(sorted(name.removesuffix(".toml") for name in names))


@cache
def indicator(indicator_id: str) -> Indicator:
    """Return one indicator of the catalogue, or a variant of one.

    Raises
    ------
    InstrumentError
        The catalogue has no such indicator.

    Examples
    --------
    >>> indicator("mci").values["linear_flow_index"].symbol
    'LFI'
    """
    tables = (_table(name) for name in indicator_ids() if indicator_id.startswith(name))
    for table in tables:
        found = variant_of(table, indicator_id)
        if found is not None:
            return indicator_of(found, family=table["id"])
    known = {"id": indicator_id, "ids": indicator_ids()}
    raise InstrumentError(Message("instruments.unknown-indicator", known))


@cache
def _table(name: str) -> dict[str, Any]:
    file = resources.files(__package__).joinpath(f"{name}.toml")
    return tomllib.loads(file.read_text("utf-8"))


def indicator_of(table: Mapping[str, Any], *, family: str = "") -> Indicator:
    """Return the indicator that an entry describes, as its TOML file is read.

    Examples
    --------
    >>> table = {
    ...     "id": "half", "version": "1", "source": "ours", "framework": {"bg": "½", "en": "½"},
    ...     "inputs": {"m": {"symbol": "M", "unit": "kg", "domain": ">= 0", "bg": "m", "en": "m"}},
    ...     "values": {"half": {"symbol": "H", "unit": "kg", "display": "number", "formula": "M/2",
    ...                         "source": "ours", "bg": "h", "en": "h"}},
    ... }
    >>> indicator_of(table).inputs_used("half")
    ('m',)
    """
    inputs = {name: _input(name, entry) for name, entry in table["inputs"].items()}
    return Indicator(
        id=table["id"],
        version=table["version"],
        framework=_words(table["framework"]),
        source=_either(table["source"]),
        family=family or table["id"],
        supersedes=table.get("supersedes", ""),
        outlook=_words(table["outlook"]) if "outlook" in table else None,
        variant=table.get("variant", ""),
        variants=variant_ids(table),
        inputs=_with_parts(inputs),
        values={name: _value(name, entry) for name, entry in table["values"].items()},
        limits=tuple(Limit(**entry) for entry in table.get("limits", ())),
        conditions=tuple(Condition(**entry) for entry in table.get("conditions", ())),
        cautions=tuple(_caution(entry) for entry in table.get("cautions", ())),
    )


def _input(name: str, entry: dict[str, Any]) -> Input:
    items = entry.get("items", {})
    return Input(
        name=name,
        label=_words(entry),
        is_part=entry.get("part", False),
        items={key: _input(key, item) for key, item in items.items()},
        aliases=tuple(entry.get("aliases", ())),
        choices=tuple(entry.get("choices", ())),
        assumed=_number(entry),
        together=tuple(entry.get("together", ())),
        usual=tuple(entry["usual"]) if "usual" in entry else None,
        **_chosen(
            entry,
            "domain",
            "symbol",
            "unit",
            "table",
            "words",
            "default",
            "of_parts",
            "only_of_parts",
        ),
    )


def _with_parts(inputs: dict[str, Input]) -> dict[str, Input]:
    """Let the items of ``parts`` be the inputs that each part has for itself."""
    of_part = {name: entry for name, entry in inputs.items() if entry.is_part}
    if not of_part:
        return inputs
    parts = inputs["parts"]
    return {**inputs, "parts": Input("parts", parts.label, parts.domain, items=of_part)}


def _value(name: str, entry: dict[str, Any]) -> ValueEntry:
    told = ("zero", "outside", "not_positive", "head")
    made = ("bg", "en", "zero_when", "assumed", "bands", "source")
    plain: dict[str, Any] = {
        key: _words(value) if key in told else value for key, value in entry.items()
    }
    return ValueEntry(
        name=name,
        label=_words(entry),
        source=_either(entry["source"]),
        zero_when=tuple(entry.get("zero_when", ())),
        assumed=_number(entry),
        bands=tuple(_band(band) for band in entry.get("bands", ())),
        **{key: value for key, value in plain.items() if key not in made},
    )


def _caution(entry: dict[str, Any]) -> Caution:
    choices = tuple(entry.get("choices", ()))
    return Caution(_words(entry), choices=choices, **_chosen(entry, "input", "below_zero"))


def _band(entry: dict[str, Any]) -> Band:
    return Band(entry["name"], _words(entry), float(entry.get("at_least", -math.inf)))


def _number(entry: dict[str, Any]) -> float | None:
    return float(entry["assumed"]) if "assumed" in entry else None


def _chosen(entry: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: entry[name] for name in names if name in entry}


def _either(words: str | dict[str, Any]) -> Message:
    """Return words of both languages, or what is the same in both, such as a title."""
    return _words({"bg": words, "en": words} if isinstance(words, str) else words)


def _words(entry: dict[str, Any]) -> Message:
    return Message("instruments.either", {"bg": entry["bg"], "en": entry["en"]})
