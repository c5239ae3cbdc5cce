"""Whoever works for the Council sees other people's business, so a password is not enough."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

# The pages on which a second factor is added, and those that lead out.
OPEN = ("account_", "mfa_", "profile")


class StaffSecondFactor:
    """Lead staff without a second factor to the page where they add one."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_view(self, request: HttpRequest, *view: object) -> HttpResponse | None:
        name = request.resolver_match.url_name or ""
        if name.startswith(OPEN) or not is_missing(request):
            return None
        messages.warning(request, _("To work for the Council, add a second factor first."))
        return redirect("mfa_index")


def is_missing(request: HttpRequest) -> bool:
    """Return whether this request is by staff who have only a password."""
    wanted = settings.STAFF_SECOND_FACTOR and request.user.is_authenticated
    return wanted and request.user.is_staff and not is_mfa_enabled(request.user)
