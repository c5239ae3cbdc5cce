"""The language of a page is that of its address, and of nothing else.

Django's own middleware would let a cookie or a browser header choose where the path does
not; an address must say the same to everybody who opens it.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import translate_url
from django.utils import translation


class LanguageOfPath:
    """Activate the language that the path names, Bulgarian where it names none."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        named = translation.get_language_from_path(request.path_info)
        request.LANGUAGE_CODE = named or settings.LANGUAGE_CODE
        with translation.override(request.LANGUAGE_CODE):
            response = self.answer(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response


def language() -> str:
    """Return the language of the page, or of the letter, that is being made."""
    return translation.get_language() or settings.LANGUAGE_CODE


def address_in(language: str, request: HttpRequest) -> str:
    """Return the address of the same page in another language, with the same query."""
    return translate_url(request.get_full_path(), language)


def absolute_address(path: str) -> str:
    """Return a path of this site as an address that works from outside of it."""
    base = settings.BASE_URL
    return urlsplit(path)._replace(scheme=base.scheme, netloc=base.netloc).geturl()
