"""Signing up, in and out in a real browser, with a passkey too."""

import pytest
from django.core import mail

from tests.browser.checks import assert_well
from tests.browser.conftest import NARROW, WIDE
from tests.hub.cast import person_make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "сто железни пружини"
PAGES = ["", "consents/", "email/", "password/change/", "2fa/", "sessions/"]


@pytest.fixture
def maria(transactional_db):
    person = person_make("maria", full_name="Мария Димитрова")
    person.emailaddress_set.create(email=person.email, verified=True, primary=True)
    return person


@pytest.mark.parametrize(
    ("prefix", "sign_up"), [("", "Създаване на профил"), ("/en", "Create the account")]
)
def test_a_visitor_becomes_a_person(open_window, complaints, prefix, sign_up):
    page = open_window()
    page.goto(f"{prefix}/")
    page.locator("main a.button.primary").first.click()
    assert_well(page, complaints)
    page.get_by_label("Име и фамилия" if not prefix else "Name and surname").fill("Мария")
    page.locator("#id_email").fill("maria@example.org")
    page.locator("#id_password1").fill(PASSWORD)
    page.get_by_role("button", name=sign_up).click()
    page.wait_for_url("**/account/confirm-email/")
    assert_well(page, complaints)

    (link,) = [word for word in mail.outbox[0].body.split() if "confirm-email" in word]
    page.goto(link)
    assert_well(page, complaints)
    page.locator("main button.primary").click()
    page.locator("#id_login").fill("maria@example.org")
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main form button.primary").click()
    page.wait_for_url(f"**{prefix}/desk/")
    assert_well(page, complaints)
    page.locator(".side .end button").click()
    page.wait_for_url("**/")
    assert_well(page, complaints)


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "light"), (NARROW, "dark")])
def test_account_pages_are_well(open_window, complaints, maria, size, scheme):
    page = open_window(size=size, scheme=scheme, person=maria)
    for path in PAGES:
        page.goto(f"/account/{path}")
        assert_well(page, complaints)


def test_errors_of_a_form_are_read_first(open_window, complaints, maria):
    page = open_window(size=NARROW)
    page.goto("/account/login/")
    page.locator("#id_login").fill(maria.email)
    page.locator("#id_password").fill("wrong")
    page.locator("main form button.primary").click()
    summary = page.locator(".error-summary")
    summary.wait_for()
    assert summary.evaluate("element => element === document.activeElement")
    assert_well(page, complaints)


def test_a_passkey_lets_in_without_a_password(open_window, complaints, maria):
    page = open_window(person=maria)
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})

    page.goto("/account/2fa/webauthn/add/")
    page.locator("#id_password").fill("a long password")
    page.locator("main form button.primary").click()
    page.locator("#id_passwordless").check()
    assert_well(page, complaints)
    page.locator("#mfa_webauthn_add").click()
    page.get_by_text("Ключът е добавен").wait_for()

    page.locator(".side .end button").click()
    page.goto("/account/login/")
    page.locator("#passkey_login").click()
    page.wait_for_url("**/desk/")
    assert_well(page, complaints)
