"""What the library says, in Bulgarian and English: messages are data until somebody reads them.

A room of the library never builds a sentence. It makes a :class:`Message`, a key with its
values; :func:`say` turns it into a sentence in the reader's language. The sentences stand in
the TOML files beside this module, one file a room, each entry in both languages.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from kragozor.words.numbers import decimal_text, exact_text

LANGUAGES = ("bg", "en")


@dataclass(frozen=True)
class Message:
    """A sentence not yet said: its key is ``room.entry``, its values fill the braces.

    A value may be text, a number, another message, or a tuple of these.
    """

    key: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash(self.key)

    def __str__(self) -> str:
        return say(self, "en")


def say(message: Message | str, language: str = "en") -> str:
    """Return the message as a sentence; plain text is returned as it is.

    Numbers have five significant digits, and twelve where the entry says ``exact``: a refusal
    of 1.0000001 must not read "is 1; it must be at most 1".

    Examples
    --------
    >>> say(Message("words.unit", {"value": 1234.5, "unit": "kg"}), "bg")
    '1\\xa0234,5\\xa0kg'
    """
    if isinstance(message, str):
        return message
    node = _node(message.key)
    number = exact_text if node.get("exact") else decimal_text
    values = {name: _spoken(value, language, number) for name, value in message.values.items()}
    return str(node[language]).format(**values)


def entry(key: str, language: str) -> str:
    """Return the template of a key in one language; the key must exist."""
    return str(_node(key)[language])


def has_entry(key: str) -> bool:
    """Return whether a key exists."""
    try:
        return "en" in _node(key)
    except (KeyError, FileNotFoundError):
        return False


def _node(key: str) -> Mapping[str, Any]:
    room, *path = key.split(".")
    node = room_entries(room)
    for name in path:
        node = node[name]
    return node


@cache
def rooms() -> frozenset[str]:
    """Return the names of the rooms that have words."""
    files = resources.files(__name__).iterdir()
    return frozenset(f.name.removesuffix(".toml") for f in files if f.name.endswith(".toml"))


@cache
def room_entries(room: str) -> Mapping[str, Any]:
    """Return every entry of one room, as ``{name: {language: template}}``, nested at will."""
    text = resources.files(__name__).joinpath(f"{room}.toml").read_text("utf-8")
    return tomllib.loads(text)


def _spoken(value: object, language: str, number: Callable[[float, str], str]) -> str:
    if isinstance(value, Message):
        return say(value, language)
    if isinstance(value, (list, tuple)):
        return ", ".join(_spoken(item, language, number) for item in value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return number(value, language)
    return str(value)
