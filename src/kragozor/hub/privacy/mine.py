"""What is held about one person, as their own page shows it: by app, with counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kragozor.hub.common.personal import Text
from kragozor.hub.privacy.queries import identity_of
from kragozor.hub.privacy.registry import Kind, in_order

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


@dataclass(frozen=True)
class Counted:
    """A kind of record, and how many of it are about the person."""

    kind: Kind
    count: int


@dataclass(frozen=True)
class CountedRoom:
    """An app and what it holds about the person; apps that hold nothing are left out."""

    name: Text
    kinds: tuple[Counted, ...]


def rooms_of(person: Person) -> list[CountedRoom]:
    """All that is held about a person."""
    subject = identity_of(person)
    found = []
    for app, declared in in_order():
        counted = [Counted(Kind(one), one.of(subject).count()) for one in declared if one.shown]
        if kinds := tuple(one for one in counted if one.count):
            found.append(CountedRoom(app.verbose_name, kinds))
    return found
