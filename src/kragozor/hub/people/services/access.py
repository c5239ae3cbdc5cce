"""How a person's way in is closed or opened anew: a lost second factor, sessions elsewhere."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from kragozor.hub.common import audit
from kragozor.hub.people.letters import second_factor_letter
from kragozor.hub.people.models import Person
from kragozor.hub.people.services.appointments import Refused


class NothingToReset(Refused):
    """The person has no second factor, or it was taken off meanwhile."""


@transaction.atomic
def second_factor_reset(*, actor: Person, person: Person, reason: str) -> None:
    """Take off a second factor that was lost, with its codes; sign the person out everywhere.

    They are told by letter, so that a reset nobody asked for does not stay unnoticed.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    factors = Authenticator.objects.filter(user=person)
    kinds = sorted(set(factors.values_list("type", flat=True)))
    if not kinds:
        raise NothingToReset
    factors.delete()
    sessions_end(person)
    audit.record(
        actor=actor, action="second_factor.reset", subject=person, factors=kinds, reason=reason
    )
    letter = second_factor_letter(person, actor)
    transaction.on_commit(letter.send)


@transaction.atomic
def session_end(*, person: Person, session: UserSession) -> None:
    """Sign a person out of one browser."""
    session.end()
    audit.record(actor=person, action="session.ended", subject=person)


def sessions_end(person: Person) -> int:
    """Sign a person out of every browser, and return of how many."""
    sessions = list(UserSession.objects.filter(user=person))
    for session in sessions:
        session.end()
    return len(sessions)


def user_sessions_purge() -> int:
    """Forget the browsers whose sessions are over, and return how many they were."""
    standing = Session.objects.values("session_key")
    return UserSession.objects.exclude(session_key__in=standing).delete()[0]
