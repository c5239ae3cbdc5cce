"""Sending a file through the page, good or bad, in both languages."""

import io
import json
from functools import cache

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation

from kragozor.hub.measuring.models import Assessment, Inventory, Upload
from kragozor.hub.measuring.services.uploads import upload_take
from tests.files.bad_files import BAD, MB, WORKBOOK
from tests.files.books import SWEATER, changed, filled
from tests.hub.pages import assert_page


def address(cast, language="bg"):
    with translation.override(language):
        return reverse("measuring:upload_send", args=[cast.company.pk])


@pytest.fixture
def send(cast, client_of):
    """Send a file as somebody, and follow where it leads."""

    def post(content, *, part="owner", language="bg", name="данни.xlsx"):
        file = SimpleUploadedFile(name, content)
        return client_of(cast.people[part]).post(
            address(cast, language), {"file": file}, follow=True
        )

    return post


def test_good_workbook_leads_to_its_result(send):
    page = send(WORKBOOK)
    assert_page(page)
    assert page.redirect_chain[-1][0].endswith(f"/work/assessments/{Assessment.objects.get().pk}/")
    assert "Файлът е прочетен. Вход: 2 реда, 100 kg, Изход: 2 реда, 100 kg." in page.text.replace(
        "\u00a0", " "
    )


@pytest.mark.parametrize("part", ["owner", "editor"])
def test_who_edits_may_send(send, part):
    assert send(WORKBOOK, part=part).status_code == 200
    assert Inventory.objects.get().created_by.email.startswith(part)


@pytest.mark.parametrize(
    ("part", "status"),
    [("reader", 403), ("staff", 403), ("granted", 403), ("stranger", 404), ("visitor", 200)],
)
def test_who_does_not_edit_may_not(send, part, status):
    page = send(WORKBOOK, part=part)
    assert page.status_code == status
    assert not Inventory.objects.exists()
    assert not Upload.objects.exists()


def test_json_is_a_file_too(send):
    facts = Inventory.objects
    send(WORKBOOK)
    written = json.dumps(facts.get().facts | {"subject": facts.get().facts["subject"]})
    assert send(written.encode().replace(b"60.0", b"61.0"), name="a.json").status_code == 200
    assert facts.get().facts["inflows"][0]["mass"]["value"] == 61


@pytest.mark.parametrize("language", ["bg", "en"])
@pytest.mark.parametrize("case", BAD)
def test_bad_file_is_told_and_nothing_is_stored(send, case, language):
    make, bulgarian, english = BAD[case]
    page = send(make(), language=language)
    assert_page(page, language=language)
    shown = page.text.replace("&quot;", '"').casefold()
    assert {"bg": bulgarian, "en": english}[language].casefold() in shown
    assert not Inventory.objects.exists()
    assert not Assessment.objects.exists()


@pytest.mark.parametrize("language", ["bg", "en"])
@pytest.mark.parametrize("typed", ["60,5", "60.5", " 60,50 "])
def test_decimal_comma_and_point_are_taken(send, typed, language):
    page = send(filled({"inflows!B7": typed}), language=language)
    assert_page(page, language=language)
    assert Inventory.objects.get().facts["inflows"][0]["mass"]["value"] == 60.5
    assert Assessment.objects.exists()


@pytest.mark.parametrize(
    "content",
    [
        '{"format": "kragozor-inventory", "version": 1, "su\\u0000bject": {}}',
        '{"format": "kragozor-\\u0000", "version": 1}',
        '{"format": "kragozor-inventory", "version": 1, "inflows": [{"\\ud800": 1}]}',
        '{"format": "kragozor-inventory", "version": 1, "subject": {"name": "\\u0000"}}',
        '{"format": "kragozor-inventory", "version": 1, "subject": {"kind": "\\ud800"}}',
        '{"format": "kragozor-inventory", "version": 1, "inflows": [{"mass": %s}]}' % ("9" * 5000),
    ],
)
def test_file_with_what_no_database_stores_is_told(send, content):
    page = send(content.encode(), name="опис\0.json")
    assert_page(page)
    stored = Upload.objects.get()
    assert stored.original_name == "опис.json"
    assert "\0" not in repr(stored.problems)
    assert "ud800" not in json.dumps(stored.problems)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("bg", "Файлът е по-голям от 10 MB и не е прочетен."),
        ("en", "The file is larger than 10 MB. It was not read."),
    ],
)
def test_large_file_is_dropped_while_it_arrives(send, language, line):
    page = send(bytes(60 * MB), language=language)
    assert_page(page, language=language, status=422)
    assert line in page.text
    assert not Upload.objects.exists()


