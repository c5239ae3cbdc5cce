"""The OpenAPI document as a page for people reads it: operations with all that they need."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

Json = dict[str, Any]

RESOURCES = {
    "members": _("Members"),
    "pillars": _("Pillars"),
    "inventories": _("Inventories"),
    "assessments": _("Assessments"),
    "programme": _("Programme"),
}


@dataclass(frozen=True)
class Value:
    """A parameter, or a field of what is sent or returned."""

    name: str
    kind: str
    place: str
    description: str
    is_required: bool


@dataclass(frozen=True)
class Operation:
    """One thing that can be asked of the API."""

    name: str
    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Value, ...]
    sent: tuple[Value, ...]
    returned: tuple[Value, ...]
    status: str
    example: str


@dataclass(frozen=True)
class Resource:
    """The operations on one kind of thing."""

    name: str
    title: str
    operations: tuple[Operation, ...]


def resources(document: Json, address: str) -> list[Resource]:
    """Return what a document offers, resource by resource; examples call the given address."""
    found: dict[str, list[Operation]] = {}
    for path, methods in document["paths"].items():
        for method, facts in methods.items():
            tag = facts.get("tags", [""])[0]
            found.setdefault(tag, []).append(_operation(document, address, path, method, facts))
    return [
        Resource(tag, str(RESOURCES.get(tag, tag)), tuple(operations))
        for tag, operations in found.items()
    ]


def _operation(document: Json, address: str, path: str, method: str, facts: Json) -> Operation:
    sent = _body(document, facts.get("requestBody", {}))
    status, answer = min(facts["responses"].items(), key=lambda pair: str(pair[0]))
    return Operation(
        name=facts["operationId"],
        method=method.upper(),
        path=path,
        summary=translated(facts["summary"]),
        description=translated(facts["description"]) if facts.get("description") else "",
        parameters=tuple(_parameters(document, facts.get("parameters", []))),
        sent=tuple(_values(document, sent)),
        returned=tuple(_values(document, _body(document, answer))),
        status=str(status),
        example=_curl(address, path, method.upper(), facts, _example(document, sent)),
    )


def _body(document: Json, holder: Json) -> Json:
    """Return the JSON schema of a request or an answer, empty where there is none."""
    schema = holder.get("content", {}).get("application/json", {}).get("schema", {})
    return _resolved(document, schema)


def _resolved(document: Json, schema: Json) -> Json:
    """Follow a reference to where the schema stands."""
    while "$ref" in schema:
        target: Json = document
        for step in schema["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        schema = target
    return schema


def _parameters(document: Json, parameters: list[Json]) -> Iterator[Value]:
    for parameter in parameters:
        schema = parameter["schema"]
        description = _text(parameter) or _text(schema)
        # The path itself shows its parameters; they are told of where there is more to say.
        if description or parameter["in"] != "path":
            yield Value(
                name=parameter["name"],
                kind=_kind(document, schema),
                place=parameter["in"],
                description=description,
                is_required=parameter.get("required", False),
            )


def _values(document: Json, schema: Json, prefix: str = "") -> Iterator[Value]:
    for name, field in schema.get("properties", {}).items():
        # One step into a list is what a reader needs, and a schema may contain itself.
        item = {} if prefix else _resolved(document, field.get("items", {}))
        inner = list(_values(document, item, f"{name}[]."))
        if not inner or _text(field):
            yield Value(
                name=f"{prefix}{name}",
                kind=_kind(document, field),
                place="body",
                description=_text(field),
                is_required=name in schema.get("required", ()),
            )
        yield from inner


def _text(schema: Json) -> str:
    text = schema.get("description", "")
    return translated(text) if text else ""


def _kind(document: Json, schema: Json) -> str:
    """Return what a value is, in the words of JSON Schema."""
    schema = _resolved(document, schema)
    if "anyOf" in schema:
        return " | ".join(_kind(document, option) for option in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(f'"{value}"' for value in schema["enum"])
    if schema.get("type") == "array":
        return f"[{_kind(document, schema.get('items', {}))}]"
    return schema.get("format") or schema.get("type") or "JSON"


def _example(document: Json, schema: Json) -> Json:
    """Return an example of what is sent, made of the examples of its fields."""
    if examples := schema.get("examples"):
        return examples[0]
    fields = schema.get("properties", {}).items()
    return {name: field["examples"][0] for name, field in fields if field.get("examples")}


def _curl(address: str, path: str, method: str, facts: Json, body: Json) -> str:
    """Return the command that asks for an operation from a shell."""
    lines = ['curl -H "Authorization: Bearer $TOKEN"', f"{address}{path}"]
    if method != "GET":
        lines.insert(1, f"-X {method}")
    if facts.get("requestBody"):
        text = json.dumps(body, ensure_ascii=False)
        lines[-1:-1] = ['-H "Content-Type: application/json"', f"-d '{text}'"]
    return " \\\n  ".join(lines)
