"""Whoever works for the Council sees other people's business, so a password is not enough."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kragozor.hub.people.queries import second_factor_is_missing

# The pages on which a second factor is added, and those that lead out. The API says it in its own
# way (`api.callers`).
OPEN = ("account_", "mfa_", "people:profile", "api:")


class StaffSecondFactor:
    """Lead staff without a second factor to the page where they add one."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_view(self, request: HttpRequest, *view: object) -> HttpResponse | None:
        name = request.resolver_match.view_name
        if name.startswith(OPEN) or not second_factor_is_missing(request.user):
            return None
        messages.warning(request, _("To work for the Council, add a second factor first."))
        return redirect("mfa_index")
