"""The checks themselves fail on a page that is not well."""

import pytest

from tests.browser.checks import Complaints, assert_accessible, assert_fits, assert_well

pytestmark = pytest.mark.browser
WELL = "<!doctype html><html lang=bg><title>Добре</title><main><h1>Добре</h1></main></html>"


@pytest.fixture
def blank(chromium_browser, complaints):
    page = chromium_browser.new_page(viewport={"width": 320, "height": 400})
    complaints.hear(page)
    yield page
    page.close()


def test_a_good_page_passes(blank, complaints):
    blank.set_content(WELL)
    assert_well(blank, complaints)


def test_an_inaccessible_page_is_found(blank):
    blank.set_content(WELL.replace("<h1>", "<img src='data:,'><h1>"))
    with pytest.raises(AssertionError, match="image-alt"):
        assert_accessible(blank)


def test_a_wide_page_is_found(blank):
    blank.set_content(WELL.replace("<h1>", "<h1 style='width: 400px'>"))
    with pytest.raises(AssertionError, match="408 px wide"):
        assert_fits(blank)


def test_a_refusal_of_the_security_policy_is_heard(blank, complaints):
    policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"
    blank.set_content(
        WELL.replace("<title>", policy + "<title>").replace("<h1>", "<h1 style='x:y'>")
    )
    assert "Content Security Policy" in " ".join(complaints)


def test_an_error_of_a_script_is_heard(blank, complaints: Complaints):
    blank.set_content(WELL.replace("<main>", "<script>absent()</script><main>"))
    assert any("absent is not defined" in complaint for complaint in complaints)
