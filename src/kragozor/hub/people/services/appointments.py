"""Giving an office to a person, and ending it: the source of every right at the Council."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone

from kragozor.hub.common import audit
from kragozor.hub.people.enums import Office
from kragozor.hub.people.models import Appointment, Person


class Refused(Exception):
    """A change that would break a promise of this room; the subclasses say which."""


class AlreadyHolds(Refused):
    """The person holds the office already."""


class Ended(Refused):
    """The office was ended meanwhile."""


class LastAdministrator(Refused):
    """The hub always has an administrator, else nobody could give an office."""


@transaction.atomic
def appointment_begin(
    *, actor: Person | None, person: Person, office: Office, reason: str = ""
) -> Appointment:
    """Give a person an office from now on; ``actor`` is nobody on the command line alone."""
    try:
        with transaction.atomic():
            begun = Appointment.objects.create(
                person=person, office=office, appointed_by=actor, reason=reason
            )
    except IntegrityError as error:
        raise AlreadyHolds from error
    _record(actor, "appointment.begun", begun)
    _forget_offices(person)
    return begun


@transaction.atomic
def appointment_end(*, actor: Person, appointment: Appointment, reason: str = "") -> None:
    """End an office now; that it was held stays known."""
    standing = _lock(Office(appointment.office))
    if appointment.pk not in {held.pk for held in standing}:
        raise Ended
    if appointment.office == Office.ADMINISTRATOR:
        _keep_an_administrator(standing, appointment)
    appointment.until, appointment.ended_by = timezone.now(), actor
    appointment.end_reason = reason
    appointment.save(update_fields=["until", "ended_by", "end_reason"])
    _record(actor, "appointment.ended", appointment)
    _forget_offices(appointment.person)


def _lock(office: Office) -> list[Appointment]:
    """Return who holds an office, which nobody else ends meanwhile."""
    standing = Appointment.objects.current().filter(office=office).order_by("pk")
    return list(standing.select_for_update(of=("self",)).select_related("person"))


def _keep_an_administrator(standing: list[Appointment], leaving: Appointment) -> None:
    """Refuse to lose the last one who may sign in."""
    if not any(held.person.is_active and held.pk != leaving.pk for held in standing):
        raise LastAdministrator


def _record(actor: Person | None, action: str, appointment: Appointment) -> None:
    audit.record(
        actor=actor,
        action=action,
        subject=appointment,
        person=str(appointment.person_id),
        office=appointment.office,
    )


def _forget_offices(person: Person) -> None:
    """Ask anew what a person in hand may do."""
    vars(person).pop("offices", None)
