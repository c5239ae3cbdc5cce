"""What people change about themselves, and the letters that tell them."""

import pytest
from django.core import mail

from tests.hub.pages import assert_page
from tests.hub.people.letters import last_link

pytestmark = pytest.mark.django_db


@pytest.fixture
def maria(person_with_account):
    return person_with_account("maria@example.org")


@pytest.fixture
def signed_in(client, maria):
    client.post("/account/login/", {"login": maria.email, "password": "a long password"})
    client.post("/account/reauthenticate/", {"password": "a long password"})
    return client


def test_name_and_language_are_changed(signed_in, maria):
    signed_in.post("/account/", {"full_name": "Мария Петрова", "language": "en"})
    maria.refresh_from_db()
    assert (maria.full_name, maria.language) == ("Мария Петрова", "en")


def test_the_rest_is_optional_and_kept(signed_in, maria):
    form = {
        "full_name": "Мария",
        "language": "bg",
        "position": " Ръководител   „Качество“ ",
        "telephone": "+359 (2) 811-74-00",
        "languages_spoken": ["bg", "de"],
    }
    signed_in.post("/account/", form)
    maria.refresh_from_db()
    assert maria.position == "Ръководител „Качество“"
    assert maria.telephone == "+359 (2) 811-74-00"
    assert maria.languages_spoken == ["bg", "de"]
    signed_in.post("/account/", {"full_name": "Мария", "language": "bg"})
    maria.refresh_from_db()
    assert (maria.position, maria.telephone, maria.languages_spoken) == ("", "", [])


@pytest.mark.parametrize(
    "wrong",
    [
        {"telephone": "ask my secretary"},
        {"telephone": "112"},
        {"telephone": "1" * 31},
        {"languages_spoken": ["tlh"]},
    ],
)
def test_what_is_none_is_refused(signed_in, maria, wrong):
    form = {"full_name": "Мария", "language": "bg", **wrong}
    page = signed_in.post("/account/", form)
    assert_page(page)
    assert "error-summary" in page.text
    maria.refresh_from_db()
    assert (maria.telephone, maria.languages_spoken) == ("", [])


def test_languages_are_named_in_the_language_of_the_page(signed_in):
    assert "немски" in signed_in.get("/account/").text
    assert "German" in signed_in.get("/en/account/").text


def test_nothing_else_can_be_changed_with_it(signed_in, maria):
    form = {"full_name": "Мария", "language": "bg", "is_staff": "on", "email": "x@example.org"}
    signed_in.post("/account/", form)
    maria.refresh_from_db()
    assert (maria.is_staff, maria.email) == (False, "maria@example.org")


def test_an_unknown_language_is_refused(signed_in, maria):
    answer = signed_in.post("/account/", {"full_name": "Мария", "language": "de"})
    assert "error-summary" in answer.text
    maria.refresh_from_db()
    assert maria.language == "bg"


def test_signing_in_on_the_other_pages_leads_to_ones_own_language(client, person_with_account):
    person_with_account("john@example.org", language="en")
    form = {"login": "john@example.org", "password": "a long password"}
    assert client.post("/account/login/", form).headers["Location"] == "/en/desk/"


def test_letters_are_in_the_language_of_the_person_not_of_the_page(client, person_with_account):
    person_with_account("john@example.org", language="en")
    client.post("/account/password/reset/", {"email": "john@example.org"})
    assert mail.outbox[0].subject.endswith("A new password")
    assert "Dear Мария Димитрова" in mail.outbox[0].body


def test_a_new_address_counts_when_it_is_confirmed(signed_in, maria):
    signed_in.post("/account/email/", {"email": "new@example.org", "action_add": ""})
    maria.refresh_from_db()
    assert maria.email == "maria@example.org"
    signed_in.post(last_link())
    maria.refresh_from_db()
    assert maria.email == "new@example.org"


def test_the_old_address_is_told_of_the_change(signed_in):
    signed_in.post("/account/email/", {"email": "new@example.org", "action_add": ""})
    signed_in.post(last_link())
    told = {letter.to[0] for letter in mail.outbox}
    assert told == {"maria@example.org", "new@example.org"}


def test_a_changed_password_signs_out_and_is_told(signed_in, maria):
    form = {
        "oldpassword": "a long password",
        "password1": "сто железни пружини",
        "password2": "сто железни пружини",
    }
    signed_in.post("/account/password/change/", form)
    assert signed_in.get("/desk/").status_code == 302
    maria.refresh_from_db()
    assert maria.check_password("сто железни пружини")
    assert "паролата" in mail.outbox[0].body.lower()
    assert "127.0.0.1" in mail.outbox[0].body


@pytest.mark.parametrize(
    ("name", "kept"),
    [("Мария\u202eаворидом", None), ("Мария\r\nBcc: x@example.org", "Мария Bcc: x@example.org")],
)
def test_a_name_is_one_line_that_hides_nothing(client_of, owner, name, kept):
    """It stands in letters to others."""
    before = owner.full_name
    client_of(owner).post("/account/", {"full_name": name, "language": "bg"})
    owner.refresh_from_db()
    assert owner.full_name == (kept or before)
