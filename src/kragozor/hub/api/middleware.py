"""What holds for the whole API: the caller's language, and errors that programs can read."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

from kragozor.hub.api.problems import MEDIA_TYPE, problem_response

PLACE = "/api/v1/"
# The readable description is a page for people: its language is that of its address.
PAGES = {f"{PLACE}docs"}


class ForPrograms:
    """Answer in the language of ``Accept-Language``, and turn error pages into problems.

    Django itself answers where no operation does: an unknown address, a wrong method, a body
    too large, a fault of ours.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PLACE) or request.path_info in PAGES:
            return self.answer(request)
        if request.method == "HEAD":
            # The framework knows no HEAD; what is asked is what GET would answer, without its
            # body, which the server leaves out (RFC 9110, 9.3.2).
            request.method = "GET"
        request.LANGUAGE_CODE = accepted_language(request)
        with translation.override(request.LANGUAGE_CODE):
            response = as_problem(self.answer(request))
        response.headers["Content-Language"] = request.LANGUAGE_CODE
        patch_vary_headers(response, ["Accept-Language", "Authorization"])
        return response


def accepted_language(request: HttpRequest) -> str:
    """Return the best language the caller accepts, Bulgarian where they accept neither."""
    known = {code for code, _name in settings.LANGUAGES}
    for tag, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        if (code := tag.partition("-")[0]) in known:
            return code
    return settings.LANGUAGE_CODE


def as_problem(response: HttpResponse) -> HttpResponse:
    """Return an error as problem details; what is none, or is one already, as it stands."""
    if response.status_code < 400 or response.headers["Content-Type"] == MEDIA_TYPE:
        return response
    problem = problem_response(response.status_code)
    for name in ("Allow", "Retry-After"):
        if name in response.headers:
            problem.headers[name] = response.headers[name]
    return problem
