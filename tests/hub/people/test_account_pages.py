"""Every account page, for visitors and for people, in both languages."""

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

from tests.hub.pages import assert_page

pytestmark = pytest.mark.django_db

VISITOR = [
    "login/",
    "signup/",
    "confirm-email/",
    "confirm-email/of-nobody/",
    "inactive/",
    "password/reset/",
    "password/reset/done/",
    "password/reset/key/1-nothing/",
    "password/reset/key/done/",
]
PERSON = [
    "",
    "consents/",
    "email/",
    "logout/",
    "password/change/",
    "reauthenticate/",
    "sessions/",
    "2fa/",
    "2fa/reauthenticate/",
    "2fa/recovery-codes/",
    "2fa/recovery-codes/generate/",
    "2fa/totp/deactivate/",
    "2fa/webauthn/",
    "2fa/webauthn/add/",
    "2fa/webauthn/reauthenticate/",
]
LANGUAGES = [("", "bg"), ("/en", "en")]


@pytest.mark.parametrize(("prefix", "language"), LANGUAGES)
@pytest.mark.parametrize("path", VISITOR)
def test_pages_for_visitors(client, prefix, language, path):
    assert_page(client.get(f"{prefix}/account/{path}"), language=language)


@pytest.fixture
def signed_in(client, person_with_account, app_of, key_of):
    """A browser in which somebody who has every second factor has just shown their password."""
    maria = person_with_account("maria@example.org")
    client.post("/account/login/", {"login": maria.email, "password": "a long password"})
    client.post("/account/reauthenticate/", {"password": "a long password"})
    app_of(maria)
    key_of(maria)
    RecoveryCodes.activate(maria)
    return client


@pytest.mark.parametrize(("prefix", "language"), LANGUAGES)
@pytest.mark.parametrize("path", PERSON)
def test_pages_for_people(signed_in, prefix, language, path):
    assert_page(signed_in.get(f"{prefix}/account/{path}"), language=language)


@pytest.mark.parametrize("path", [p for p in PERSON if p != "logout/"])
def test_pages_for_people_ask_visitors_to_sign_in(client, path):
    answer = client.get(f"/account/{path}")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/account/login/")
