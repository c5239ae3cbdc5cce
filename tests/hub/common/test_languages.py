"""The language of a page is that of its address."""

import pytest

from tests.hub.pages import Page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("header", ["en", "en-GB,en;q=0.9", "de"])
def test_the_browser_does_not_choose_the_language(client, header):
    response = client.get("/", headers={"Accept-Language": header})
    assert response.status_code == 200
    assert response.headers["Content-Language"] == "bg"
    assert "Accept-Language" not in response.headers.get("Vary", "")


def test_a_cookie_does_not_choose_the_language(client):
    client.cookies["django_language"] = "en"
    assert client.get("/").headers["Content-Language"] == "bg"


def test_the_switch_keeps_path_and_query(client):
    page = Page(client.get("/account/login/?next=/desk/").text)
    switch = [a["href"] for a in page.links if a.get("hreflang") == "en" and "rel" not in a]
    assert set(switch) == {"/en/account/login/?next=/desk/"}


def test_search_engines_are_told_of_both_languages(client):
    page = Page(client.get("/en/account/login/").text)
    told = {a["hreflang"]: a["href"] for a in page.links if a.get("rel") == "alternate"}
    assert told["bg"].endswith("8000/account/login/")
    assert told["en"].endswith("8000/en/account/login/")


def test_an_unknown_language_is_no_page(client):
    assert client.get("/de/").status_code == 404
