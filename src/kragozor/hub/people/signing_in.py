"""Where a piece of a page asks for somebody who is signed out, the whole page is led on."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url


class WholePage:
    """Without this, the page of signing in would appear in the place of a row or a bar."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        if not (request.htmx and _asks_to_sign_in(response)):
            return response
        back = redirect_to_login(request.htmx.current_url_abs_path or resolve_url("people:desk"))
        return HttpResponse(headers={"HX-Redirect": back.url})


def _asks_to_sign_in(response: HttpResponse) -> bool:
    door = resolve_url(settings.LOGIN_URL)
    return response.status_code == 302 and response.url.partition("?")[0] == door
