"""The records that rows are compared with, read in a few queries, whatever their number."""

from __future__ import annotations

import hashlib
import json
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from kragozor.hub.records.enums import Outcome
from kragozor.hub.records.rows.reasons import Reason, reason

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person
    from kragozor.hub.records.models import ImportRow

# What a row says beside its own number, and what is made of it, are JSON.
Values = Mapping[str, Any]
Change = list[Any]


@dataclass(frozen=True)
class Current:
    """A record as it is now: its key, and everything of it that a row could change."""

    record: Any
    facts: dict[str, Any]

    @property
    def id(self) -> UUID:
        return self.record.pk

    @property
    def fingerprint(self) -> str:
        """What changes as soon as anybody changes any of the facts."""
        return fingerprint(self.facts)


@dataclass
class Comparison:
    """What a row would change, or why it may not."""

    changes: list[Change] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)


class Records(ABC):
    """The records of one target at one moment."""

    # The columns that are facts of the record itself.
    keys: tuple[str, ...]

    def __init__(self, defaults: Mapping[str, object]) -> None:
        self.defaults = defaults
        self.by_id: dict[UUID, Current] = {}
        self.by_eik: dict[str, Current] = {}
        self.by_place: dict[tuple[str, str], Current] = {}
        self.read()

    @abstractmethod
    def read(self) -> None:
        """Read, or read again, what is on record."""

    @abstractmethod
    def compare(self, current: Current | None, values: Values) -> Comparison:
        """Return what a row would change of a record, or of none."""

    @abstractmethod
    def apply(self, actor: Person, row: ImportRow, current: Current | None) -> dict[str, Any]:
        """Write what a row says; return what undoing needs beside what stands afterwards."""

    @abstractmethod
    def undo(self, actor: Person, row: ImportRow, current: Current) -> None:
        """Take back what a row wrote, of a record that is as the row left it."""

    @abstractmethod
    def references(self, made: Iterable[ImportRow]) -> dict[UUID, list[str]]:
        """Return by record what refers to it by now, of the records that rows have made."""

    def find(self, values: Values) -> Current | None:
        """Return the record a row is about: by its ЕИК, else by name and town."""
        if eik := values.get("eik"):
            return self.by_eik.get(eik)
        return self.by_place.get(place(values))

    def marks(self, values: Values) -> tuple[list[Any], list[Any]]:
        """Return by what a row knows an earlier one of the same organisation, and what it leaves.

        Two rows with the same code are, and two without one of the same name and town.
        """
        mark = values.get("eik") or place(values)
        return [mark], [mark]

    def changes(self, facts: Values, values: Values) -> list[Change]:
        """Return each fact that a row says otherwise; what it does not say stays."""
        return [
            [key, facts.get(key), values[key]]
            for key in self.keys
            if key in values and values[key] != facts.get(key)
        ]


def place(values: Values) -> tuple[str, str]:
    """Return what tells records without ЕИК apart: their name and town, in small letters."""
    name, town = values.get("name") or "", values.get("town") or ""
    return name.casefold(), town.casefold()


def fingerprint(facts: object) -> str:
    """Return a short text that differs where the facts do."""
    text = json.dumps(facts, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def outcome_of(current: Current | None, comparison: Comparison) -> Outcome:
    """Return what a row is."""
    if comparison.reasons:
        return Outcome.REFUSED
    if current is None:
        return Outcome.NEW
    return Outcome.CHANGED if comparison.changes else Outcome.UNCHANGED


def refused(say: Any) -> Comparison:
    """Return that a row may change nothing, with the reason."""
    return Comparison(reasons=[reason(say)])
