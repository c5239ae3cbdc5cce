"""Measure the facts of an inventory, and keep what that gave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from kragozor.files.assessments import assessment_facts
from kragozor.files.facts import inventory_read
from kragozor.hub.common import jobs
from kragozor.hub.measuring.models import Assessment, Inventory
from kragozor.hub.measuring.pictures import pictures
from kragozor.hub.measuring.services.inventories import record
from kragozor.hub.reference.queries import parameters_in_force
from kragozor.instruments.assess import assess
from kragozor.instruments.inventory import Grade
from kragozor.reports.intervals import likely_ends

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person
    from kragozor.instruments.result import Assessment as Measured


def inventory_measure(
    *, actor: Person, inventory: Inventory, progress: jobs.Progress | None = None
) -> Assessment:
    """Measure an inventory; facts that were measured already are not measured again.

    The work is done outside the transaction, so that nobody else waits for it.
    """
    say = progress or (lambda done, total: None)
    say(0, 3)
    measured = assess(inventory_read(inventory.facts), parameters=parameters_in_force())
    say(1, 3)
    written = assessment_facts(measured)
    if (same := _measured_last(inventory, written)) is not None:
        return same
    drawn = pictures(measured)
    say(2, 3)
    assessment = assessment_kept(
        actor=actor, inventory=inventory, measured=measured, written=written, drawn=drawn
    )
    say(3, 3)
    return assessment


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
    if (same := _measured_last(inventory, written)) is not None:
        return same
    last = inventory.assessments.order_by("-number").values_list("number", flat=True).first()
    subject = measured.inventory.subject
    low, high = likely_ends(measured.headline_value) or (None, None)
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
        low=low,
        high=high,
        version=measured.reading(measured.headline.partition(".")[0]).version,
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


def _measured_last(inventory: Inventory, written: dict[str, Any]) -> Assessment | None:
    """Return the newest measuring where it gave exactly this."""
    newest = inventory.assessments.order_by("-number").first()
    return newest if newest is not None and newest.result == written else None
