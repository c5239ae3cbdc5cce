"""Nobody guesses passwords for long, nor has the hub flood somebody with letters."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache

from tests.hub.cast import person_make
from tests.hub.pages import assert_page

pytestmark = pytest.mark.django_db
PASSWORD = "a long password"
BOTH = pytest.mark.parametrize(
    ("prefix", "language", "told"),
    [("", "bg", "Твърде много опити."), ("/en", "en", "Too many attempts.")],
)


@pytest.fixture(autouse=True)
def nobody_counted(db):
    cache.clear()


@pytest.fixture
def maria():
    person = person_make("maria")
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


@BOTH
def test_a_password_cannot_be_guessed_for_long(client, maria, prefix, language, told):
    door = f"{prefix}/account/login/"
    for number in range(10):
        client.post(door, {"login": maria.email, "password": f"guess {number}"})
    answer = client.post(door, {"login": maria.email, "password": PASSWORD})
    assert_page(answer, language=language)
    assert told in answer.text
    assert "_auth_user_id" not in client.session


def test_others_sign_in_meanwhile(client, maria):
    """From elsewhere: counted are the address that is guessed, and who guesses."""
    for number in range(10):
        client.post("/account/login/", {"login": maria.email, "password": f"guess {number}"})
    other = person_make("other")
    EmailAddress.objects.create(user=other, email=other.email, verified=True, primary=True)
    facts = {"login": other.email, "password": PASSWORD}
    answer = client.post("/account/login/", facts, REMOTE_ADDR="192.0.2.7")
    assert answer.status_code == 302


def test_nobody_is_flooded_with_letters_about_their_password(client, maria):
    for _time in range(12):
        client.post("/account/password/reset/", {"email": maria.email})
    assert len(mail.outbox) <= 5


@pytest.mark.parametrize(("prefix", "language"), [("", "bg"), ("/en", "en")])
def test_accounts_are_not_made_by_the_hundred(client, prefix, language):
    for number in range(21):
        answer = client.post(
            f"{prefix}/account/signup/",
            {"email": f"a{number}@example.org", "full_name": "Ана", "password1": PASSWORD},
        )
        client.logout()
    assert answer.status_code == 429
    assert_page(answer, language=language, status=429)
    assert len(mail.outbox) == 20
