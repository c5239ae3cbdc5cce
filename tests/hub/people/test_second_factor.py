"""A second factor: set up, asked for, recovered from, switched off, and required of staff."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail

from tests.hub.pages import assert_page

pytestmark = pytest.mark.django_db

PASSWORD = {"password": "a long password"}


def code_of(secret: str) -> str:
    """The code that an app with this secret shows now."""
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


@pytest.fixture
def maria(person_with_account):
    return person_with_account("maria@example.org")


@pytest.fixture
def client(client, maria):
    client.post("/account/login/", {"login": maria.email, **PASSWORD})
    client.post("/account/reauthenticate/", PASSWORD)
    return client


def sign_in_again(client, maria):
    client.post("/account/logout/")
    return client.post("/account/login/", {"login": maria.email, **PASSWORD}, follow=True)


@pytest.mark.django_db(transaction=True)  # letters are sent when the change is committed
def test_an_app_is_set_up_and_then_asked_for(client, maria):
    page = client.get("/account/2fa/totp/activate/", follow=True)
    assert_page(page)
    secret = re.search(r"<code>(\w+)</code>", page.text)[1]
    assert_page(client.post("/account/2fa/totp/activate/", {"code": "000000"}))
    assert not Authenticator.objects.exists()
    done = client.post("/account/2fa/totp/activate/", {"code": code_of(secret)}, follow=True)
    assert_page(done)
    assert "Приложението за кодове е включено" in done.text
    assert "включено" in mail.outbox[0].subject
    recovery = re.findall(r"<li><code>(\w+)</code>", done.text)
    assert len(recovery) == 10

    asked = sign_in_again(client, maria)
    assert_page(asked)
    assert client.get("/desk/").status_code == 302
    assert "Кодът не е верен" in client.post("/account/2fa/authenticate/", {"code": "000000"}).text
    client.post("/account/2fa/authenticate/", {"code": recovery[0]})
    assert client.get("/desk/").status_code == 200

    sign_in_again(client, maria)
    client.post("/account/2fa/authenticate/", {"code": recovery[0]})
    assert client.get("/desk/").status_code == 302, "a recovery code lets in once"


def test_the_app_lets_in(client, maria, app_of):
    secret = app_of(maria)
    sign_in_again(client, maria)
    client.post("/account/2fa/authenticate/", {"code": code_of(secret)})
    assert client.get("/desk/").status_code == 200


def test_the_app_is_switched_off_after_the_password_is_asked_again(client, maria, app_of):
    app_of(maria)
    client.logout()
    client.force_login(maria)
    asked = client.get("/account/2fa/totp/deactivate/", follow=True)
    assert_page(asked)
    assert "/account/reauthenticate/" in asked.request["PATH_INFO"]
    assert "С код от приложението" in asked.text
    client.post(f"/account/reauthenticate/?{asked.request['QUERY_STRING']}", PASSWORD)
    client.post("/account/2fa/totp/deactivate/")
    assert not Authenticator.objects.filter(type=Authenticator.Type.TOTP).exists()


def test_codes_cannot_be_guessed_for_long(client, maria, app_of):
    secret = app_of(maria)
    sign_in_again(client, maria)
    for _attempt in range(5):
        client.post("/account/2fa/authenticate/", {"code": "000000"})
    client.post("/account/2fa/authenticate/", {"code": code_of(secret)})
    assert client.get("/desk/").status_code == 302


class TestStaff:
    """Whoever works for the Council needs one."""

    @pytest.fixture(autouse=True)
    def _required(self, settings):
        settings.STAFF_SECOND_FACTOR = True

    def test_without_one_they_are_led_to_where_it_is_added(self, client_of, staff):
        answer = client_of(staff).get("/desk/")
        assert (answer.status_code, answer.headers["Location"]) == (302, "/account/2fa/")

    def test_without_one_they_can_add_one_and_leave(self, client_of, staff):
        client = client_of(staff)
        assert client.get("/account/2fa/").status_code == 200
        assert client.post("/account/logout/").status_code == 302

    def test_with_one_they_work(self, client_of, staff, app_of):
        app_of(staff)
        assert client_of(staff).get("/desk/").status_code == 200

    def test_members_choose_for_themselves(self, client_of, owner):
        assert client_of(owner).get("/desk/").status_code == 200
