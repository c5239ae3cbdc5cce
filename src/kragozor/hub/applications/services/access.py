"""How a service comes by an application that nobody else changes meanwhile, and writes it down."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING

from kragozor.hub.applications.models import Application, ApplicationLink
from kragozor.hub.applications.queries import token_hash
from kragozor.hub.common import audit

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


class Refused(Exception):
    """A change that would break a promise of this room; the subclasses say which."""


class NotSo(Refused):
    """The application stands elsewhere by now: it was sent, decided or taken back meanwhile."""


def locked(application: Application, may: Callable[[str], bool]) -> Application:
    """Return an application as it stands now, if its state allows the change."""
    found = Application.objects.select_for_update().filter(pk=application.pk).first()
    if found is None or not may(found.state):
        raise NotSo
    return found


def link_make(application: Application) -> str:
    """Return the secret of a new link; only its hash is kept."""
    token = secrets.token_urlsafe(32)
    ApplicationLink.objects.create(application=application, token_hash=token_hash(token))
    return token


def record(actor: Person | None, action: str, application: Application, **detail: object) -> None:
    """Write a change down; an applicant has no account, so nobody is its actor."""
    audit.record(
        actor=actor,
        action=f"application.{action}",
        subject=application,
        organisation_id=application.organisation_id,
        **detail,
    )
