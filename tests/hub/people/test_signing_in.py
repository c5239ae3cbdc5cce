"""A piece of a page that asks for somebody who is signed out."""

import pytest

pytestmark = pytest.mark.django_db
PIECE = {"HX-Request": "true", "HX-Current-URL": "http://testserver/en/companies/?page=2"}


def test_the_whole_page_is_led_to_sign_in_and_back(client):
    answer = client.get("/en/account/tokens/", headers=PIECE)
    assert answer.status_code == 200
    assert answer.content == b""
    assert answer.headers["HX-Redirect"] == "/en/account/login/?next=/en/companies/%3Fpage%3D2"


def test_a_page_of_elsewhere_is_not_led_back_to(client):
    elsewhere = PIECE | {"HX-Current-URL": "https://evil.example/"}
    answer = client.get("/account/tokens/", headers=elsewhere)
    assert answer.headers["HX-Redirect"] == "/account/login/?next=/desk/"


def test_a_whole_page_is_led_as_ever(client):
    answer = client.get("/account/tokens/")
    assert answer.headers["Location"] == "/account/login/?next=/account/tokens/"


def test_who_is_signed_in_is_led_nowhere(client_of, owner):
    assert "HX-Redirect" not in client_of(owner).get("/account/tokens/", headers=PIECE).headers
