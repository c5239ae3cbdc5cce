"""Begin, declare, archive and restore inventories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from kragozor.files.facts import FORMAT, VERSION, facts
from kragozor.files.fields import section
from kragozor.files.problems import Unreadable
from kragozor.files.values import value_read
from kragozor.hub.common import audit
from kragozor.hub.measuring.models import Inventory

if TYPE_CHECKING:
    from kragozor.hub.members.models import Organisation
    from kragozor.hub.people.models import Person
    from kragozor.instruments.inventory import Inventory as Declared


class AlreadyThere(Exception):
    """Another inventory describes the same subject in the same period."""

    def __init__(self, other: Inventory) -> None:
        super().__init__(str(other))
        self.other = other


class Archived(Exception):
    """The inventory is put away; it has to be restored before it changes."""


@transaction.atomic
def inventory_start(
    *, actor: Person, organisation: Organisation, kind: str, pillar: str
) -> Inventory:
    """Begin an inventory that will be filled in forms."""
    raw = {"format": FORMAT, "version": VERSION, "subject": {"kind": kind, "pillar": pillar}}
    inventory = Inventory.objects.create(
        organisation=organisation,
        kind=kind,
        pillar=pillar,
        facts=raw,
        created_by=actor,
        updated_by=actor,
    )
    record(actor, "inventory.started", inventory)
    return inventory


@transaction.atomic
def inventory_declare(
    *, actor: Person, organisation: Organisation, declared: Declared
) -> Inventory:
    """Take complete facts: new ones of a known subject and period replace the old.

    What was measured before stays as it was measured.
    """
    organisation_lock(organisation)
    subject = declared.subject
    inventory = (
        Inventory.objects.select_for_update()
        .filter(
            organisation=organisation,
            name=subject.name,
            period_start=subject.period_start,
            period_end=subject.period_end,
            archived_at__isnull=True,
        )
        .first()
    )
    action = "inventory.declared" if inventory is None else "inventory.declared_anew"
    if inventory is None:
        inventory = Inventory(organisation=organisation, created_by=actor, revision=0)
    facts_put(inventory, facts(declared), actor)
    inventory.removed_rows = []
    inventory.save()
    record(actor, action, inventory)
    return inventory


@transaction.atomic
def inventory_archive(*, actor: Person, inventory: Inventory) -> None:
    """Put an inventory away; it can be taken out again."""
    inventory.archived_at = timezone.now()
    inventory.save(update_fields=["archived_at"])
    record(actor, "inventory.archived", inventory)


@transaction.atomic
def inventory_restore(*, actor: Person, inventory: Inventory) -> None:
    """Take an archived inventory out again, unless a newer one has taken its place."""
    organisation_lock(inventory.organisation)
    refuse_a_second(inventory)
    inventory.archived_at = None
    inventory.save(update_fields=["archived_at"])
    record(actor, "inventory.restored", inventory)


def refuse_archived(inventory: Inventory) -> None:
    """Refuse to change what is put away."""
    if inventory.is_archived:
        raise Archived(str(inventory))


def organisation_lock(organisation: Organisation) -> None:
    """Let one declaration of an organisation wait for another: two would both find nothing."""
    type(organisation).objects.select_for_update().get(pk=organisation.pk)


def facts_put(inventory: Inventory, raw: dict[str, Any], actor: Person) -> None:
    """Set the facts of an inventory that is about to be saved, and what repeats them."""
    subject = raw.get("subject", {})
    inventory.facts = raw
    inventory.revision += 1
    inventory.updated_by = actor
    inventory.name = _read("name", subject) or ""
    inventory.kind = _read("kind", subject) or inventory.kind
    inventory.pillar = _read("pillar", subject) or inventory.pillar
    start, end = _read("period_start", subject), _read("period_end", subject)
    in_order = not (start and end) or start <= end
    inventory.period_start, inventory.period_end = (start, end) if in_order else (None, None)


def refuse_a_second(inventory: Inventory) -> None:
    """Refuse a second inventory of the same subject in the same period."""
    if not (inventory.name and inventory.period_start and inventory.period_end):
        return
    other = (
        Inventory.objects.filter(
            organisation=inventory.organisation_id,
            name=inventory.name,
            period_start=inventory.period_start,
            period_end=inventory.period_end,
            archived_at__isnull=True,
        )
        .exclude(pk=inventory.pk)
        .first()
    )
    if other is not None:
        raise AlreadyThere(other)


def record(actor: Person, action: str, inventory: Inventory, **detail: Any) -> None:
    """Write down what was done to an inventory."""
    audit.record(
        actor=actor,
        action=action,
        subject=inventory,
        organisation_id=inventory.organisation_id,
        **detail,
    )


def _read(name: str, subject: dict[str, Any]) -> Any:
    """Return a fact of the subject where it can be read; what cannot is for the person to mend."""
    try:
        return value_read(section("subject").field(name), subject.get(name))
    except Unreadable:
        return None
