"""The JSON Schema of an inventory, made from the table of fields.

It is committed as ``inventory.schema.json`` and published under its ``$id``. Everything the
reader takes is valid by it; what needs two values at once (sums, dates in order) is left to
the reader.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources
from typing import Any

from kragozor.files.aspects import DISTRIBUTION, GRADE
from kragozor.files.facts import FORMAT, VERSION
from kragozor.files.fields import Field, Section, sections
from kragozor.files.limits import MAX_ROWS
from kragozor.files.values import LARGEST
from kragozor.instruments.uncertainty.distributions import DISTRIBUTIONS

PATH = "/schemas/inventory-1.json"
FILE = "inventory.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"

Node = dict[str, Any]


def inventory_schema() -> Node:
    """Return the schema of version 1 of the inventory format."""
    properties: Node = {
        "$schema": {"type": "string"},
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
    }
    properties |= {section.name: _section(section) for section in sections()}
    return {
        "$schema": _DIALECT,
        "$id": PATH,
        "title": "Kragozor inventory",
        "description": "The facts a company declares once. Shares are fractions from 0 to 1.",
        "type": "object",
        "properties": properties,
        "required": ["format", "version", "subject"],
        "additionalProperties": False,
        "$defs": {name: _quantity(number) for name, number in _NUMBERS.items()},
    }


def schema_text() -> str:
    """Return the schema as the text that is committed and published."""
    return json.dumps(inventory_schema(), ensure_ascii=False, indent=2) + "\n"


def published_schema() -> str:
    """Return the committed schema."""
    return resources.files("kragozor.files").joinpath(FILE).read_text("utf-8")


def _section(section: Section) -> Node:
    row = {
        "type": "object",
        "properties": {field.name: _field(field) for field in section.fields},
        "additionalProperties": False,
    }
    required = [field.name for field in section.fields if field.required]
    if required:
        row["required"] = required
    if not section.many:
        return {"description": section.help["en"], **row}
    limit = {"maxItems": MAX_ROWS}
    return {"description": section.help["en"], "type": "array", **limit, "items": row}


def _field(field: Field) -> Node:
    node = {"$ref": f"#/$defs/{_kind(field)}"} if field.is_quantity else _plain(field)
    heading = {"title": field.heading("en"), "description": field.help["en"]}
    # A key may be present and null, which declares nothing; a required one may not.
    return heading | (node if field.required else {"anyOf": [node, {"type": "null"}]})


def _plain(field: Field) -> Node:
    if field.choices is not None:
        return {"enum": [member.value for member in field.choices]}
    return dict(_PLAIN[field.form])


_PLAIN: Mapping[str, Node] = {
    "text": {"type": "string"},
    "code": {"type": "string"},
    "term": {"type": "string"},
    "flag": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
}


def _kind(field: Field) -> str:
    if field.signed:
        return "number"
    kind = "share" if field.form == "share" else "amount"
    return f"positive_{kind}" if field.positive else kind


_NUMBERS: Mapping[str, Node] = {
    "number": {"type": "number", "minimum": -LARGEST, "maximum": LARGEST},
    "amount": {"type": "number", "minimum": 0, "maximum": LARGEST},
    "positive_amount": {"type": "number", "exclusiveMinimum": 0, "maximum": LARGEST},
    "share": {"type": "number", "minimum": 0, "maximum": 1},
    "positive_share": {"type": "number", "exclusiveMinimum": 0, "maximum": 1},
}


def _quantity(number: Node) -> Node:
    """Return a bare number, or one with what stands beside it."""
    spread = [
        _object(number, family, names) for family, forms in DISTRIBUTIONS.items() for names in forms
    ]
    return {"anyOf": [number, _object(number), *spread]}


def _object(number: Node, family: str = "", names: tuple[str, ...] = ()) -> Node:
    properties: Node = {
        "value": number,
        "grade": {"enum": [*_plain(GRADE)["enum"], None]},
        "source": {"type": ["string", "null"]},
        "distribution": {"const": family} if family else {"type": "null"},
    }
    properties |= {name: _parameter(number, name) for name in names}
    required = ["value", *([DISTRIBUTION.name, *names] if family else [])]
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _parameter(number: Node, name: str) -> Node:
    """Return what a parameter may be; the low bound may be where the domain ends."""
    if name == "low" and "exclusiveMinimum" in number:
        edge = {"type": "number", "minimum": number["exclusiveMinimum"]}
        return edge | {"maximum": number["maximum"]}
    return number if name in _LOCATIONS else _SHAPES[name]


_LOCATIONS = ("low", "mode", "high", "mean", "median")

_SHAPES: Mapping[str, Node] = {
    "sd": {"type": "number", "minimum": 0},
    "cv": {"type": "number", "minimum": 0},
    "gsd": {"type": "number", "minimum": 1},
    "alpha": {"type": "number", "exclusiveMinimum": 0},
    "beta": {"type": "number", "exclusiveMinimum": 0},
}
