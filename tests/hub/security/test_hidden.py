"""What may not be seen and what was never there are answered alike, to the last header."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.hub.access.matrix import Answer, Case
from tests.hub.access.test_matrix import CASES
from tests.hub.security.asking import asked, signed_in

IDENTIFIER = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=/)\d+(?=/)")
# Of every answer's own: what protects a form, and how long the page may be kept.
OF_ITS_OWN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"|"X-CSRFToken": "\w+"')


def hidden() -> Iterator[tuple[Case, str]]:
    """Yield every case with an identifier that some part of the cast may not see."""
    for case in CASES:
        if case.view.startswith("admin:") or case.path or case.kwargs(Anything()) == {}:
            continue
        for part, answer in case.expected.items():
            if answer is Answer.ABSENT and part in {"stranger", "reader", "staff", "visitor"}:
                yield case, part


class Anything(SimpleNamespace):
    """A world in which everything is there, to find out which cases name a record."""

    def __getattr__(self, name: str) -> Any:
        return Anything()

    def __getitem__(self, name: str) -> Any:
        return Anything()


@pytest.mark.parametrize("app", sorted({case.view.partition(":")[0] for case, _part in hidden()}))
def test_hidden_and_absent_are_answered_alike(world, app):
    for case, part in hidden():
        if case.view.partition(":")[0] != app:
            continue
        kwargs = case.kwargs(world)
        *_parents, last = kwargs
        absent = kwargs | {last: never(kwargs[last])}
        if absent == kwargs:
            continue
        answers = [
            told(world, part, case, reverse(case.view, kwargs=one)) for one in (kwargs, absent)
        ]
        assert answers[0] == answers[1], f"{case} by {part}"


def never(value: Any) -> Any:
    """Return an identifier of the same kind that no record has."""
    if isinstance(value, UUID):
        return uuid4()
    return value + 900_000 if isinstance(value, int) else value


def told(world: SimpleNamespace, part: str, case: Case, address: str) -> dict[str, Any]:
    """Return all that an answer tells: what it says, its headers, how often it asked."""
    client = signed_in(world, part)
    with CaptureQueriesContext(connection) as captured:
        response = asked(client, case.method, address)
    text = OF_ITS_OWN.sub("", response.content.decode())
    return {
        "status": response.status_code,
        "text": IDENTIFIER.sub("…", text),
        "headers": {
            name: IDENTIFIER.sub("…", value)
            for name, value in response.headers.items()
            if name not in {"Content-Length"}
        },
        "queries": len(captured),
    }
