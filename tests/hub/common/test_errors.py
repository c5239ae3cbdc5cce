"""The pages for what goes wrong."""

import pytest
from django.test import Client

from tests.hub.pages import assert_page, assert_strict


@pytest.fixture
def breaking(settings):
    settings.ROOT_URLCONF = "tests.hub.common.breaking_urls"
    return Client(raise_request_exception=False)


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "status"), [("/strange/", 400), ("/forbidden/", 403)])
def test_errors_have_their_page(breaking, path, status):
    assert_page(breaking.get(path), status=status)


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "language"), [("/absent/", "bg"), ("/en/absent/", "en")])
def test_an_absent_page_is_said_in_the_language_of_its_path(client, path, language):
    assert_page(client.get(path), status=404, language=language)


def test_a_broken_page_is_shown_without_the_database(breaking):
    """The test has no access to a database, so that a query would fail it."""
    response = breaking.get("/broken/")
    assert response.status_code == 500
    assert "Възникна грешка" in response.text
    assert "Something broke" in response.text
    assert_strict(response)


@pytest.mark.django_db
def test_a_forged_form_is_refused(owner):
    client = Client(enforce_csrf_checks=True)
    client.force_login(owner)
    response = client.post("/account/", {"full_name": "Друг", "language": "en"})
    assert_page(response, status=403)
    owner.refresh_from_db()
    assert owner.full_name != "Друг"
