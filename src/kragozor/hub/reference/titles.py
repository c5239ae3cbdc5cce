"""Every page, workbook and PDF names types of waste by the official titles, once they are in."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from django.http import HttpRequest, HttpResponse

from kragozor.hub.reference.queries import titles_in_force
from kragozor.instruments.reference.waste import official_titles


class OfficialTitlesShown:
    """Lets a request show the titles in force; one that names no waste does not ask for them."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # All of one answer has the same titles, and the database is asked once for them.
        with official_titles(cache(titles_in_force)):
            return self.answer(request)
