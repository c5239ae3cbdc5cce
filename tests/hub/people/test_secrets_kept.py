"""Nobody learns from the hub who has an account, and nobody tries passwords for long."""

import pytest
from django.core import mail

from kragozor.hub.people.models import Person
from tests.hub.pages import assert_page

pytestmark = pytest.mark.django_db

PASSWORD = "a long password"


@pytest.fixture
def maria(person_with_account):
    return person_with_account("maria@example.org")


def visible(response) -> tuple[int, str, str]:
    """What a stranger sees of an answer, but for the token of its form and what they typed."""
    lines = [line for line in response.text.splitlines() if "csrf" not in line]
    return response.status_code, response.headers.get("Location", ""), "\n".join(lines)


def test_signing_up_says_the_same_for_a_taken_address(client, maria):
    form = {"full_name": "Друга", "password1": "сто железни пружини"}
    taken = client.post("/account/signup/", form | {"email": maria.email})
    free = client.post("/account/signup/", form | {"email": "free@example.org"})
    assert visible(taken) == visible(free)
    assert [letter.to for letter in mail.outbox] == [[maria.email], ["free@example.org"]]
    assert "вече има профил" in mail.outbox[0].body
    assert Person.objects.filter(email=maria.email).count() == 1


def test_a_forgotten_password_says_the_same_for_an_unknown_address(client, maria):
    known = client.post("/account/password/reset/", {"email": maria.email})
    unknown = client.post("/account/password/reset/", {"email": "nobody@example.org"})
    assert visible(known) == visible(unknown)
    assert [letter.to for letter in mail.outbox] == [[maria.email], ["nobody@example.org"]]
    assert "няма профил" in mail.outbox[1].body


def test_signing_in_says_the_same_for_an_unknown_address(client, maria):
    wrong = client.post("/account/login/", {"login": maria.email, "password": "wrong"})
    unknown = client.post("/account/login/", {"login": "nina@example.org", "password": "wrong"})
    assert "Грешен имейл адрес или парола" in wrong.text
    assert visible(wrong)[2].replace("maria", "nina") == visible(unknown)[2]


def test_passwords_cannot_be_tried_for_long(client, maria):
    for _attempt in range(5):
        client.post("/account/login/", {"login": maria.email, "password": "wrong"})
    answer = client.post("/account/login/", {"login": maria.email, "password": PASSWORD})
    assert "Твърде много опити" in answer.text
    assert client.get("/desk/").status_code == 302


def test_an_address_that_asks_too_much_is_told_so(client):
    for _attempt in range(30):
        answer = client.post("/account/login/", {"login": "not an address", "password": "wrong"})
        assert answer.status_code == 200
    answer = client.post("/account/login/", {"login": "not an address", "password": "wrong"})
    assert_page(answer, status=429)


def test_a_letter_cannot_be_sent_to_somebody_without_end(client, maria):
    for _attempt in range(8):
        client.post("/account/password/reset/", {"email": maria.email})
    assert len(mail.outbox) == 5


@pytest.mark.parametrize("path", ["password/reset/", "signup/"])
@pytest.mark.parametrize("email", ["maria@example.org", "nobody@example.org"])
def test_a_letter_leads_to_this_site_whatever_name_it_was_asked_under(
    client, maria, settings, path, email
):
    settings.ALLOWED_HOSTS = ["*"]
    form = {"full_name": "Друга", "password1": "сто железни пружини", "email": email}
    client.post(f"/account/{path}", form, HTTP_HOST="evil.example")
    (letter,) = mail.outbox
    assert "evil.example" not in letter.body
    assert f"{settings.BASE_URL.geturl()}/account/" in letter.body


def test_a_new_password_ends_every_other_session(client_of, maria):
    here, elsewhere = client_of(maria), client_of(maria)
    here.post("/account/reauthenticate/", {"password": PASSWORD})
    new = "сто железни пружини"
    form = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    here.post("/account/password/change/", form)
    maria.refresh_from_db()
    assert maria.check_password(new)
    assert elsewhere.get("/desk/").status_code == 302


def test_signing_in_begins_a_session_of_its_own(client, maria):
    """Who had put a session into the browser before holds nothing of the one that begins."""
    session = client.session
    session["left"] = "here"
    session.save()
    before = session.session_key
    client.post("/account/login/", {"login": maria.email, "password": PASSWORD})
    assert client.session.session_key != before
