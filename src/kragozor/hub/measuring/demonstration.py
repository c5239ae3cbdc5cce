"""Demonstration companies, people and results, from the examples with public sources."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from kragozor.files.facts import inventory_read
from kragozor.hub.common.demonstration import ADDRESSES, Guest
from kragozor.hub.measuring.examples import inventories
from kragozor.hub.measuring.models import Assessment, Inventory, ShareLink
from kragozor.hub.measuring.services.inventories import inventory_declare
from kragozor.hub.measuring.services.measuring import inventory_measure
from kragozor.hub.measuring.services.sharing import LONGEST_LIFE, link_create
from kragozor.hub.members import services as members
from kragozor.hub.members.enums import Role
from kragozor.hub.members.queries import organisations
from kragozor.hub.people.services.demonstration import demonstration_clerk, demonstration_person

if TYPE_CHECKING:
    from kragozor.hub.members.models import Organisation
    from kragozor.hub.people.models import Person

COMPANIES = {
    "plastics": "Демо Опаковки ООД (демонстрация)",
    "textiles": "Демо Трико ООД (демонстрация)",
    "agrifood": "Демо Мелница ООД (демонстрация)",
}
OWNERS = {
    "plastics": (f"plastics{ADDRESSES}", "Петя Опакова"),
    "textiles": (f"textiles{ADDRESSES}", "Тодор Триков"),
    "agrifood": (f"agrifood{ADDRESSES}", "Анна Мелнишка"),
}
EDITOR = (f"editor{ADDRESSES}", "Елена Редакторова")
READER = (f"reader{ADDRESSES}", "Румен Читателски")
GRANTED = timedelta(days=365)
# The result that the front page shows is shared first.
SHARED = ("pet-bottle", "recycled-cotton-t-shirt", "flour-mill")


def load() -> Iterator[Guest]:
    """Load what is not there yet, and say whom a visitor may sign in as."""
    owners = {pillar: _person(*who) for pillar, who in OWNERS.items()}
    companies = {pillar: _company(pillar, owner) for pillar, owner in owners.items()}
    _represent(companies["plastics"], owners["plastics"], _person(*EDITOR), Role.EDITOR)
    _represent(companies["plastics"], owners["plastics"], _person(*READER), Role.READER)
    _grant(companies["textiles"], owners["textiles"], demonstration_clerk())
    results = _results(companies, owners)
    _share([results[name] for name in SHARED])
    for pillar, (email, _name) in OWNERS.items():
        yield Guest(email, f"{COMPANIES[pillar]}: собственик / owner")
    yield Guest(EDITOR[0], f"{COMPANIES['plastics']}: редактор / editor")
    yield Guest(READER[0], f"{COMPANIES['plastics']}: читател / reader")


def _results(
    companies: dict[str, Organisation], owners: dict[str, Person]
) -> dict[str, Assessment]:
    results = {}
    for name, raw in inventories().items():
        pillar = raw["subject"]["pillar"]
        inventory = _inventory(companies[pillar], owners[pillar], raw)
        results[name] = inventory.assessments.first() or inventory_measure(
            actor=owners[pillar], inventory=inventory
        )
    return results


def _inventory(company: Organisation, owner: Person, raw: dict) -> Inventory:
    """Take an example once: what a visitor of the demonstration changed stays changed."""
    declared = inventory_read(raw)
    subject = declared.subject
    there = Inventory.objects.filter(
        organisation=company, name=subject.name, period_start=subject.period_start
    ).first()
    return there or inventory_declare(actor=owner, organisation=company, declared=declared)


def _person(email: str, name: str) -> Person:
    return demonstration_person(email=email, full_name=name)


def _company(pillar: str, owner: Person) -> Organisation:
    """Return the member of this sector; who measures for it is its owner."""
    company = organisations().get(name=COMPANIES[pillar], is_demonstration=True)
    _represent(company, owner, owner, Role.OWNER)
    return company


def _represent(company: Organisation, owner: Person, person: Person, role: Role) -> None:
    if not company.representations.filter(person=person).exists():
        members.representation_begin(actor=owner, organisation=company, person=person, role=role)


def _grant(company: Organisation, owner: Person, staff: Person) -> None:
    if not company.grants.filter(staff=staff).exists():
        until = timezone.localdate() + GRANTED
        members.grant_give(actor=owner, organisation=company, staff=staff, until=until)


def _share(assessments: list[Assessment]) -> None:
    """Keep one link of each open: the old one ends with its year."""
    today = timezone.localdate()
    for assessment in assessments:
        links = ShareLink.objects.filter(assessment=assessment, revoked_at__isnull=True)
        if not links.filter(expires_on__gte=today).exists():
            link_create(
                actor=assessment.created_by,
                assessment=assessment,
                expires_on=today + LONGEST_LIFE,
            )
