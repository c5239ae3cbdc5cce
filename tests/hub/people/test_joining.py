"""From the first visit to a working account: sign up, confirm, sign in, sign out, forget, reset."""

import pytest
from django.core import mail

from kragozor.hub.people.models import Person
from tests.hub.pages import assert_page
from tests.hub.people.letters import last_link

pytestmark = pytest.mark.django_db

EMAIL = "Maria@Example.org"
PASSWORD = "сто железни пружини"
FORM = {"full_name": "Мария Димитрова", "email": EMAIL, "password1": PASSWORD}


def is_signed_in(client) -> bool:
    return client.get("/desk/").status_code == 200


def sign_in(client, password: str = PASSWORD, prefix: str = ""):
    form = {"login": EMAIL, "password": password}
    return client.post(f"{prefix}/account/login/", form)


@pytest.mark.parametrize(("prefix", "language"), [("", "bg"), ("/en", "en")])
def test_the_whole_way(client, prefix, language):
    assert_page(client.get(f"{prefix}/account/signup/"), language=language)
    told = client.post(f"{prefix}/account/signup/", FORM, follow=True)
    assert_page(told, language=language)
    person = Person.objects.get()
    assert (person.email, person.full_name) == ("maria@example.org", "Мария Димитрова")
    assert person.language == language
    assert not is_signed_in(client)

    confirmation = last_link()
    assert confirmation.startswith(f"{prefix}/account/confirm-email/")
    assert_page(client.get(confirmation), language=language)
    client.post(confirmation)
    signed_in = sign_in(client)
    assert signed_in.headers["Location"] == f"{prefix}/desk/"
    assert is_signed_in(client)

    client.post(f"{prefix}/account/logout/")
    assert not is_signed_in(client)

    client.post(f"{prefix}/account/password/reset/", {"email": EMAIL})
    form = client.get(last_link(), follow=True)
    assert_page(form, language=language)
    new = {"password1": "двеста медни копчета", "password2": "двеста медни копчета"}
    assert_page(client.post(form.request["PATH_INFO"], new, follow=True), language=language)
    sign_in(client)
    assert not is_signed_in(client)
    sign_in(client, new["password1"])
    assert is_signed_in(client)


def test_an_address_that_is_not_confirmed_opens_nothing(client):
    client.post("/account/signup/", FORM)
    mail.outbox.clear()
    answer = sign_in(client)
    assert answer.headers["Location"] == "/account/confirm-email/"
    assert not is_signed_in(client)


def test_getting_the_link_alone_confirms_nothing(client):
    """Mail programs open links to look at them; only the button on the page confirms."""
    client.post("/account/signup/", FORM)
    client.get(last_link())
    sign_in(client)
    assert not is_signed_in(client)


def test_a_link_works_once(client):
    client.post("/account/signup/", FORM)
    link = last_link()
    client.post(link)
    client.post("/account/password/reset/", {"email": EMAIL})
    reset = last_link()
    form = client.get(reset, follow=True).request["PATH_INFO"]
    client.post(form, {"password1": "двеста медни копчета", "password2": "двеста медни копчета"})
    assert "вече не е валидна" in client.get(reset, follow=True).text


@pytest.mark.parametrize(
    ("password", "reason"),
    [("кратка", "10"), ("1234567890", "цифри"), ("maria@example.org", "подобна")],
)
def test_a_weak_password_is_refused(client, password, reason):
    answer = client.post("/account/signup/", FORM | {"password1": password})
    assert answer.status_code == 200
    assert "error-summary" in answer.text
    assert reason in answer.text
    assert not Person.objects.exists()


def test_a_name_is_asked_for(client):
    client.post("/account/signup/", FORM | {"full_name": " "})
    assert not Person.objects.exists()


def test_signing_in_leads_back_to_the_page_that_asked(client, owner):
    answer = client.get("/account/email/")
    assert answer.headers["Location"] == "/account/login/?next=/account/email/"
    form = {"login": owner.email, "password": "a long password", "next": "/account/email/"}
    owner.emailaddress_set.create(email=owner.email, verified=True, primary=True)
    assert client.post("/account/login/", form).headers["Location"] == "/account/email/"


def test_signing_in_leads_nowhere_else(client, owner):
    owner.emailaddress_set.create(email=owner.email, verified=True, primary=True)
    form = {"login": owner.email, "password": "a long password", "next": "https://evil.example/"}
    assert client.post("/account/login/", form).headers["Location"] == "/desk/"


@pytest.mark.parametrize(
    ("prefix", "said"),
    [("", "Твърде къса е: нужни са поне 10 знака."), ("/en", "It is too short: at least 10")],
)
def test_a_short_password_is_told_so_in_the_language_of_the_page(client, prefix, said):
    page = client.post(f"{prefix}/account/signup/", FORM | {"password1": "кратка"})
    assert said in page.text
    assert not Person.objects.exists()
