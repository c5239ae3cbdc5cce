"""Demonstration companies, people and results, from the examples with public sources."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from allauth.account.models import EmailAddress
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from kragozor.files.facts import inventory_read
from kragozor.hub.measuring.examples import inventories
from kragozor.hub.measuring.models import Assessment, Inventory, ShareLink
from kragozor.hub.measuring.services.inventories import inventory_declare
from kragozor.hub.measuring.services.measuring import inventory_measure
from kragozor.hub.measuring.services.sharing import LONGEST_LIFE, link_create
from kragozor.hub.members import services as members
from kragozor.hub.members.enums import Role

if TYPE_CHECKING:
    from kragozor.hub.members.models import Organisation
    from kragozor.hub.people.models import Person

PASSWORD = "kragozor-demo"  # noqa: S105, it is printed for everybody to use
COMPANIES = {
    "plastics": "Демо Опаковки ООД (демонстрация)",
    "textiles": "Демо Трико ООД (демонстрация)",
    "agrifood": "Демо Мелница ООД (демонстрация)",
}
OWNERS = {
    "plastics": ("plastics@demo.example", "Петя Опакова"),
    "textiles": ("textiles@demo.example", "Тодор Триков"),
    "agrifood": ("agrifood@demo.example", "Анна Мелнишка"),
}
EDITOR = ("editor@demo.example", "Елена Редакторова")
READER = ("reader@demo.example", "Румен Читателски")
STAFF = ("staff@demo.example", "Стоян Съветски")
GRANTED = timedelta(days=365)
# The result that the front page shows is shared first.
SHARED = ("pet-bottle", "recycled-cotton-t-shirt", "flour-mill")


def demonstration_load() -> list[tuple[Person, str]]:
    """Load what is not there yet; return the people with what each of them may do."""
    owners = {pillar: _person(*who) for pillar, who in OWNERS.items()}
    companies = {pillar: _company(pillar, owner) for pillar, owner in owners.items()}
    editor, reader, staff = _person(*EDITOR), _person(*READER), _person(*STAFF, is_staff=True)
    _represent(companies["plastics"], owners["plastics"], editor, Role.EDITOR)
    _represent(companies["plastics"], owners["plastics"], reader, Role.READER)
    _grant(companies["textiles"], owners["textiles"], staff)
    results = _results(companies, owners)
    _share([results[name] for name in SHARED])
    described = [(owners[pillar], f"{COMPANIES[pillar]}: собственик / owner") for pillar in owners]
    return [
        *described,
        (editor, f"{COMPANIES['plastics']}: редактор / editor"),
        (reader, f"{COMPANIES['plastics']}: читател / reader"),
        (staff, f"{COMPANIES['textiles']}: служител на Съвета с достъп / staff let in"),
    ]


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


@transaction.atomic
def _person(email: str, name: str, *, is_staff: bool = False) -> Person:
    model = get_user_model()
    person = model.objects.filter(email=email).first()
    if person is None:
        person = model.objects.create_user(email, PASSWORD, full_name=name, is_staff=is_staff)
        EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    return person


def _company(pillar: str, owner: Person) -> Organisation:
    name = COMPANIES[pillar]
    model = apps.get_model("members", "Organisation")
    return model.objects.filter(name=name, is_demonstration=True).first() or (
        members.organisation_create(actor=owner, name=name, pillar=pillar, is_demonstration=True)
    )


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
