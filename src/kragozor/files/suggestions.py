"""What the template and the web forms suggest: names to pick from, examples and advice."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from kragozor.instruments.inventory import Pillar


@cache
def _tables() -> Mapping[str, Any]:
    text = resources.files("kragozor.files").joinpath("suggestions.toml").read_text("utf-8")
    return tomllib.loads(text)


def suggested(name: str, pillar: Pillar, language: str) -> tuple[str, ...]:
    """Return the names to pick from for a field whose ``suggestions`` is ``name``.

    Examples
    --------
    >>> suggested("materials", Pillar.TEXTILES, "bg")[:3]
    ('памук', 'вълна', 'лен')
    """
    lists = _tables()[name]
    return tuple(entry[language] for entry in lists.get(pillar.value, lists.get("every")))


def advice(pillar: Pillar, language: str) -> tuple[str, ...]:
    """Return what a company of this pillar should heed."""
    return tuple(entry[language] for entry in _tables()["advice"][pillar.value])


def example(pillar: Pillar, section: str, language: str) -> dict[str, Any]:
    """Return one example row of a section, choices as codes.

    Examples
    --------
    >>> example(Pillar.AGRIFOOD, "water", "en")["body"]
    'public mains'
    """
    examples = _tables()["example"]
    row = examples[pillar.value].get(section) or examples["every"][section]
    return {
        name: value[language] if isinstance(value, dict) else value for name, value in row.items()
    }
