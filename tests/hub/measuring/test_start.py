"""The ways to begin: a workbook, forms, another program."""

import pytest
from django.urls import reverse

from kragozor.files.problems import FileRefused
from kragozor.files.reading import read_inventory
from kragozor.hub.measuring.models import Inventory
from tests.hub.pages import assert_page


def start(cast):
    return reverse("measuring:start", args=[cast.company.pk])


@pytest.mark.parametrize("language", ["bg", "en"])
def test_start_offers_every_way(cast, client_of, language):
    address = start(cast) if language == "bg" else f"/en{start(cast)}"
    page = client_of(cast.editor).get(address)
    assert_page(page, language=language)
    prefix = "" if language == "bg" else "/en"
    for name in ("textiles", "plastics", "agrifood"):
        assert f"{prefix}/templates/{name}.xlsx" in page.text
    assert f"{prefix}{reverse('measuring:draft_start', args=[cast.company.pk])}" in page.text
    assert "10 MB" in page.text


def test_draft_begins_with_what_was_chosen(cast, client_of):
    address = reverse("measuring:draft_start", args=[cast.company.pk])
    answer = client_of(cast.editor).post(address, {"kind": "site", "pillar": "agrifood"})
    draft = Inventory.objects.get()
    assert (draft.kind, draft.pillar, draft.created_by) == ("site", "agrifood", cast.editor)
    assert answer.url == reverse("measuring:facts", args=[draft.pk, "subject"])


def test_draft_of_something_unknown_is_not_begun(cast, client_of):
    address = reverse("measuring:draft_start", args=[cast.company.pk])
    answer = client_of(cast.editor).post(address, {"kind": "town", "pillar": "agrifood"})
    assert answer.url == start(cast)
    assert not Inventory.objects.exists()


@pytest.mark.parametrize(("prefix", "sheet"), [("", "Предмет"), ("/en", "Subject")])
def test_template_is_for_everybody_in_the_language_of_the_page(client, db, prefix, sheet):
    answer = client.get(f"{prefix}/templates/textiles.xlsx")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    with pytest.raises(FileRefused) as refused:
        read_inventory(answer.content)
    assert refused.value.problems[0].sheet == sheet


def test_template_of_an_unknown_sector_is_absent(client, db):
    assert client.get("/templates/steel.xlsx").status_code == 404


def test_published_format_is_the_schema(client, db):
    answer = client.get("/schemas/inventory-1.json")
    assert answer.headers["Content-Type"] == "application/schema+json"
    assert answer.json()["$id"] == "/schemas/inventory-1.json"
