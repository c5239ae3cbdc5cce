"""What opens a person's account: second factors, sessions, tokens; and what was reset of it."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from kragozor.hub.common import audit
from kragozor.hub.common.models import AuditEntry
from kragozor.hub.people.models import ApiToken, Person


def tokens_of(person: Person) -> QuerySet[ApiToken]:
    """A person's tokens that were not revoked, the newest first."""
    return ApiToken.objects.filter(person=person, revoked_at__isnull=True)


def sessions_of(person: Person) -> QuerySet[UserSession]:
    """Where a person is signed in."""
    return UserSession.objects.filter(user=person)


def factors_of(person: Person) -> QuerySet[Authenticator]:
    """A person's second factors and recovery codes, the first to come first."""
    return Authenticator.objects.filter(user=person).order_by("created_at")


def resets_of(person: Person) -> QuerySet[AuditEntry]:
    """When a person's second factor was taken off, by whom and why."""
    return audit.entries_about(person).filter(action="second_factor.reset")


def second_factor_is_missing(person: Person | AnonymousUser) -> bool:
    """Whether somebody sees other people's business for the Council, and has only a password."""
    wanted = settings.STAFF_SECOND_FACTOR and person.is_authenticated
    return wanted and person.sees_council and not is_mfa_enabled(person)
