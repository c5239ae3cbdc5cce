"""Everybody at every address of the project; `matrix.py` says how rows are added."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from kragozor.hub.common.models import AuditEntry
from tests.hub.access.matrix import CHANGES, Answer, Case, answer_of
from tests.hub.cast import Cast

MODULES = [
    importlib.import_module(f"tests.hub.access.{path.stem}")
    for path in sorted(Path(__file__).parent.glob("cases_*.py"))
]
CASES = [case for module in MODULES for case in module.CASES]
# Pages that show nothing: they only ask whether somebody means it.
NOTHING_SHOWN = {"account_logout", "account_reauthenticate"}


def views(patterns: list, namespaces: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the name of every view below some patterns, the pattern where there is none."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from views(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            yield ":".join((*namespaces, pattern.name or str(pattern.pattern)))


def test_every_view_has_a_row():
    missing = set(views(get_resolver().url_patterns)) - {case.view for case in CASES}
    assert not missing, f"Add rows in tests/hub/access/cases_*.py for: {sorted(missing)}"


def test_every_row_is_of_a_view():
    stale = {case.view for case in CASES} - set(views(get_resolver().url_patterns))
    assert not stale, f"No such views: {sorted(stale)}"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_everybody_is_answered_as_they_should_be(cast, case):
    world = world_of(cast)
    answers = {part: ask(case, world, part) for part in cast.people}
    assert answers == dict(case.expected)


def ask(case: Case, world: SimpleNamespace, part: str) -> object:
    """Return what one part of the cast is answered, leaving no trace of having asked."""
    with transaction.atomic():
        client = Client()
        if person := world.people[part]:
            client.force_login(person)
        before = AuditEntry.objects.count()
        response = send(client, case, world)
        answer = answer_of(response, case.method)
        if answer == Answer.OPEN and is_restricted(case, response):
            assert 'class="who"' in response.text, f"{case} does not say who can see it"
        grown = AuditEntry.objects.count() > before
        transaction.set_rollback(True)
    if case.method != "GET":
        assert grown == (answer in CHANGES and case.logged), (
            f"{part}: {answer}, but logged: {grown}"
        )
    return answer


def is_restricted(case: Case, response: HttpResponseBase) -> bool:
    """Whether an answer is a page of the hub's own that not everybody may open."""
    return (
        case.method == "GET"
        and response.headers["Content-Type"].startswith("text/html")
        and case.expected["visitor"] != Answer.OPEN
        and case.view not in NOTHING_SHOWN
        and not case.view.startswith("admin:")
    )


def send(client: Client, case: Case, world: SimpleNamespace):
    """Send what a case asks."""
    address, data = case.address(world), dict(case.data(world))
    if case.method == "GET":
        return client.get(address, data)
    options = {"content_type": "application/json"} if case.json else {}
    return getattr(client, case.method.lower())(address, data, **options)


def world_of(cast: Cast) -> SimpleNamespace:
    """Return the cast with everything that the tables put beside it."""
    world = SimpleNamespace(**vars(cast), people=cast.people)
    for module in MODULES:
        if make := getattr(module, "world", None):
            added = make(cast)
            assert vars(world).keys().isdisjoint(added), f"{module.__name__} takes a name twice"
            vars(world).update(added)
    return world
