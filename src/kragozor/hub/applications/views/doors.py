"""How a page comes by an application: whoever holds a link that works may act by it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from kragozor.hub.applications import queries
from kragozor.hub.applications.services import NotSo
from kragozor.hub.common.answers import kept_apart

View = Callable[..., HttpResponse]


def by_link(may: Callable[[str], bool] | None = None) -> Callable[[View], View]:
    """Hand a page the application of its link; where ``may`` says no to its state, lead on.

    A link that is expired, guessed or cut short is answered the same: it opens nothing.
    """

    def door(view: View) -> View:
        @never_cache
        @wraps(view)
        def opened(request: HttpRequest, token: str, **kwargs: object) -> HttpResponse:
            application = queries.application_at(token)
            if application is None:
                return kept_apart(render(request, "applications/closed.html", status=404))
            if may is not None and not may(application.state):
                return kept_apart(redirect("applications:application", token))
            try:
                return kept_apart(view(request, application, token, **kwargs))
            except NotSo:
                messages.info(request, _("The application has moved on meanwhile; see below."))
                return kept_apart(redirect("applications:application", token))

        return opened

    return door
