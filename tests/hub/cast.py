"""The people of the hub's tests: who they are, and the two companies they act for.

Tests take the fixture ``cast``, or one of its people by name: ``owner``, ``editor``,
``reader``, ``stranger``, ``expert``, ``board``, ``staff``, ``granted``, ``administrator``;
``client_of(person)`` signs one of them in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from kragozor.hub.members.enums import Role
from kragozor.hub.members.models import AccessGrant, Organisation, Representation
from kragozor.hub.people.enums import Office
from kragozor.hub.people.models import Person
from kragozor.instruments.inventory import Pillar

EIK = "175074752"
OTHER_EIK = "831642181"


@dataclass(frozen=True)
class Cast:
    """Two companies, and everybody who stands in some relation to the first."""

    company: Organisation
    other_company: Organisation
    owner: Person
    editor: Person
    reader: Person
    stranger: Person
    expert: Person
    board: Person
    staff: Person
    granted: Person
    administrator: Person

    @property
    def people(self) -> dict[str, Person | None]:
        """Everybody by their part; a visitor is nobody."""
        return {part: getattr(self, part) for part in PARTS if part != "visitor"} | {
            "visitor": None
        }


PARTS = (
    "owner",
    "editor",
    "reader",
    "stranger",
    "expert",
    "board",
    "staff",
    "granted",
    "administrator",
    "visitor",
)


def cast_make() -> Cast:
    """Put everybody into the database."""
    company = company_make("Нишка ООД", EIK, Pillar.TEXTILES)
    other_company = company_make("Капачка АД", OTHER_EIK, Pillar.PLASTICS)
    granted = person_make("granted", offices=[Office.STAFF])
    owner = representative_make("owner", company, Role.OWNER)
    AccessGrant.objects.create(
        organisation=company,
        staff=granted,
        granted_by=owner,
        until=timezone.localdate() + timedelta(days=30),
    )
    return Cast(
        company=company,
        other_company=other_company,
        owner=owner,
        editor=representative_make("editor", company, Role.EDITOR),
        reader=representative_make("reader", company, Role.READER),
        stranger=representative_make("stranger", other_company, Role.OWNER),
        granted=granted,
        **{office.value: person_make(office.value, offices=[office]) for office in Office},
    )


def company_make(name: str, eik: str | None, pillar: Pillar = Pillar.TEXTILES) -> Organisation:
    """Make a company; without a code it is one for demonstration."""
    return Organisation.objects.create(
        name=name, eik=eik, pillar=pillar.value, town="Габрово", is_demonstration=eik is None
    )


def person_make(name: str, **facts: object) -> Person:
    """Make somebody who may sign in."""
    facts = {"full_name": f"Ива {name.title()}", **facts}
    return Person.objects.create_user(f"{name}@example.org", "a long password", **facts)


def representative_make(name: str, company: Organisation, role: Role) -> Person:
    """Make somebody who acts for a company."""
    person = person_make(name)
    Representation.objects.create(organisation=company, person=person, role=role)
    return person
