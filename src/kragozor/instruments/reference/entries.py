"""What the tables of codes share: an entry is called something in both languages, and is found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from kragozor.instruments.errors import OutOfRange
from kragozor.words import Message


class Named:
    """What is called something in both languages."""

    name_bg: str
    name_en: str

    @property
    def name(self) -> Message:
        """The name, to be said in the reader's language."""
        return Message("instruments.either", {"bg": self.name_bg, "en": self.name_en})


@dataclass(frozen=True)
class Entry(Named):
    """A code of a table, and what it is called."""

    code: str
    name_bg: str
    name_en: str

    def __str__(self) -> str:
        return self.code


EntryOf = TypeVar("EntryOf")


def entry_of(entries: Mapping[str, EntryOf], code: str, refusal: str) -> EntryOf:
    """Return the entry of a code.

    Raises
    ------
    OutOfRange
        The table has no such code; ``refusal`` names the sentence that says so.

    Examples
    --------
    >>> entry_of({"R1": "energy"}, "R1", "unknown-operation")
    'energy'
    """
    if code not in entries:
        raise OutOfRange(Message(f"instruments.{refusal}", {"code": code}))
    return entries[code]
