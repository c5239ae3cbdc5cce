"""The public pages and the pages for machines."""

import pytest

from tests.hub.pages import assert_page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("path", "language"), [("/", "bg"), ("/en/", "en")])
def test_home_is_in_the_language_of_its_path(client, path, language):
    page = assert_page(client.get(path), language=language)
    assert ("Измерете" in page.title) is (language == "bg")


def test_home_leads_a_visitor_to_sign_up_and_a_person_to_their_desk(client, client_of, owner):
    assert 'href="/account/signup/"' in client.get("/").text
    text = client_of(owner).get("/").text
    assert 'href="/account/signup/"' not in text
    assert 'href="/desk/"' in text


def test_styleguide_is_for_developers(client):
    assert client.get("/styleguide/").status_code == 404


def test_robots_are_kept_out_of_accounts(client):
    assert "Disallow: /account/" in client.get("/robots.txt").text
