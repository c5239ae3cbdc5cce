"""People as the rooms above ask for them."""

from __future__ import annotations

from uuid import UUID

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from kragozor.hub.people.enums import COUNCIL, WORKERS, Office
from kragozor.hub.people.models import ApiToken, Appointment, Person


def holders(*offices: Office) -> QuerySet[Person]:
    """Who holds one of some offices today and may sign in, by name."""
    held = Appointment.objects.current().filter(office__in=offices)
    found = Person.objects.filter(is_active=True, id__in=held.values("person_id"))
    return found.order_by("full_name", "email")


def staff() -> QuerySet[Person]:
    """Who works for the Council: its staff and its administrators."""
    return holders(*WORKERS)


def board() -> QuerySet[Person]:
    """Who sits on the Council's board."""
    return holders(Office.BOARD)


def experts() -> QuerySet[Person]:
    """Who is an expert of the Council."""
    return holders(Office.EXPERT)


def council() -> QuerySet[Person]:
    """Who sees the Council's pages: its staff, its board, its administrators."""
    return holders(*COUNCIL)


def administrators() -> QuerySet[Person]:
    """Who looks after the hub itself, and gives offices."""
    return holders(Office.ADMINISTRATOR)


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
    """Whether somebody sees other people's business for the Council, and has only a password."""
    wanted = settings.STAFF_SECOND_FACTOR and person.is_authenticated
    return wanted and person.sees_council and not is_mfa_enabled(person)
