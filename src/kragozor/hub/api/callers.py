"""Who calls: a program with a person's token, or the person's own browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.errors import AuthorizationError
from ninja.security import HttpBearer, SessionAuth

from kragozor.hub.people.queries import second_factor_is_missing
from kragozor.hub.people.services import token_use

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person

SAFE = {"GET", "HEAD", "OPTIONS"}


class TokenBearer(HttpBearer):
    """``Authorization: Bearer …`` with a token made on the page of one's account."""

    def authenticate(self, request: HttpRequest, token: str) -> str | None:
        used = token_use(secret=token)
        if used is None:
            return None
        second_factor_ask(used.person)
        if request.method not in SAFE and not used.may_write:
            raise AuthorizationError(message=_("This token may read only."))
        request.user = used.person
        return f"token-{used.pk}"


class Browser(SessionAuth):
    """The session of a signed-in person; what changes anything needs the page's CSRF token."""

    def __call__(self, request: HttpRequest) -> str | None:
        # Asked first, so that a stranger hears 401 and not that a CSRF token is missing.
        return super().__call__(request) if request.user.is_authenticated else None

    def authenticate(self, request: HttpRequest, key: str | None) -> str:
        second_factor_ask(request.user)
        return f"person-{request.user.pk}"


def second_factor_ask(person: Person) -> None:
    """Refuse whoever works for the Council and has only a password."""
    if second_factor_is_missing(person):
        raise AuthorizationError(message=_("To work for the Council, add a second factor first."))


CALLERS = [TokenBearer(), Browser()]
