"""The doors of the Council's own pages: its staff acts there, its board reads, nobody else sees.

Who is not of the Council is answered as if the page were not there.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def for_council(view: View) -> View:
    """Open a page to staff, board and administrators: what they all may read."""

    @login_required
    @wraps(view)
    def door(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.sees_council:
            raise Http404
        return view(request, *args, **kwargs)

    return door


def for_staff(view: View) -> View:
    """Open a page to staff and administrators: what only they may do. The board is refused."""

    @for_council
    @wraps(view)
    def door(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.works_for_council:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return door
