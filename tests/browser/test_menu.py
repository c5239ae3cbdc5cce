"""The rooms on a phone: behind a button, which needs no script."""

import pytest

from tests.browser.checks import assert_well
from tests.browser.conftest import NARROW, WIDE
from tests.hub.cast import cast_make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = {"": ("Меню", "Членове", "Съветът"), "/en": ("Menu", "Members", "The Council")}


@pytest.fixture
def cast(transactional_db):
    """Everybody, seen by the server in its own thread too."""
    return cast_make()


@pytest.mark.parametrize(("prefix", "scheme"), [("", "dark"), ("/en", "light")])
def test_the_menu_opens_the_rooms_of_the_council(cast, open_window, complaints, prefix, scheme):
    menu, members, place = WORDS[prefix]
    page = open_window(size=NARROW, scheme=scheme, person=cast.staff)
    page.goto(f"{prefix}/council/pipeline/")
    rooms = page.get_by_role("navigation", name=place)
    assert not rooms.is_visible()
    page.get_by_role("button", name=menu).click()
    assert rooms.is_visible()
    assert_well(page, complaints)
    rooms.get_by_role("link", name=members).click()
    page.wait_for_url("**/council/members/")


def test_the_menu_needs_no_script(cast, open_window):
    page = open_window(size=NARROW, java_script_enabled=False)
    page.goto("/")
    pillars = page.get_by_role("banner").get_by_role("link", name="Стълбове")
    assert not pillars.is_visible()
    page.get_by_role("button", name="Меню").click()
    pillars.click()
    page.wait_for_url("**/pillars/")


def test_the_keyboard_opens_and_closes_the_menu(cast, open_window):
    page = open_window(size=NARROW, person=cast.staff)
    page.goto("/desk/")
    button = page.get_by_role("button", name="Меню")
    button.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#menu') !== null")
    page.keyboard.press("Escape")
    assert not page.get_by_role("navigation", name="Съветът").is_visible()
    assert page.evaluate("document.activeElement.className").count("menu-button")


def test_a_wide_window_shows_the_rooms_without_a_button(cast, open_window, complaints):
    page = open_window(size=WIDE, person=cast.staff)
    page.goto("/council/pipeline/")
    assert page.get_by_role("navigation", name="Съветът").is_visible()
    assert not page.get_by_role("button", name="Меню").is_visible()
    assert_well(page, complaints)
