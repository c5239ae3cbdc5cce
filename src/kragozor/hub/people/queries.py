"""People as the rooms above ask for them."""

from __future__ import annotations

from uuid import UUID

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from kragozor.hub.people.models import ApiToken, Person


def staff() -> QuerySet[Person]:
    """Who works for the Council and may sign in, by name."""
    return Person.objects.filter(is_staff=True, is_active=True).order_by("full_name", "email")


def staff_person(person_id: UUID) -> Person | None:
    """One of the staff, None when there is no such person."""
    return staff().filter(id=person_id).first()


def language_of(email: str) -> str | None:
    """The language that the holder of an address reads; None where there is no account."""
    return Person.objects.filter(email=email.lower()).values_list("language", flat=True).first()


def tokens_of(person: Person) -> QuerySet[ApiToken]:
    """A person's tokens that were not revoked, the newest first."""
    return ApiToken.objects.filter(person=person, revoked_at__isnull=True)


def second_factor_is_missing(person: Person | AnonymousUser) -> bool:
    """Whether somebody works for the Council and has only a password."""
    wanted = settings.STAFF_SECOND_FACTOR and person.is_authenticated
    return wanted and person.is_staff and not is_mfa_enabled(person)
