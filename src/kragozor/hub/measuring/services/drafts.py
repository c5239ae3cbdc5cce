"""Save facts as they are typed: a section or a row at a time, right or not yet.

Every change says which revision it started from. Where somebody else was faster it is refused,
so that nobody's entry disappears under another's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.db import transaction

from kragozor.hub.measuring.models import Inventory
from kragozor.hub.measuring.services.inventories import (
    facts_put,
    organisation_lock,
    record,
    refuse_a_second,
    refuse_archived,
)

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person

REMOVED_KEPT = 50
Row = dict[str, Any]
Facts = dict[str, Any]


class Stale(Exception):
    """Somebody else saved since the facts were read; ``inventory`` is as it stands now."""

    def __init__(self, inventory: Inventory) -> None:
        super().__init__(f"revision {inventory.revision}")
        self.inventory = inventory


class NoSuchRow(Exception):
    """The row is not there, or no longer."""


def section_save(
    *, actor: Person, inventory: Inventory, revision: int, section: str, row: Row
) -> Inventory:
    """Save a section that has no rows, such as the subject."""

    def change(facts: Facts, _inventory: Inventory) -> None:
        _put(facts, section, row)

    return _changed(actor, inventory, revision, change, "facts.section_saved", section=section)


def row_add(
    *, actor: Person, inventory: Inventory, revision: int, section: str, row: Row
) -> Inventory:
    """Add a row at the end of a section."""

    def change(facts: Facts, _inventory: Inventory) -> None:
        facts.setdefault(section, []).append(row)

    return _changed(actor, inventory, revision, change, "facts.row_added", section=section)


def row_save(
    *, actor: Person, inventory: Inventory, revision: int, section: str, number: int, row: Row
) -> Inventory:
    """Save one row, counted from 1."""

    def change(facts: Facts, _inventory: Inventory) -> None:
        rows = facts.get(section, [])
        _check(rows, number)
        rows[number - 1] = row

    return _changed(
        actor, inventory, revision, change, "facts.row_saved", section=section, row=number
    )


def row_remove(
    *, actor: Person, inventory: Inventory, revision: int, section: str, number: int
) -> Inventory:
    """Take a row out; it is kept, so that it can be put back."""

    def change(facts: Facts, inventory: Inventory) -> None:
        rows = facts.get(section, [])
        _check(rows, number)
        removed = {"section": section, "number": number, "row": rows.pop(number - 1)}
        inventory.removed_rows = [*inventory.removed_rows, removed][-REMOVED_KEPT:]

    return _changed(
        actor, inventory, revision, change, "facts.row_removed", section=section, row=number
    )


def row_restore(*, actor: Person, inventory: Inventory, revision: int, section: str) -> Inventory:
    """Put the row of a section that was removed last back where it was."""

    def change(facts: Facts, inventory: Inventory) -> None:
        of_section = [r for r in inventory.removed_rows if r["section"] == section]
        if not of_section:
            raise NoSuchRow
        last = of_section[-1]
        inventory.removed_rows = [r for r in inventory.removed_rows if r is not last]
        facts.setdefault(section, []).insert(last["number"] - 1, last["row"])

    return _changed(actor, inventory, revision, change, "facts.row_restored", section=section)


@transaction.atomic
def _changed(
    actor: Person,
    inventory: Inventory,
    revision: int,
    change: Callable[[Facts, Inventory], None],
    action: str,
    **detail: Any,
) -> Inventory:
    """Make a change of the facts under a lock, from the revision that the person saw."""
    organisation_lock(inventory.organisation)
    locked = Inventory.objects.select_for_update(of=("self",)).get(pk=inventory.pk)
    refuse_archived(locked)
    if locked.revision != revision:
        raise Stale(locked)
    facts = dict(locked.facts)
    change(facts, locked)
    facts_put(locked, facts, actor)
    refuse_a_second(locked)
    locked.save()
    record(actor, action, locked, **detail)
    return locked


def _put(facts: Facts, section: str, row: Row) -> None:
    if row:
        facts[section] = row
    else:
        facts.pop(section, None)


def _check(rows: list[Row], number: int) -> None:
    if not 1 <= number <= len(rows):
        raise NoSuchRow
