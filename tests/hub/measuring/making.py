"""What the tests of measuring stand on: an inventory, and its result made once for all."""

from __future__ import annotations

from functools import cache
from typing import Any

from kragozor.files.assessments import assessment_facts
from kragozor.hub.measuring.models import Assessment, Inventory
from kragozor.hub.measuring.pictures import pictures
from kragozor.hub.measuring.services.inventories import inventory_declare
from kragozor.hub.measuring.services.measuring import assessment_kept
from kragozor.instruments.assess import assess
from kragozor.instruments.inventory import Inventory as Declared
from kragozor.instruments.result import Assessment as Measured
from tests.files.books import SWEATER

MEASURED_NAME = "Пуловер"


@cache
def measured(declared: Declared = SWEATER) -> Measured:
    """The result of an inventory."""
    return assess(declared)


@cache
def drawn(declared: Declared = SWEATER) -> dict[str, Any]:
    """Its pictures; drawing takes longer than all else."""
    return pictures(measured(declared))


def inventory_make(person, company, declared: Declared = SWEATER) -> Inventory:
    """Declare an inventory."""
    return inventory_declare(actor=person, organisation=company, declared=declared)


def assessment_make(person, inventory: Inventory, declared: Declared = SWEATER) -> Assessment:
    """Measure it, without drawing the same pictures again."""
    result = measured(declared)
    return assessment_kept(
        actor=person,
        inventory=inventory,
        measured=result,
        written=assessment_facts(result),
        drawn=drawn(declared),
    )
