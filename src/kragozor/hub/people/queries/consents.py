"""What people consent to today: for each purpose their latest word counts."""

from __future__ import annotations

from django.db.models import OuterRef, QuerySet, Subquery

from kragozor.hub.people.enums import Purpose
from kragozor.hub.people.models import Consent, Person


def has_consent(person: Person, purpose: Purpose) -> bool:
    """Whether a person consents to a purpose today."""
    latest = Consent.objects.filter(person=person, purpose=purpose).first()
    return latest is not None and latest.given


def people_who_consented(purpose: Purpose) -> QuerySet[Person]:
    """Who consents to a purpose today and has an account that is open, by name."""
    said = Consent.objects.filter(person=OuterRef("pk"), purpose=purpose)
    latest = Subquery(said.values("given")[:1])
    found = Person.objects.alias(consents_now=latest).filter(is_active=True, consents_now=True)
    return found.order_by("full_name", "email")


def consents_of(person: Person) -> QuerySet[Consent]:
    """Every word of a person about any purpose, the latest first."""
    return Consent.objects.filter(person=person)
