"""What stands at a glance: each organisation with its inventories and their newest results."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kragozor.hub.measuring import queries
from kragozor.hub.measuring.models import Assessment, Inventory
from kragozor.hub.members import queries as members
from kragozor.words.numbers import period_text

if TYPE_CHECKING:
    from uuid import UUID

    from kragozor.hub.members.models import Organisation
    from kragozor.hub.members.queries import Visitor


@dataclass(frozen=True)
class Line:
    """An inventory, and its newest result where the person may see numbers."""

    inventory: Inventory
    latest: Assessment | None

    @property
    def is_changed(self) -> bool:
        """Whether the facts were changed after they were measured."""
        return self.latest is not None and self.inventory.updated_at > self.latest.created_at


@dataclass(frozen=True)
class Room:
    """What one organisation has."""

    organisation: Organisation
    lines: tuple[Line, ...]
    may_edit: bool
    shows_numbers: bool

    @property
    def newest(self) -> Line | None:
        """The inventory that was measured last."""
        measured = [line for line in self.lines if line.latest]
        return max(measured, key=lambda line: line.latest.created_at, default=None)

    @property
    def drafts(self) -> tuple[Line, ...]:
        """What was begun and never measured."""
        return tuple(line for line in self.lines if line.latest is None)


def rooms(
    organisations: Iterable[Organisation], person: Visitor, *, archived: bool = False
) -> list[Room]:
    """Return organisations that are open to a person, with their inventories.

    The number of queries does not grow with what there is.
    """
    found = list(organisations)
    inventories = queries.inventories_for(person).filter(
        organisation__in=found, archived_at__isnull=not archived
    )
    lines = _lines(inventories, person)
    editable = _ids(members.organisations_to_edit(person))
    open_numbers = _ids(members.organisations_with_numbers(person))
    return [
        Room(
            organisation=organisation,
            lines=tuple(lines[organisation.pk]),
            may_edit=organisation.pk in editable,
            shows_numbers=organisation.pk in open_numbers,
        )
        for organisation in found
    ]


def period(item: Inventory | Assessment, language: str) -> str:
    """Return the period of an inventory or a result in words; nothing while it is open."""
    if not (item.period_start and item.period_end):
        return ""
    return period_text(item.period_start, item.period_end, language)


def _lines(inventories: Any, person: Visitor) -> dict[UUID, list[Line]]:
    visible = queries.inventories_with_numbers(person).filter(pk__in=inventories.values("pk"))
    latest = {a.inventory_id: a for a in queries.latest_of_each(visible)}
    lines: dict[UUID, list[Line]] = defaultdict(list)
    for inventory in inventories.defer("facts", "removed_rows"):
        line = Line(inventory, latest.get(inventory.pk))
        lines[inventory.organisation_id].append(line)
    return lines


def _ids(organisations: Iterable[Organisation]) -> set[UUID]:
    return {organisation.pk for organisation in organisations}
