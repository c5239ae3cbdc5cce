"""Who calls the API, and how much they may ask."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kragozor.hub.api.interface import api
from kragozor.hub.people.services import token_create, token_revoke

pytestmark = pytest.mark.django_db
LIST = "/api/v1/members"


def token_of(person, *, may_write=False):
    return token_create(
        person=person,
        name="ERP",
        expires_on=timezone.localdate() + timedelta(days=1),
        may_write=may_write,
    )


def bearer(secret):
    return {"Authorization": f"Bearer {secret}"}


def test_a_token_sees_what_its_person_sees(cast, client):
    _token, secret = token_of(cast.stranger)
    items = client.get(LIST, headers=bearer(secret)).json()["items"]
    assert [item["name"] for item in items] == ["Капачка АД"]


@pytest.mark.parametrize("sent", ["", "Bearer", "Bearer ", "Bearer krgz_wrong", "Basic krgz_wrong"])
def test_a_token_that_is_none_is_refused(cast, client, sent):
    answer = client.get(LIST, headers={"Authorization": sent})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_revoked_token_is_refused(cast, client):
    token, secret = token_of(cast.owner)
    token_revoke(person=cast.owner, token=token)
    assert client.get(LIST, headers=bearer(secret)).status_code == 401


def test_a_visitor_who_sends_something_is_asked_who_they_are(cast):
    client = Client(enforce_csrf_checks=True)
    assert client.post("/api/v1/inventories", {}, "application/json").status_code == 401


def test_a_session_changes_nothing_without_the_pages_token(cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.owner)
    assert client.get(LIST).status_code == 200
    answer = client.post("/api/v1/inventories", {}, "application/json")
    assert answer.status_code == 403
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(("may_write", "refused"), [(False, True), (True, False)])
def test_a_token_changes_something_only_where_it_may(cast, client, may_write, refused):
    _token, secret = token_of(cast.owner, may_write=may_write)
    answer = client.post("/api/v1/inventories", {}, "application/json", headers=bearer(secret))
    assert (answer.status_code == 403) is refused
    if refused:
        assert answer.json()["detail"] == "Този ключ е само за четене."


def test_who_asks_too_much_is_told_to_wait(cast, client, monkeypatch):
    monkeypatch.setattr(api.throttle, "num_requests", 2)
    _token, secret = token_of(cast.owner)
    answers = [client.get(LIST, headers=bearer(secret)) for _time in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 60
    assert answers[-1].json()["title"] == "Твърде много заявки. Изчакайте малко."
    other = token_of(cast.stranger)[1]
    assert client.get(LIST, headers=bearer(other)).status_code == 200


@pytest.mark.parametrize(("wanted", "status"), [(True, 403), (False, 200)])
def test_a_token_does_not_spare_staff_their_second_factor(cast, client, settings, wanted, status):
    _token, secret = token_of(cast.granted)
    settings.STAFF_SECOND_FACTOR = wanted
    answer = client.get(LIST, headers=bearer(secret))
    assert answer.status_code == status
    if wanted:
        assert "двустепенен вход" in answer.json()["detail"]


def test_a_browser_does_not_spare_staff_their_second_factor(cast, client, settings):
    settings.STAFF_SECOND_FACTOR = True
    client.force_login(cast.granted)
    answer = client.get(LIST)
    assert (answer.status_code, answer.headers["Content-Type"]) == (403, "application/problem+json")
    assert "двустепенен вход" in answer.json()["detail"]


def test_the_token_of_somebody_who_may_not_sign_in_is_refused(cast, client):
    _token, secret = token_of(cast.owner)
    type(cast.owner).objects.filter(pk=cast.owner.pk).update(is_active=False)
    assert client.get(LIST, headers=bearer(secret)).status_code == 401
