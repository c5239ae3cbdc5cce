"""Whoever sees the Council's pages gets nowhere without a second factor, whatever the address."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.test import Client

from tests.hub.access.matrix import Case
from tests.hub.access.test_matrix import CASES, send, world_of

# Where one adds a second factor or leaves, and what answers programs in its own way.
OPEN = ("account_", "mfa_", "people:profile", "api:")
CLOSED = [case for case in CASES if not case.view.startswith(OPEN)]


@pytest.fixture
def world(cast, settings):
    settings.STAFF_SECOND_FACTOR = True
    return world_of(cast)


@pytest.mark.parametrize("part", ["staff", "board", "administrator"])
def test_every_page_leads_to_where_a_second_factor_is_added(world, part):
    led = {f"{case.method} {case.view}": location(case, world, part) for case in CLOSED}
    assert {name: told for name, told in led.items() if told != "/account/2fa/"} == {}


@pytest.mark.parametrize("part", ["staff", "board", "administrator"])
def test_the_api_answers_nothing(world, part):
    asked = [case for case in CASES if case.view.startswith("api:") and is_for_some(case)]
    answers = {str(case): asked_by(case, world, part).status_code for case in asked}
    assert {name: status for name, status in answers.items() if status != 403} == {}


def is_for_some(case: Case) -> bool:
    """Whether an address of the API asks who calls; the description is for everybody."""
    return case.expected["visitor"] == "unknown"


def location(case: Case, world, part: str) -> str:
    """Return where an address leads, empty where it leads nowhere."""
    return asked_by(case, world, part).headers.get("Location", "")


def asked_by(case: Case, world, part: str):
    with transaction.atomic():
        client = Client()
        client.force_login(world.people[part])
        answer = send(client, case, world)
        transaction.set_rollback(True)
    return answer
