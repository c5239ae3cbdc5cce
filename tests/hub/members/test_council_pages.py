"""The Council's list of members, and its figures of renewal."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kragozor.hub.members import services
from kragozor.hub.members.models import Organisation
from kragozor.hub.members.services import TermFacts
from tests.hub.pages import assert_page

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def begin(cast, company, first, last):
    term = TermFacts(TODAY + timedelta(first), TODAY + timedelta(last), fee=Decimal(100))
    return services.term_begin(actor=cast.staff, organisation=company, term=term)


@pytest.fixture
def members(cast):
    """One that is a member of textiles, one whose membership is over."""
    begin(cast, cast.company, -100, 200)
    begin(cast, cast.other_company, -400, -40)
    services.pillars_set(actor=cast.staff, organisation=cast.company, pillars=["textiles"])
    services.organisation_edit(
        actor=cast.staff, organisation=cast.company, district="BG322", kind="cluster"
    )
    return cast


@pytest.fixture
def listed(members, client_of):
    """Return which of the two are on the list for some words of the address."""

    def names(query=""):
        page = client_of(members.staff).get(f"/council/members/?{query}")
        assert_page(page)
        return [name for name in ("Капачка АД", "Нишка ООД") if f">{name}</a>" in page.text]

    return names


BOTH = ["Капачка АД", "Нишка ООД"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", BOTH),
        ("state=member", ["Нишка ООД"]),
        ("state=lapsed", ["Капачка АД"]),
        ("state=ends-soon", []),
        ("state=no-such", BOTH),
        ("pillar=textiles", ["Нишка ООД"]),
        ("pillar=plastics", []),
        ("kind=cluster", ["Нишка ООД"]),
        ("district=BG322", ["Нишка ООД"]),
        ("text=нишка", ["Нишка ООД"]),
        ("text=831642181", ["Капачка АД"]),
        ("text=няма такава", []),
        ("sort=until", BOTH),
        ("sort=newest", BOTH),
    ],
)
def test_the_list_is_narrowed(listed, query, found):
    assert listed(query) == found


def test_the_list_is_sorted_by_the_last_day(members, client_of):
    text = client_of(members.staff).get("/council/members/?sort=until").text
    assert text.index(">Капачка АД<") < text.index(">Нишка ООД<")


def test_nobody_found_shows_the_way_back(members, client_of):
    page = client_of(members.staff).get("/council/members/?text=няма")
    assert "Нищо не е намерено" in page.text


def test_an_empty_hub_says_how_members_come(cast, client_of):
    Organisation.objects.update(merged_into=cast.company)
    assert "Още няма членове" in client_of(cast.staff).get("/council/members/").text


def test_the_list_counts_members_against_the_target(members, client_of):
    page = client_of(members.board).get("/council/members/")
    assert "бизнес 0, академични среди 0, други 1" in page.text
    assert "1 изтекло" in page.text


def test_the_list_asks_the_database_as_often_for_fifty(members, client_of):
    client = client_of(members.staff)
    client.get("/council/members/")

    def asked():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get("/council/members/")
        return len(queries)

    few = asked()
    for number in range(50):
        made = Organisation.objects.create(
            name=f"Член {number}", pillar="textiles", is_demonstration=True
        )
        begin(members, made, -10, 10 + number)
        services.pillars_set(actor=members.staff, organisation=made, pillars=["textiles"])
    assert asked() == few


def test_renewals_are_told_as_of_any_day(members, client_of):
    client = client_of(members.board)
    page = client.get("/council/members/renewals/")
    assert_page(page)
    # Капачка ended 40 days ago: it may still renew, so there is no rate yet.
    assert "всички изтекли още могат да бъдат подновени" in page.text
    later = (TODAY + timedelta(30)).isoformat()
    page = client.get(f"/council/members/renewals/?on={later}")
    assert "0 от 1" in page.text


def test_renewals_of_before_there_was_anybody_are_reasons(members, client_of):
    page = client_of(members.staff).get("/en/council/members/renewals/?on=2019-01-01")
    assert_page(page, language="en")
    assert "There was no member 12 months before this day." in page.text
    assert "There is no member on this day." in page.text
    assert "0 %" not in page.text


def test_figures_of_a_day_to_come_say_what_they_cannot_know(members, client_of):
    client, words = client_of(members.staff), "Този ден тепърва предстои"
    assert words not in client.get("/council/members/renewals/").text
    page = client.get("/council/members/renewals/?on=2100-12-31")
    assert_page(page)
    assert words in page.text


@pytest.mark.parametrize(
    "on", ["2026-13-01", "", "утре", "0001-01-01", "1989-12-31", "2101-01-01", "9999-12-31", "\0"]
)
def test_a_day_that_is_none_is_said_and_today_is_shown(members, client_of, on):
    page = client_of(members.staff).get(f"/council/members/renewals/?on={on}")
    assert page.status_code == 200
    assert "error" in page.text


def test_renewals_list_who_ends_soon_and_was_written_to(members, client_of):
    begin(members, members.other_company, -39, 20)
    services.reminders_send()
    page = client_of(members.staff).get("/council/members/renewals/")
    assert ">Капачка АД</a>" in page.text
    assert ">Нишка ООД</a>" not in page.text
