"""Every page, workbook and PDF names types of waste by the official titles, once they are in.

So does what is made in the queue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

from django.http import HttpRequest, HttpResponse

from kragozor.hub.reference.queries import titles_in_force
from kragozor.instruments.reference.waste import official_titles


@contextmanager
def official_titles_shown() -> Iterator[None]:
    """Let all that is made within have the same titles; the database is asked once for them."""
    with official_titles(cache(titles_in_force)):
        yield


class OfficialTitlesShown:
    """Lets a request show the titles in force; one that names no waste does not ask for them."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with official_titles_shown():
            return self.answer(request)
