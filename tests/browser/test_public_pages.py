"""What a visitor sees before signing in, as a person with any window would."""

import pytest

from tests.browser.checks import assert_well
from tests.browser.conftest import NARROW, WIDE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PATHS = ["/", "/en/", "/account/login/", "/en/account/signup/", "/account/password/reset/"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "light"), (NARROW, "dark")])
def test_public_page_is_well(open_window, complaints, path, size, scheme):
    page = open_window(size=size, scheme=scheme)
    assert page.goto(path).ok
    assert page.locator("html").get_attribute("lang") == ("en" if path.startswith("/en/") else "bg")
    assert_well(page, complaints)
