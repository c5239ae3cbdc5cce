"""What each method may do: a look changes nothing, a form is sent from our own pages only."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kragozor.hub.common.models import AuditEntry
from tests.hub.access.matrix import CHANGES, Answer, Case
from tests.hub.security.asking import OWN_APPS, asked, cases_of, deepest, signed_in

# Mail programs press this for their readers (RFC 8058): it stands in no page, and its address is
# signed.
PRESSED_ELSEWHERE = {"pipeline:stop"}
CHANGING = ("INSERT", "UPDATE", "DELETE")
# What a look may write down: that somebody was there, or was asked to confirm who they are; that
# a link was opened; how often somebody asked; the address by which an old account signs in.
NOTED = (
    "django_session",
    "common_cache",
    "measuring_sharelink",
    "usersessions_usersession",
    "account_emailaddress",
)


def looked_at(app: str) -> list[Case]:
    return [case for case in cases_of(app) if case.method == "GET"]


@pytest.mark.parametrize("app", OWN_APPS)
def test_a_look_changes_nothing(world, app):
    findings = []
    for case in looked_at(app):
        client, address = signed_in(world, deepest(case)), case.address(world)
        with CaptureQueriesContext(connection) as captured:
            asked(client, "GET", address)
        findings += [
            f"{case}: {query['sql'][:120]}"
            for query in captured.captured_queries
            if query["sql"].startswith(CHANGING)
            and not any(f'"{table}"' in query["sql"] for table in NOTED)
        ]
    assert findings == []


@pytest.mark.parametrize("app", OWN_APPS)
@pytest.mark.parametrize("part", ["visitor", "staff"])
def test_head_is_answered_as_get_is(world, app, part):
    client = signed_in(world, part)
    for case in looked_at(app):
        address = case.address(world)
        seen = [asked(client, method, address) for method in ("GET", "HEAD")]
        statuses = [response.status_code for response in seen]
        assert statuses[0] == statuses[1], f"{case}: {statuses}"


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS"])
@pytest.mark.parametrize("app", OWN_APPS)
def test_other_methods_change_nothing(world, app, method):
    before = AuditEntry.objects.count()
    for case in cases_of(app):
        client = signed_in(world, deepest(case))
        with CaptureQueriesContext(connection) as captured:
            response = client.generic(method, case.address(world))
        assert response.status_code < 500
        written = [
            query["sql"]
            for query in captured.captured_queries
            if query["sql"].startswith(CHANGING)
            and not any(f'"{table}"' in query["sql"] for table in NOTED)
        ]
        assert written == [], f"{method} {case}"
    assert AuditEntry.objects.count() == before


@pytest.mark.parametrize("app", OWN_APPS)
def test_a_form_of_another_site_is_refused(world, app):
    for case in cases_of(app):
        if case.method != "POST" or case.expected[deepest(case)] not in CHANGES:
            continue
        if case.view in PRESSED_ELSEWHERE:
            continue
        part = deepest(case)
        client = Client(enforce_csrf_checks=True)
        if world.people[part]:
            client.force_login(world.people[part])
        before = AuditEntry.objects.count()
        options = {"content_type": "application/json"} if case.json else {}
        response = client.post(case.address(world), dict(case.data(world)), **options)
        assert response.status_code == 403, f"{case} by {part}: {response.status_code}"
        assert AuditEntry.objects.count() == before


@pytest.mark.parametrize("app", OWN_APPS)
def test_what_may_not_be_seen_is_not_there_by_any_method(world, app):
    """Where a look is answered by 404, so is a form, and a form as a look."""
    for case in looked_at(app):
        for part, answer in case.expected.items():
            if answer is Answer.ABSENT:
                client = signed_in(world, part)
                for method in ("HEAD", "POST"):
                    status = asked(client, method, case.address(world)).status_code
                    assert status in {404, 405}, f"{method} {case} by {part}: {status}"