def test_form_without_a_file_says_so(cast, client_of):
    page = client_of(cast.owner).post(address(cast))
    assert_page(page, status=422)
    assert "Изберете файл." in page.text


def test_file_needs_the_token_of_the_page(cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.owner)
    assert client.post(address(cast), {"file": io.BytesIO(WORKBOOK)}).status_code == 403
    assert not Upload.objects.exists()


def test_upload_is_sent_and_not_looked_at(cast, client_of):
    assert client_of(cast.owner).get(address(cast)).status_code == 405


def test_same_file_again_leads_to_the_earlier_result(send):
    first = send(WORKBOOK)
    page = send(WORKBOOK, name="копие.xlsx")
    assert_page(page, status=409)
    assert "Вече сте качвали този файл" in page.text
    assert first.redirect_chain[-1][0] in page.text
    assert "копие.xlsx" not in page.text
    assert Upload.objects.count() == Assessment.objects.count() == 1


@cache
def faulty():
    return filled({"inflows!B7": "дванадесет", "outflows!C7": -1})


@pytest.fixture
def refused(cast):
    """A workbook with two errors."""
    return upload_take(
        actor=cast.owner,
        organisation=cast.company,
        name="данни.xlsx",
        content=faulty(),
        language="bg",
    )


def test_errors_are_a_table_with_the_way_on(refused, cast, client_of):
    page = client_of(cast.owner).get(reverse("measuring:upload", args=[refused.pk]))
    assert_page(page)
    assert "2 грешки за поправяне" in page.text
    assert page.text.count('<th scope="row">Вход') == 1
    assert reverse("measuring:upload_file", args=[refused.pk]) in page.text
    assert reverse("measuring:upload_send", args=[cast.company.pk]) in page.text


def test_marked_file_is_an_attachment_that_reads_as_a_workbook(refused, cast, client_of):
    answer = client_of(cast.reader).get(reverse("measuring:upload_file", args=[refused.pk]))
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.content[:2] == b"PK"


def test_marked_file_corrected_is_taken(refused, cast, client_of, send):
    answer = client_of(cast.owner).get(reverse("measuring:upload_file", args=[refused.pk]))

    def correct(book):
        book["Вход"]["B7"], book["Изход"]["C7"] = 60, 70

    assert send(changed(answer.content, correct)).status_code == 200
    assert Inventory.objects.get().facts["inflows"][0]["mass"]["value"] == 60


def test_file_is_open_to_who_sees_numbers(refused, cast, client_of):
    expected = {"reader": 200, "granted": 200, "staff": 404, "stranger": 404, "visitor": 302}
    for name in ("measuring:upload", "measuring:upload_file"):
        address = reverse(name, args=[refused.pk])
        answers = {part: client_of(cast.people[part]).get(address) for part in expected}
        assert {part: answer.status_code for part, answer in answers.items()} == expected


def test_file_that_was_not_kept_is_absent(cast, client_of):
    sent = upload_take(
        actor=cast.owner, organisation=cast.company, name="a", content=b"?", language="bg"
    )
    client = client_of(cast.owner)
    assert client.get(reverse("measuring:upload_file", args=[sent.pk])).status_code == 404
    assert SWEATER.subject.name not in client.get(reverse("measuring:upload", args=[sent.pk])).text
