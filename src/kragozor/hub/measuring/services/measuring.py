"""Measure the facts of an inventory, at once or in the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction

from kragozor.files.assessments import assessment_facts
from kragozor.files.facts import inventory_read
from kragozor.hub.common import jobs
from kragozor.hub.measuring.models import Assessment, Inventory
from kragozor.hub.measuring.pictures import pictures
from kragozor.hub.measuring.services.inventories import record
from kragozor.instruments.assess import assess
from kragozor.instruments.inventory import Grade

if TYPE_CHECKING:
    from kragozor.hub.common.models import Job
    from kragozor.hub.people.models import Person
    from kragozor.instruments.result import Assessment as Measured

# Beyond so many rows measuring takes longer than a page may keep its reader waiting.
ROWS_AT_ONCE = 300
MANY = ("inflows", "outflows", "energy", "water")


def measuring_ask(*, actor: Person, inventory: Inventory) -> Assessment | Job:
    """Measure at once what is small; ask the queue for what is not.

    Raises
    ------
    FileRefused
        Where the facts are not complete or not right.
    """
    if row_count(inventory) <= getattr(settings, "MEASURE_ROWS_AT_ONCE", ROWS_AT_ONCE):
        return inventory_measure(actor=actor, inventory=inventory)
    from kragozor.hub.measuring.tasks import inventory_measuring

    inventory_read(inventory.facts)
    return jobs.enqueue(
        inventory_measuring,
        owner=actor,
        inventory_id=str(inventory.pk),
        actor_id=str(actor.pk),
    )


def inventory_measure(
    *, actor: Person, inventory: Inventory, progress: jobs.Progress | None = None
) -> Assessment:
    """Measure an inventory; facts that were measured already are not measured again.

    The work is done outside the transaction, so that nobody else waits for it.
    """
    say = progress or (lambda done, total: None)
    say(0, 3)
    measured = assess(inventory_read(inventory.facts))
    say(1, 3)
    written = assessment_facts(measured)
    latest = inventory.assessments.order_by("-number").first()
    if latest is not None and latest.result == written:
        return latest
    drawn = pictures(measured)
    say(2, 3)
    assessment = assessment_kept(
        actor=actor, inventory=inventory, measured=measured, written=written, drawn=drawn
    )
    say(3, 3)
    return assessment


def row_count(inventory: Inventory) -> int:
    """Return how many rows the facts have."""
    return sum(len(inventory.facts.get(section) or ()) for section in MANY)


@transaction.atomic
def assessment_kept(
    *,
    actor: Person,
    inventory: Inventory,
    measured: Measured,
    written: dict[str, Any],
    drawn: dict[str, dict[str, str]],
) -> Assessment:
    """Keep a result under the next number; the lock lets nobody take the same."""
    Inventory.objects.select_for_update(of=("self",)).get(pk=inventory.pk)
    last = inventory.assessments.order_by("-number").values_list("number", flat=True).first()
    subject = measured.inventory.subject
    assessment = Assessment.objects.create(
        inventory=inventory,
        number=(last or 0) + 1,
        name=subject.name,
        period_start=subject.period_start,
        period_end=subject.period_end,
        result=written,
        pictures=drawn,
        headline=measured.headline,
        value=measured.headline_value.value,
        balance_closes=measured.balance.closes,
        proxy_share=min(1.0, measured.grades.get(Grade.PROXY, 0.0)),
        method=measured.method,
        created_by=actor,
    )
    record(
        actor,
        "inventory.measured",
        inventory,
        assessment=str(assessment.pk),
        number=assessment.number,
    )
    return assessment
