"""Files from outside: whatever they hold, they are refused or handed out as files."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from kragozor.files.facts import facts
from kragozor.files.limits import MAX_COLUMNS, MAX_ROW
from kragozor.files.workbook.grid import read_book
from kragozor.hub.members.models import MemberPage
from kragozor.hub.pipeline.models import Document
from kragozor.hub.programme.models import Evidence
from kragozor.hub.records.models import Import
from tests.files.books import SWEATER, part, refused, repacked, workbook_of
from tests.hub.members.pictures import png
from tests.hub.security.asking import signed_in

PDF = b"%PDF-1.7\n..."
HTML = b"<!DOCTYPE html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
NAMES = [
    "../../../etc/passwd.pdf",
    "..\\..\\passwd.pdf",
    "/etc/passwd.pdf",
    'a".pdf',
    "a\r\nX-Odd: yes.pdf",
    "а\0б.pdf",
    "\u202efdp.exe.pdf",
    "😀" * 80 + ".pdf",
    "а" * 300 + ".pdf",
]


def named(name: str, content: bytes = PDF) -> SimpleUploadedFile:
    """Return a file with a name as a program, not a browser, may send it."""
    file = SimpleUploadedFile("a", content, "application/pdf")
    file._name = name
    return file


def assert_handed_out(response: Any) -> None:
    """Assert that a browser saves what it gets, and runs nothing of it."""
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment; filename*=UTF-8''")
    assert "/" not in response["Content-Disposition"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "X-Odd" not in response


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_the_name_of_a_document_leads_nowhere(world, name):
    client = signed_in(world, "staff")
    address = reverse("pipeline:document_new", args=[world.card.pk])
    known = set(Document.objects.values_list("pk", flat=True))
    client.post(address, {"file": named(name)})
    for document in Document.objects.exclude(pk__in=known):
        assert document.file.name.count("/") <= 1
        assert ".." not in document.file.name
        place = reverse("pipeline:document", args=[world.card.pk, document.pk])
        assert_handed_out(client.get(place))


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_the_name_of_evidence_leads_nowhere(world, name):
    client = signed_in(world, "staff")
    known = set(Evidence.objects.values_list("pk", flat=True))
    data = {"on": "2025-06-30", "title": "Среща", "file": named(name)}
    client.post(reverse("programme:evidence_add", args=[12]), data)
    for evidence in Evidence.objects.exclude(pk__in=known):
        assert ".." not in evidence.file.name
        assert_handed_out(client.get(reverse("programme:evidence_file", args=[evidence.pk])))


@pytest.mark.parametrize("content", [HTML, SVG, b"GIF89a/*", b"\x89PNG\r\n\x1a\n" + HTML, b""])
def test_a_page_is_no_logo(world, content):
    address = reverse("members:logo_edit", args=[world.company.pk])
    response = signed_in(world, "owner").post(address, {"logo": named("logo.png", content)})
    assert response.status_code == 200
    assert "logo" in response.context["form"].errors


def test_a_logo_with_a_page_behind_it_is_shown_as_a_picture(world):
    client, where = signed_in(world, "owner"), [world.company.pk]
    client.post(
        reverse("members:logo_edit", args=where), {"logo": named("a.html", png(64, 64) + HTML)}
    )
    assert MemberPage.objects.get(organisation=world.company).logo.name.count(".html") == 0
    shown = client.get(reverse("members:logo", args=where))
    assert shown["Content-Type"] == "image/png"
    assert shown["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in shown["Content-Security-Policy"]


@pytest.mark.parametrize("content", [HTML, SVG, b"MZ\x90", b""])
def test_what_is_no_document_is_not_kept(world, content):
    client, before = signed_in(world, "staff"), Document.objects.count()
    address = reverse("pipeline:document_new", args=[world.card.pk])
    assert client.post(address, {"file": named("a.pdf", content)}).status_code == 422
    assert Document.objects.count() == before


def workbook(text: str) -> bytes:
    """Return a workbook of an import with a text in every cell."""
    book, content = Workbook(), BytesIO()
    for cells in (["ЕИК", "Име", "Град"], [text] * 3):
        book.active.append(cells)
    book.save(content)
    return content.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        "ЕИК;Име\n175074752;а\0б".encode("utf-16"),
        "ЕИК;Име\n175074752;а\0б".encode(),
        "ЕИК;Име\n175074752;".encode("utf-16") + b"\x00\xd8",
        b"\xff\xfe",
        b"\xff\xfe\x00",
        b"PK\x03\x04" + bytes(100),
        b'"' * 5000,
        workbook("_x0000_"),
        workbook("_xD800_"),
        workbook("9" * 400),
        b"%PDF-1.7",
        HTML,
    ],
    ids=range(12),
)
def test_no_file_breaks_an_import(world, content):
    client = signed_in(world, "staff")
    known = set(Import.objects.values_list("pk", flat=True))
    address = reverse("records:import_new", args=["members"])
    response = client.post(address, {"file": named("a.csv", content)})
    assert response.status_code in {302, 422}
    for batch in Import.objects.exclude(pk__in=known):
        columns = {f"column_{index}": key for index, key in batch.columns.items()}
        client.post(reverse("records:import_columns", args=[batch.pk]), columns)
        assert client.get(reverse("records:import", args=[batch.pk])).status_code == 200
        assert client.get(reverse("records:import_refused", args=[batch.pk])).status_code == 200


SHEET = "xl/worksheets/sheet2.xml"


def with_rows(rows: bytes) -> bytes:
    """Return a filled workbook with more rows on its second sheet."""
    whole = workbook_of()
    written = part(whole, SHEET).replace(b"</sheetData>", rows + b"</sheetData>")
    return repacked(whole, {SHEET: written})


def test_a_row_without_end_is_not_read():
    """A file of one megabyte held three gigabytes of memory: what reads a sheet holds a row."""
    cells = b"".join(b"<c><v>%d</v></c>" % number for number in range(MAX_ROW // 10))
    assert [one.message.key for one in refused(with_rows(b"<row>%s</row>" % cells)).problems] == [
        "files.file.broken"
    ]


def test_no_more_columns_are_read_than_any_table_has():
    book = read_book(with_rows(b'<row r="900">%s</row>' % (b"<c><v>1</v></c>" * 500)))
    widths = [max(row) for grid in book.grids for row in grid.cells.values()]
    assert max(widths) == MAX_COLUMNS


ODD_TEXTS = ["\\u0000", "\\ud800", "а" * 70_000, "9" * 5000, "[" * 5000, "1e999", "NaN", "-0.0"]


def odd_inventories() -> list[bytes]:
    """Return the JSON of an inventory with one odd value each, at each of its texts and numbers."""
    good = json.dumps(facts(SWEATER), ensure_ascii=False)
    found = []
    for odd in ODD_TEXTS:
        found += [good.replace('"вълна"', f'"{odd}"'), good.replace('"Пуловер"', f'"{odd}"')]
        found += [good.replace("60.0", odd), good.replace('"2025-01-01"', f'"{odd}"')]
    return [text.encode() for text in found]


def test_no_inventory_breaks_an_upload(world):
    client = signed_in(world, "owner")
    address = reverse("measuring:upload_send", args=[world.company.pk])
    for number, content in enumerate(odd_inventories()):
        response = client.post(address, {"file": named("a.json", content)}, follow=True)
        assert response.status_code < 500, (number, content[:200])


def test_no_inventory_breaks_the_api(world, settings):
    settings.API_RATE = None
    address = reverse("api:inventory_create")
    for who in ("owner", "stranger"):
        client: Client = signed_in(world, who)
        for content in odd_inventories():
            member = f'{{"member": "{world.company.pk}", '.encode()
            for body in (content, member + content[1:]):
                response = client.post(address, body, content_type="application/json")
                assert response.status_code < 500, (content[:200], response.content)


def test_no_cursor_or_filter_breaks_the_api(world):
    client = signed_in(world, "owner")
    for view in ("inventory_list", "assessment_list", "member_list", "pillar_list"):
        for name in ("cursor", "limit", "inventory", "q", "on"):
            for value in ("", "а", "W10", "WyIiXQ", "9" * 40, "0001-01-01", "\ufffe", "а" * 9000):
                response = client.get(reverse(f"api:{view}"), {name: value})
                assert response.status_code in {200, 422, 429}, (view, name, value)


def test_what_is_not_in_the_form_of_the_api_is_a_problem(world):
    client = signed_in(world, "owner")
    for body in (b"", b"null", b"[]", b"1", b'"a"', b"{", b"\xff", b"[" * 50_000):
        for view in ("api:inventory_create", "api:assessment_create"):
            response = client.post(reverse(view), body, content_type="application/json")
            assert response.status_code in {400, 422}, (view, body[:20])
            assert response["Content-Type"] == "application/problem+json"
