"""What holds for every request and every answer, whichever room they belong to."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from kragozor.hub.common.errors import not_found

Answer = Callable[[HttpRequest], HttpResponse]


def kept_apart(response: HttpResponse) -> HttpResponse:
    """Keep a page behind a secret link out of search engines, and its address from other sites."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "same-origin"
    return response


class PrivateAnswers:
    """Let nobody keep what was told to one person: not a proxy, not the next user of a browser.

    Who asks is known by a session or a token; asking the database would make an error page
    depend on it.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES or "Authorization" in request.headers:
            patch_cache_control(response, private=True, no_store=True)
        return response


class PlainAddresses:
    """Know no address with a zero character in it, since PostgreSQL knows no such text."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            return not_found(request, ValueError("zero character"))
        return self.answer(request)
