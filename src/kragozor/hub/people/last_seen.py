"""When a browser was last seen, so that a person can tell a session of theirs from another's."""

from __future__ import annotations

import time
from collections.abc import Callable

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

SEEN = "seen_at"
# Known this exactly, in seconds: to write it down at every request would cost a write each.
PRECISION = 600


@receiver(user_logged_in)
def seen_first(request: HttpRequest | None, **facts: object) -> None:
    if request is not None:
        request.session[SEEN] = int(time.time())


class LastSeen:
    """Note now and then that a signed-in browser is there."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Asking an empty session would make the answer to a visitor depend on cookies.
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            self._note(request)
        return self.answer(request)

    def _note(self, request: HttpRequest) -> None:
        now, seen = int(time.time()), request.session.get(SEEN)
        if seen is None or now - seen < PRECISION:
            return
        request.session[SEEN] = now
        UserSession.objects.filter(session_key=request.session.session_key).update(
            last_seen_at=timezone.now()
        )
