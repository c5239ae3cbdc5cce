"""Who there is, who holds which office, and how somebody is found among them."""

from __future__ import annotations

import re
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from kragozor.hub.people.enums import COUNCIL, WORKERS, Office
from kragozor.hub.people.models import Appointment, Person

BY_NAME = ("full_name", "email")


def holders(*offices: Office) -> QuerySet[Person]:
    """Who holds one of some offices today and may sign in, by name."""
    held = Appointment.objects.current().filter(office__in=offices)
    found = Person.objects.filter(is_active=True, id__in=held.values("person_id"))
    return found.order_by(*BY_NAME)


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


def people_found(*, text: str = "", office: str = "") -> QuerySet[Person]:
    """Everybody who has an account, with the offices they hold; narrowed to words and an office."""
    current = Appointment.objects.current()
    found = Person.objects.filter(erased_at__isnull=True)
    for word in text.split():
        found = found.filter(_mentions(word))
    if office:
        found = found.filter(id__in=current.filter(office=office).values("person_id"))
    return (
        found.annotate(has_second_factor=Exists(Authenticator.objects.filter(user=OuterRef("pk"))))
        .prefetch_related(Prefetch("appointments", current.order_by("pk"), to_attr="standing"))
        .order_by(*BY_NAME)
    )


def appointments_of(person: Person) -> QuerySet[Appointment]:
    """The offices a person holds and held, the latest first, with who gave and ended them."""
    return person.appointments.select_related("appointed_by", "ended_by")


def language_of(email: str) -> str | None:
    """The language that the holder of an address reads; None where there is no account."""
    return Person.objects.filter(email=email.lower()).values_list("language", flat=True).first()


def _mentions(word: str) -> Q:
    """Return the condition that a name or an address has a word in it, in any letter case.

    SQLite folds the case of Latin letters alone, and PostgreSQL that of its locale; so both
    cases of each letter are asked for by name.
    """
    pattern = "".join(_either_case(letter) for letter in word)
    return Q(full_name__regex=pattern) | Q(email__regex=pattern)


def _either_case(letter: str) -> str:
    lower, upper = letter.lower(), letter.upper()
    return re.escape(letter) if lower == upper else f"({lower}|{upper})"
