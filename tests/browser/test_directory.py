"""A visitor's way from the front page to a member who has what they look for, and to its place."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from kragozor.hub.members.enums import Direction, Topic
from kragozor.hub.members.models import MemberPage, Offering, Project
from kragozor.hub.members.services import TermFacts, organisation_admit
from tests.browser.checks import assert_well
from tests.browser.conftest import NARROW, WIDE
from tests.hub.cast import person_make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def thread():
    """A member who shows itself, and offers something."""
    today = timezone.localdate()
    facts = {"name": "Синя нишка ООД", "name_latin": "Blue Thread", "district": "BG322"}
    facts |= {"town": "Габрово", "activity_version": "kid-2025", "activity_code": "13.10"}
    member = organisation_admit(
        actor=person_make("admitting"),
        facts=facts | {"is_demonstration": True},
        pillars=["textiles"],
        term=TermFacts(today, today + timedelta(days=365), waiver_reason="founder"),
    )
    MemberPage.objects.create(organisation=member, is_shown=True, text_bg="Предем вълна.")
    Project.objects.create(organisation=member, title_bg="Втори живот", year=2025)
    offer = {"direction": Direction.OFFER, "topic": Topic.RESIDUE}
    Offering.objects.create(organisation=member, text_bg="Памучни изрезки", **offer)
    return member


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "light"), (NARROW, "dark")])
def test_a_visitor_finds_a_member_by_what_it_offers(open_window, complaints, thread, size, scheme):
    page = open_window(size=size, scheme=scheme)
    page.goto("/")
    page.get_by_role("link", name="Текстил").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Текстил")
    assert_well(page, complaints)
    page.get_by_role("link", name="Търсене сред членовете му").click()
    page.get_by_label("Име, материал, град, дейност").fill("ПАМУЧНАТА изрезка")
    page.get_by_role("button", name="Търсене").first.click()
    assert "pillar=textiles" in page.url
    assert_well(page, complaints)
    page.get_by_role("link", name="Синя нишка ООД").click()
    expect(page.get_by_text("Предем вълна.")).to_be_visible()
    assert_well(page, complaints)
    page.get_by_role("link", name="Габрово").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Област Габрово")
    assert_well(page, complaints)


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "dark"), (NARROW, "light")])
def test_a_reader_of_english_goes_from_the_map_to_a_member(
    open_window, complaints, thread, size, scheme
):
    page = open_window(size=size, scheme=scheme)
    page.goto("/en/regions/")
    assert_well(page, complaints)
    page.get_by_role("table").get_by_role("link", name="Gabrovo").click()
    page.get_by_role("link", name="Blue Thread").first.click()
    expect(page).to_have_title(re.compile("Blue Thread"))
    assert_well(page, complaints)


def test_on_a_phone_the_navigation_opens_from_a_button(open_window, complaints, db):
    page = open_window(size=NARROW)
    page.goto("/pillars/")
    regions = page.get_by_role("navigation", name="Основна").get_by_role("link", name="Региони")
    expect(regions).to_be_hidden()
    page.get_by_role("button", name="Меню").click()
    expect(regions).to_be_visible()
    assert_well(page, complaints)
    page.keyboard.press("Escape")
    expect(regions).to_be_hidden()
    page.get_by_role("button", name="Меню").click()
    regions.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Къде са членовете")


def test_filters_narrow_down_and_come_off(open_window, complaints, thread):
    page = open_window(size=WIDE)
    page.goto("/en/members/")
    page.get_by_text("Narrow down").click()
    page.get_by_label("Place").select_option(label="Vidin")
    page.get_by_role("button", name="Search").last.click()
    expect(page.get_by_text("No member matches all of this")).to_be_visible()
    assert_well(page, complaints)
    page.get_by_role("link", name="Take off: Place: Vidin").click()
    expect(page.get_by_role("link", name="Blue Thread")).to_be_visible()
