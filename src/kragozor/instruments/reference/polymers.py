"""Polymers by their standard abbreviations, with the number that marks packaging made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kragozor.instruments.reference import table
from kragozor.instruments.reference.entries import Entry, entry_of


class PolymerKind(StrEnum):
    """What heat does to it, which decides whether it can be melted and moulded again."""

    THERMOPLASTIC = "thermoplastic"
    THERMOSET = "thermoset"


class Bio(StrEnum):
    """What makes a polymer a bioplastic; one that is both stands under its feedstock."""

    BIO_BASED = "bio-based"
    BIODEGRADABLE = "biodegradable"


@dataclass(frozen=True)
class Polymer(Entry):
    """A polymer; ``packaging`` is the number of Decision 97/129/EC, 7 for all without their own."""

    kind: PolymerKind
    bio: Bio | None
    packaging: str


def polymers() -> tuple[Polymer, ...]:
    """Return the 29 polymers.

    Examples
    --------
    >>> [each.code for each in polymers() if each.kind is PolymerKind.THERMOSET]
    ['PUR', 'UP', 'EP', 'PF', 'MF']
    """
    return tuple(_by_code().values())


def polymer(code: str) -> Polymer:
    """Return the polymer of an abbreviation.

    Raises
    ------
    OutOfRange
        The table has no such polymer.

    Examples
    --------
    >>> polymer("PE-HD").name_en
    'High-density polyethylene'
    """
    return entry_of(_by_code(), code, "no-such-polymer")


@cache
def _by_code() -> Mapping[str, Polymer]:
    return {
        row["code"]: Polymer(
            row["code"],
            row["name_bg"],
            row["name_en"],
            PolymerKind(row["kind"]),
            Bio(row["bio"]) if row["bio"] else None,
            row["packaging"],
        )
        for row in table("polymers")
    }
