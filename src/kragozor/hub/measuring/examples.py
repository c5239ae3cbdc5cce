"""The public examples: demonstration results that were shared, and a country's packaging."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from kragozor.drawing.sankey import Flow, FlowRow, Node, flow_table, sankey
from kragozor.words.numbers import unit_text

PACKAGING = "packaging-bulgaria.json"


@dataclass(frozen=True)
class Flows:
    """Flows with a source, drawn wide and narrow, with the table behind."""

    title: str
    source: str
    unit: str
    wide: SafeString
    narrow: SafeString
    rows: list[FlowRow]


@cache
def packaging(language: str) -> Flows:
    """Return Bulgaria's packaging waste by material and treatment; it changes with a release."""
    data = json.loads(resources.files("kragozor.files.examples").joinpath(PACKAGING).read_text())
    nodes = [Node(node["id"], node["label"][language], node["colour"]) for node in data["nodes"]]
    flows = [Flow(**flow) for flow in data["flows"]]
    title, source, unit = data["title"][language], data["source"][language], data["unit"]
    # Our own drawing, in which every text is escaped.
    wide, narrow = (
        mark_safe(  # noqa: S308
            sankey(
                nodes,
                flows,
                title=title,
                description=source,
                narrow=is_narrow,
                value_format=lambda value: unit_text(value, unit, language, digits=0),
            )
        )
        for is_narrow in (False, True)
    )
    return Flows(title, source, unit, wide, narrow, flow_table(nodes, flows))


def inventories() -> dict[str, Any]:
    """Return the raw facts of every demonstration inventory, by the name of its file."""
    folder = resources.files("kragozor.files.examples")
    return {
        file.name.removesuffix(".json"): json.loads(file.read_text("utf-8"))
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".json") and file.name != PACKAGING
    }
