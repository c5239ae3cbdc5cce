"""The 34 places: figures about all members, names of those who agreed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kragozor.hub.members.enums import Direction, Topic
from kragozor.instruments.reference import territory
from tests.hub.pages import assert_page

pytestmark = pytest.mark.django_db
CODES = [one.code for one in (*territory.regions(), *territory.districts())]


def names(found):
    return [one.name for one in found]


def test_there_are_34_places():
    assert len(CODES) == 34


@pytest.mark.parametrize("code", CODES)
def test_every_place_has_its_page(client, db, code):
    page = client.get(f"/regions/{code}/")
    assert_page(page)
    assert "Все още" in page.text or "още няма" in page.text


def test_the_map_shows_what_the_table_says(client, admit):
    for name in ("Нишка", "Прежда"):
        admit(name)
    page = client.get("/en/regions/").text
    drawn, table = page.partition('<figure class="map">')[2].split("</figure>", 1)
    for code in CODES[6:]:
        assert f'href="/en/regions/{code}/"' in drawn
    for code in CODES:
        assert f'href="/en/regions/{code}/"' in table
    assert "Gabrovo: 2" in drawn
    assert "Vidin: 0" in drawn


@pytest.mark.parametrize("address", ["/en/regions/", "/en/regions/BG322/", "/en/regions/BG42/"])
def test_places_are_told_in_english(client, admit, offer, address):
    offer(admit("Нишка"), "Изрезки")
    assert_page(client.get(address), language="en")


@pytest.mark.parametrize("code", ["BG999", "bg322", "BG", "XX"])
def test_no_such_place_is_not_found(client, db, code):
    assert client.get(f"/regions/{code}/").status_code == 404


def test_a_district_names_who_agreed_and_counts_the_others(client, admit):
    admit("Нишка", "textiles", "plastics")
    admit("Скрита", shown=False)
    admit("Далечна", district="BG311")
    page = client.get("/regions/BG322/")
    place = page.context["place"]
    assert (place.figures.members, place.figures.shown, place.figures.hidden) == (2, 1, 1)
    assert place.figures.pillars == {"textiles": 2, "plastics": 1}
    assert names(page.context["shown"]) == ["Нишка"]
    assert "Скрита" not in page.text


def test_partners_stand_apart_from_companies(client, admit):
    admit("Нишка")
    for kind in ("university", "institute", "ngo", "public", "cluster"):
        admit(f"Партньор {kind}", kind=kind)
    page = client.get("/regions/BG32/")
    assert names(page.context["shown"]) == ["Нишка"]
    assert len(page.context["partners"]) == 5


def test_residues_are_those_of_members_shown(client, admit, offer):
    member, hidden = admit("Нишка"), admit("Скрита", shown=False)
    offer(member, "Памучни изрезки")
    offer(member, "Прежда", topic=Topic.MATERIAL, direction=Direction.SEEK)
    offer(member, "Консултации", topic=Topic.KNOWLEDGE)
    offer(hidden, "Тайни изрезки")
    page = client.get("/regions/BG322/")
    assert [one.text for one in page.context["offers"]] == ["Памучни изрезки"]
    assert [one.text for one in page.context["needs"]] == ["Прежда"]
    figures = page.context["place"].figures
    assert (figures.offers, figures.needs) == (1, 1)


def test_activities_are_told_by_division_whatever_the_edition(client, admit):
    admit("Нишка", activity_code="13.10")
    admit("Тъкан", activity_version="kid-2008", activity_code="13.20")
    admit("Сервиз", activity_version="kid-2008", activity_code="45.20")
    admit("Без дейност", activity_version="", activity_code="")
    divisions = client.get("/regions/BG322/").context["divisions"]
    assert [(one.code, count) for one, count in divisions] == [("13", 2), ("45", 1)]


def test_regions_are_the_sums_of_their_districts(client, admit, offer):
    offer(admit("Нишка"), "Изрезки")
    admit("Русенка", district="BG323")
    admit("Без област", district="")
    page = client.get("/regions/")
    assert_page(page)
    sums = {region.code: region.figures.members for region in page.context["regions"]}
    assert sums == {"BG31": 0, "BG32": 2, "BG33": 0, "BG34": 0, "BG41": 0, "BG42": 0}
    assert (page.context["total"], page.context["elsewhere"]) == (3, 1)


@pytest.mark.parametrize("address", ["/regions/", "/regions/BG322/", "/pillars/textiles/"])
def test_the_number_of_queries_does_not_grow(client, admit, offer, address):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    offer(admit("Член"), "Изрезки")
    one = queries()
    for number in range(50):
        offer(admit(f"Член {number}"), "Изрезки")
    assert queries() == one
