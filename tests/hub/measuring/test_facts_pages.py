"""The forms: saved as they go, with JavaScript and without."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kragozor.files.fields import sections
from kragozor.files.offer import section_asked
from kragozor.hub.measuring.models import Inventory
from kragozor.hub.measuring.services.inventories import inventory_start
from kragozor.instruments.inventory import Pillar
from tests.files.books import SWEATER
from tests.hub.measuring.making import inventory_make
from tests.hub.pages import assert_page
from tests.inventories import inventory as declared

HTMX = {"HX-Request": "true"}
ROW = {"material": "лен", "mass": "12,5", "mass.grade": "measured", "origin": "virgin"}


def address(name, inventory, *parts):
    return reverse(f"measuring:{name}", args=[inventory.pk, *parts])


def facts():
    return Inventory.objects.get().facts


@pytest.mark.parametrize("language", ["bg", "en"])
@pytest.mark.parametrize("name", [one.name for one in sections()])
def test_every_section_is_a_page(cast, client_of, inventory, name, language):
    prefix = "" if language == "bg" else "/en"
    page = client_of(cast.editor).get(prefix + address("facts", inventory, name))
    assert_page(page, language=language)
    section = next(one for one in sections() if one.name == name)
    for field in section_asked(section, Pillar.TEXTILES, {}.__contains__).fields:
        assert field.labels[language] in page.text
    assert 'id="standing"' in page.text


def test_section_that_is_none_is_absent(cast, client_of, inventory):
    assert client_of(cast.owner).get(address("facts", inventory, "format")).status_code == 404


def test_reader_reads_and_is_offered_no_change(cast, client_of, inventory):
    page = client_of(cast.reader).get(address("facts", inventory, "inflows"))
    assert_page(page)
    assert "вълна" in page.text
    assert "hx-post" not in page.text
    assert reverse("measuring:measure", args=[inventory.pk]) not in page.text


def test_number_of_queries_does_not_grow_with_rows(cast, client_of, inventory):
    client, counts = client_of(cast.owner), []
    for number in range(3):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address("facts", inventory, "inflows")).status_code == 200
        counts.append(len(captured))
        client.post(address("row_add", inventory, "inflows"), ROW | {"revision": str(number + 1)})
    assert counts[1] == counts[2]
    assert counts[0] <= 15


def test_row_is_added(cast, client_of, inventory):
    answer = client_of(cast.editor).post(
        address("row_add", inventory, "inflows"), ROW | {"revision": "1"}
    )
    assert answer.url == address("facts", inventory, "inflows")
    assert facts()["inflows"][2] == {
        "material": "лен",
        "mass": {"value": 12.5, "grade": "measured"},
        "origin": "virgin",
    }
    assert Inventory.objects.get().updated_by == cast.editor


def test_wrong_row_is_kept_and_its_errors_stand_beside_it(cast, client_of, inventory):
    page = client_of(cast.owner).post(
        address("row_save", inventory, "inflows", 1),
        {"material": "вълна", "mass": "много", "origin": "virgin", "revision": "1"},
        follow=True,
    )
    assert_page(page)
    assert facts()["inflows"][0]["mass"]["value"] == "много"
    assert "Намерено „много“; очаква се число" in page.text
    assert 'value="много"' in page.text


def test_change_answers_only_what_stands_around_the_boxes(cast, client_of, inventory):
    piece = client_of(cast.owner).post(
        address("row_save", inventory, "inflows", 1),
        ROW | {"mass": "много", "revision": "1"},
        headers=HTMX,
    )
    assert "<html" not in piece.text
    assert "<input" in piece.text
    assert 'name="mass"' not in piece.text
    assert 'value="2" hx-swap-oob="outerHTML:.revision"' in piece.text
    assert "Намерено „много“" in piece.text
    assert 'id="inflows-1-summary"' in piece.text


def test_section_without_rows_is_saved_whole(cast, client_of, inventory):
    typed = {"lifetime": "4", "lifetime.grade": "measured", "revision": "1"}
    client_of(cast.owner).post(address("section_save", inventory, "use"), typed)
    assert facts()["use"] == {"lifetime": {"value": 4.0, "grade": "measured"}}


def test_removed_row_can_be_put_back(cast, client_of, inventory):
    client, before = client_of(cast.owner), facts()["inflows"]
    page = client.post(
        address("row_remove", inventory, "inflows", 1), {"revision": "1"}, follow=True
    )
    assert facts()["inflows"] == before[1:]
    assert address("row_restore", inventory, "inflows") in page.text
    client.post(address("row_restore", inventory, "inflows"), {"revision": "2"})
    assert facts()["inflows"] == before


def test_second_editor_sees_both_and_chooses(cast, client_of, inventory):
    save = address("row_save", inventory, "inflows", 1)
    client_of(cast.owner).post(save, ROW | {"revision": "1"})
    second = client_of(cast.editor)
    mine = ROW | {"material": "коприна", "revision": "1"}
    page = second.post(save, mine)
    assert_page(page, status=409)
    assert facts()["inflows"][0]["material"] == "лен"
    assert 'value="коприна"' in page.text
    assert "Записано сега: лен" in page.text
    assert str(cast.owner) in page.text
    second.post(save, mine | {"revision": "2"})
    assert facts()["inflows"][0]["material"] == "коприна"


def test_second_editor_who_types_hears_of_it_at_once(cast, client_of, inventory):
    save = address("row_save", inventory, "inflows", 1)
    client_of(cast.owner).post(save, ROW | {"revision": "1"})
    piece = client_of(cast.editor).post(save, ROW | {"revision": "1"}, headers=HTMX)
    assert piece.status_code == 200
    assert 'id="conflict"' in piece.text
    assert "revision" not in piece.text
    assert Inventory.objects.get().updated_by == cast.owner


def test_new_row_of_the_slower_one_is_not_lost(cast, client_of, inventory):
    add = address("row_add", inventory, "inflows")
    client_of(cast.owner).post(add, ROW | {"revision": "1"})
    page = client_of(cast.editor).post(add, ROW | {"material": "коноп", "revision": "1"})
    assert_page(page, status=409)
    assert 'value="коноп"' in page.text
    assert len(facts()["inflows"]) == 3


def test_row_is_not_removed_from_under_somebody(cast, client_of, inventory):
    client_of(cast.owner).post(
        address("row_save", inventory, "inflows", 1), ROW | {"revision": "1"}
    )
    page = client_of(cast.editor).post(
        address("row_remove", inventory, "inflows", 1), {"revision": "1"}, follow=True
    )
    assert "Междувременно друг е записал промени" in page.text
    assert len(facts()["inflows"]) == 2


def test_second_inventory_of_the_same_is_refused_with_the_way_to_the_first(
    cast, client_of, inventory
):
    other = inventory_make(cast.owner, cast.company, declared(*SWEATER.inflows, name="Шал"))
    typed = {"name": "Пуловер", "kind": "product", "pillar": "textiles", "revision": "1"}
    typed |= {"period_start": "2025-01-01", "period_end": "2025-12-31"}
    page = client_of(cast.owner).post(address("section_save", other, "subject"), typed)
    assert_page(page, status=409)
    assert reverse("measuring:inventory", args=[inventory.pk]) in page.text
    assert 'value="Пуловер"' in page.text
    assert Inventory.objects.get(pk=other.pk).name == "Шал"


@pytest.mark.parametrize("revision", ["", "x", "-1", "²", "9" * 5000])
def test_revision_that_is_none_counts_as_old(cast, client_of, inventory, revision):
    answer = client_of(cast.owner).post(
        address("row_add", inventory, "inflows"), ROW | {"revision": revision}
    )
    assert answer.status_code == 409
    assert Inventory.objects.get().revision == 1


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("section_save", ("inflows",)),
        ("section_save", ("nothing",)),
        ("row_add", ("subject",)),
        ("row_save", ("inflows", 3)),
        ("row_save", ("use", 1)),
        ("row_remove", ("inflows", 0)),
        ("row_restore", ("inflows",)),
    ],
)
def test_what_is_not_there_cannot_be_changed(cast, client_of, inventory, name, parts):
    answer = client_of(cast.owner).post(address(name, inventory, *parts), ROW | {"revision": "1"})
    assert answer.status_code == 404
    assert Inventory.objects.get().revision == 1


def test_names_in_boxes_are_text(cast, client_of, inventory):
    typed = ROW | {"material": '"><script>alert(1)</script>', "revision": "1"}
    page = client_of(cast.owner).post(
        address("row_save", inventory, "inflows", 1), typed, follow=True
    )
    assert_page(page)
    assert "<script>alert" not in page.text


@pytest.mark.parametrize("name", ["material", "mass", "mass.source", "mass.grade", "origin"])
def test_character_that_no_database_stores_is_shown_as_lost(cast, client_of, inventory, name):
    """PostgreSQL takes no NUL into its JSON."""
    page = client_of(cast.owner).post(
        address("row_save", inventory, "inflows", 1),
        ROW | {name: "ле\0н", "revision": "1"},
        follow=True,
    )
    assert_page(page)
    assert "\0" not in page.text
    assert "ле\ufffdн" in str(facts()["inflows"][0])


def test_whole_way_in_forms_ends_at_a_result(cast, client_of):
    draft = inventory_start(
        actor=cast.owner, organisation=cast.company, kind="product", pillar="textiles"
    )
    client = client_of(cast.owner)
    subject = {"name": "Шал", "kind": "product", "pillar": "textiles"}
    subject |= {"period_start": "2025-01-01", "period_end": "2025-12-31", "revision": "1"}
    client.post(address("section_save", draft, "subject"), subject)
    client.post(address("row_add", draft, "inflows"), ROW | {"revision": "2"})
    out = {"kind": "product", "material": "шал", "mass": "12,5", "destination": "landfill"}
    page = client.post(address("row_add", draft, "outflows"), out | {"revision": "3"}, follow=True)
    assert "Всичко необходимо е попълнено" in page.text
    page = client.post(reverse("measuring:measure", args=[draft.pk]), follow=True)
    assert_page(page)
    assert "Шал" in page.text
