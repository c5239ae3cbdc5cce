"""The public pages."""

import pytest


@pytest.mark.parametrize(("path", "language"), [("/", "bg"), ("/en/", "en")])
def test_home_is_in_the_language_of_its_path(client, db, path, language):
    page = client.get(path)
    assert page.status_code == 200
    assert f'<html lang="{language}">' in page.text
