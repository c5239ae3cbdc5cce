"""Members who measured a year and let it be counted; measured without drawing anything."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from kragozor.files.assessments import assessment_facts
from kragozor.hub.figures.services import agreement_record
from kragozor.hub.measuring.services.inventories import inventory_declare
from kragozor.hub.measuring.services.measuring import assessment_kept
from kragozor.hub.members.models import Organisation
from kragozor.instruments.inventory import Kind, Origin
from tests.hub.measuring.making import measured
from tests.hub.programme.records import member
from tests.inventories import inflow, inventory, outflow

YEAR = timezone.localdate().year - 1


def member_make(actor, number: int, pillar: str = "plastics") -> Organisation:
    """Make a member of a pillar for this year and the last."""
    today = timezone.localdate()
    term = (today - timedelta(days=400), today + timedelta(days=100))
    return member(actor, f"Член {number}", pillar=pillar, term=term)


def measured_make(actor, organisation: Organisation, mass: float, recycled: float, year=YEAR):
    """Measure a member as an organisation, so many kilograms of its inflow recycled."""
    declared = inventory(
        inflow(mass - recycled),
        inflow(recycled, Origin.RECYCLED_POST_CONSUMER),
        outflow(mass),
        name="Организация",
        kind=Kind.ORGANISATION,
        period_start=date(year, 1, 1),
        period_end=date(year, 12, 31),
    )
    kept = inventory_declare(actor=actor, organisation=organisation, declared=declared)
    found = measured(declared)
    return assessment_kept(
        actor=actor,
        inventory=kept,
        measured=found,
        written=assessment_facts(found),
        drawn={},
    )


def contributor_make(actor, number: int, *, pillar: str = "plastics", year=YEAR) -> Organisation:
    """Make a member who measured and agreed; its numbers follow from its number."""
    organisation = member_make(actor, number, pillar)
    measured_make(actor, organisation, 100 + 7 * number, 20 + 3 * number, year)
    agreement_record(actor=actor, organisation=organisation, given=True)
    return organisation
