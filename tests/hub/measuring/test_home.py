"""What there is, by company, to everybody who may know of it."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kragozor.hub.measuring.desk import example_address
from kragozor.hub.measuring.services.inventories import inventory_archive, inventory_start
from kragozor.hub.measuring.views import home
from kragozor.hub.measuring.wording import headline_number
from tests.files.books import SWEATER
from tests.hub.cast import person_make
from tests.hub.measuring.making import assessment_make, inventory_make
from tests.hub.pages import assert_page
from tests.inventories import inventory as declared

HOME, DESK = "/work/", "/desk/"


def number_of(assessment):
    return f"<strong>{headline_number(assessment, 'bg')}</strong>"


def test_owner_sees_results_and_may_begin(cast, client_of, assessment):
    page = client_of(cast.owner).get(HOME)
    assert_page(page)
    assert reverse("measuring:result", args=[assessment.pk]) in page.text
    assert reverse("measuring:start", args=[cast.company.pk]) in page.text
    assert number_of(assessment) in page.text


def test_reader_sees_results_and_may_not_begin(cast, client_of, assessment):
    page = client_of(cast.reader).get(HOME)
    assert reverse("measuring:result", args=[assessment.pk]) in page.text
    assert reverse("measuring:start", args=[cast.company.pk]) not in page.text


def test_staff_see_that_inventories_exist_and_no_number(cast, client_of, assessment):
    page = client_of(cast.staff).get(HOME)
    assert_page(page)
    assert "Пуловер" in page.text
    assert "не е достъпен за Вас" in page.text
    assert number_of(assessment) not in page.text
    assert reverse("measuring:result", args=[assessment.pk]) not in page.text


def test_staff_with_a_grant_see_numbers(cast, client_of, assessment):
    assert number_of(assessment) in client_of(cast.granted).get(HOME).text


def test_stranger_sees_their_own_company_only(cast, client_of, assessment):
    page = client_of(cast.stranger).get(HOME)
    assert "Капачка АД" in page.text
    assert "Пуловер" not in page.text
    assert "Нишка ООД" not in page.text


def test_visitor_is_asked_to_sign_in(client):
    assert client.get(HOME).status_code == 302


def test_first_steps_are_shown_before_there_is_anything(cast, client_of):
    page = client_of(cast.owner).get(HOME)
    assert "Изтеглете работната книга" in page.text
    assert reverse("measuring:template", args=["textiles"]) in page.text


def test_person_without_a_company_is_led_to_one(client_of, db):
    page = client_of(person_make("newcomer")).get("/en/work/")
    assert_page(page, language="en")
    assert reverse("members:new") in page.text


def test_archived_inventories_stand_apart(cast, client_of, inventory):
    inventory_archive(actor=cast.owner, inventory=inventory)
    assert "Пуловер" not in client_of(cast.owner).get(HOME).text
    page = client_of(cast.owner).get(HOME, {"archived": ""})
    assert reverse("measuring:inventory", args=[inventory.pk]) in page.text
    assert client_of(cast.stranger).get(HOME, {"archived": ""}).text.count("Пуловер") == 0


def test_changed_facts_are_noticed(cast, client_of, assessment):
    inventory_make(cast.editor, cast.company)
    page = client_of(cast.owner).get(HOME)
    assert "променен след измерването" in page.text


@pytest.mark.parametrize("address", [HOME, DESK])
def test_number_of_queries_does_not_grow(cast, client_of, address):
    client = client_of(cast.owner)
    counts = []
    for number in range(3):
        named = declared(*SWEATER.inflows, *SWEATER.outflows, name=f"Шал {number}")
        assessment_make(cast.owner, inventory_make(cast.owner, cast.company, named), named)
        inventory_start(
            actor=cast.owner, organisation=cast.company, kind="product", pillar="textiles"
        )
        counts.append(queries_of(client, address))
    assert counts[0] == counts[2]
    assert counts[0] <= 15


def queries_of(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_desk_shows_the_newest_result_in_words(cast, client_of, assessment):
    page = client_of(cast.reader).get(DESK)
    assert_page(page)
    assert "<svg" in page.text
    assert "Пуловер" in page.text
    assert "Последен резултат" in page.text


def test_desk_shows_how_a_figure_went(cast, client_of, assessment):
    year = {"period_start": dt.date(2024, 1, 1), "period_end": dt.date(2024, 12, 31)}
    earlier = declared(*SWEATER.inflows, *SWEATER.outflows, **year)
    assessment_make(cast.owner, inventory_make(cast.owner, cast.company, earlier), earlier)
    page = client_of(cast.owner).get(DESK)
    assert 'class="sparkline"' in page.text
    assert "2024\u00a0г. 0," in page.text


def test_desk_leads_on_with_what_is_not_finished(cast, client_of):
    draft = inventory_start(
        actor=cast.owner, organisation=cast.company, kind="product", pillar="textiles"
    )
    page = client_of(cast.editor).get(DESK)
    assert reverse("measuring:facts", args=[draft.pk, "subject"]) in page.text


def test_desk_says_what_would_help_most_and_who_sees_it(cast, client_of, assessment):
    page = client_of(cast.owner).get(f"/en{DESK}")
    assert "What would help most:" in page.text
    assert "Who can see this:" in page.text


def test_desk_of_staff_has_no_company(cast, client_of, assessment):
    assert "Пуловер" not in client_of(cast.staff).get(DESK).text


def test_front_page_has_no_example_before_there_is_one(rf, cast, link):
    """A link of a real company is never an example."""
    assert example_address(rf.get("/")) is None


def test_companies_of_staff_come_a_page_at_a_time(cast, client_of, monkeypatch):
    monkeypatch.setattr(home, "ORGANISATIONS_SHOWN", 1)
    inventory_make(cast.owner, cast.company)
    inventory_make(cast.stranger, cast.other_company)
    client = client_of(cast.staff)
    first, second = client.get(HOME), client.get(HOME, {"page": 2})
    assert "Капачка АД" in first.text
    assert "Нишка ООД" not in first.text
    assert "Страница 1 от 2" in first.text
    assert "Нишка ООД" in second.text


def test_staff_are_not_shown_companies_without_inventories(cast, client_of, inventory):
    page = client_of(cast.staff).get(HOME)
    assert "Нишка ООД" in page.text
    assert "Капачка АД" not in page.text


@pytest.mark.parametrize(
    ("part", "number", "begin"),
    [("owner", True, True), ("reader", True, False), ("staff", False, False)],
)
def test_page_of_the_company_shows_what_it_measured(
    cast, client_of, assessment, part, number, begin
):
    address = reverse("members:detail", args=[cast.company.pk])
    page = client_of(cast.people[part]).get(address)
    assert_page(page)
    assert "Пуловер" in page.text
    assert (number_of(assessment) in page.text) is number
    assert (reverse("measuring:start", args=[cast.company.pk]) in page.text) is begin
