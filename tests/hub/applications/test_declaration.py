"""The declaration: downloaded, signed outside, sent back, judged, kept only where it may be."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from django.core.files.storage import default_storage

from kragozor.hub.applications import services
from kragozor.hub.applications.models import Declaration
from kragozor.hub.applications.paper import application_pdf
from tests.hub.applications.making import TOKEN, approved_make, complete_make, sent_make
from tests.hub.applications.signing import PERSONAL_NUMBER, signed, signer, unsigned

pytestmark = pytest.mark.django_db
ADDRESS = f"/applications/{TOKEN}/declaration/"


@pytest.fixture
def send(client):
    """Send a file as the applicant does."""

    def send_one(content: bytes, name: str = "declaration.pdf", address: str = ADDRESS):
        file = BytesIO(content)
        file.name = name
        return client.post(address, {"file": file}, follow=True)

    return send_one


def test_the_paper_says_what_was_told(client):
    complete_make()
    answer = client.get(f"/applications/{TOKEN}/declaration.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    with pikepdf.open(BytesIO(answer.content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "bg"
        assert "pdfuaid:part" in pdf.open_metadata()


def test_the_paper_of_an_empty_draft_is_made_too():
    assert application_pdf(complete_make(name="", eik="", town="")).startswith(b"%PDF-")


def test_a_signed_file_is_judged_and_kept(send):
    application = complete_make()
    answer = send(signed())
    assert "Ива Трета" in answer.text
    kept = application.declaration
    assert (kept.signature, kept.flaw) == ("intact", "")
    with kept.file.open() as file:
        assert file.read().startswith(b"%PDF-")


def test_a_new_file_takes_the_place_of_the_earlier(send, django_capture_on_commit_callbacks):
    application = complete_make()
    services.declaration_take(application=application, content=signed())
    first = application.declaration.file.name
    with django_capture_on_commit_callbacks(execute=True):
        services.declaration_take(application=application, content=unsigned())
    assert Declaration.objects.get().signature == "absent"
    assert not default_storage.exists(first)


def test_a_file_with_a_personal_number_is_judged_and_not_kept(send):
    application = complete_make()
    answer = send(signed(signer(serial=PERSONAL_NUMBER)))
    declaration = application.declaration
    assert (declaration.signature, declaration.file.name) == ("intact", "")
    assert PERSONAL_NUMBER not in str(vars(declaration))
    assert "никога не съхраняваме" in answer.text


def test_it_may_come_after_the_application(send):
    application = sent_make()
    assert "Ива Трета" in send(signed()).text
    assert application.declaration.signature == "intact"


def test_it_may_not_come_after_the_decision(staff, send):
    application = approved_make(staff)
    send(signed())
    assert not Declaration.objects.filter(application=application).exists()


@pytest.mark.parametrize("content", [b"%PDF-1.7 nonsense", b"PK\x03\x04", b""])
def test_what_is_no_pdf_is_refused_with_what_to_do(send, content):
    complete_make()
    assert "Изтеглете декларацията отново" in send(content).text
    assert not Declaration.objects.exists()


def test_what_is_too_large_is_refused(send):
    complete_make()
    for size in (6, 11):
        assert "по-голям от 5 MB" in send(b"%PDF-" + bytes(size * 1024 * 1024)).text
    assert not Declaration.objects.exists()


def test_no_file_is_asked_for(client):
    complete_make()
    assert "Изберете файл" in client.post(ADDRESS).text


def test_the_council_takes_the_file_as_an_attachment(staff, client_of, send):
    application = sent_make()
    send(signed())
    address = f"/council/applications/{application.pk}/declaration.pdf"
    answer = client_of(staff).get(address)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    with Declaration.objects.get().file.open() as file:
        assert answer.content == file.read()


def test_where_no_file_was_kept_there_is_none(staff, client_of):
    application = sent_make()
    address = f"/council/applications/{application.pk}/declaration.pdf"
    assert client_of(staff).get(address).status_code == 404
    services.declaration_take(
        application=application, content=signed(signer(serial=PERSONAL_NUMBER))
    )
    assert client_of(staff).get(address).status_code == 404


@pytest.mark.parametrize(
    ("signature", "flaw", "words"),
    [
        ("valid", "", ("Подписът е валиден", "The signature is valid")),
        ("intact", "", ("не е променян", "unchanged since it was signed")),
        ("invalid", "altered", ("Подписът е невалиден", "The signature is invalid")),
        ("absent", "", ("няма електронен подпис", "no electronic signature")),
    ],
)
def test_both_sides_read_what_a_signature_is_worth(
    client, client_of, staff, signature, flaw, words
):
    application = sent_make()
    Declaration.objects.create(
        application=application, sha256="0" * 64, size=1, signature=signature, flaw=flaw
    )
    council = client_of(staff)
    for prefix, word in zip(("", "/en"), words, strict=True):
        assert word in client.get(f"{prefix}{ADDRESS}").text
        assert word in council.get(f"{prefix}/council/applications/{application.pk}/").text


def test_none_is_required(client, client_of, staff):
    application = sent_make()
    assert "never required" in client.get(f"/en{ADDRESS}").text
    page = client_of(staff).get(f"/en/council/applications/{application.pk}/")
    assert "never required" in page.text
