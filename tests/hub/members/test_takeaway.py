"""Who may see what, and everything to take along."""

import io
import json
import zipfile

import pytest
from django.utils import timezone

from kragozor.hub.common.models import AuditEntry
from kragozor.hub.members import services
from kragozor.hub.members.services import TermFacts
from kragozor.hub.members.takeaway import archive_of
from tests.hub.members.pictures import png

pytestmark = pytest.mark.django_db


def unpacked(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def read(content, name):
    return json.loads(unpacked(content)[name])


def test_owner_takes_everything_along_and_it_is_written_down(cast, client_of):
    answer = client_of(cast.owner).get(f"/companies/{cast.company.pk}/data/export/")
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert {"organisation.json", "membership.json", "page.json", "people.json"} <= set(
        unpacked(answer.content)
    )
    entry = AuditEntry.objects.get(action="organisation.exported")
    assert (entry.actor, entry.organisation_id) == (cast.owner, cast.company.pk)


def test_the_archive_holds_what_is_on_record(cast, settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path, "base_url": None},
        }
    }
    today = timezone.localdate()
    term = services.term_begin(
        actor=cast.staff,
        organisation=cast.company,
        term=TermFacts(today, today, waiver_reason="учредител"),
    )
    services.term_end(actor=cast.staff, term=term, on=today, reason="преместване")
    services.page_edit(actor=cast.owner, organisation=cast.company, text_bg="Тъчем.")
    services.logo_set(actor=cast.owner, organisation=cast.company, content=png(64, 64))
    content = archive_of(cast.company)
    assert read(content, "organisation.json")["name"] == "Нишка ООД"
    (written,) = read(content, "membership.json")["terms"]
    assert written["ended_early"]["reason"] == "преместване"
    assert read(content, "page.json")["text_bg"] == "Тъчем."
    people = read(content, "people.json")
    assert {one["email"] for one in people["people"]} == {
        cast.owner.email,
        cast.editor.email,
        cast.reader.email,
    }
    assert people["access_of_the_staff"][0]["name"] == str(cast.granted)
    assert unpacked(content)["logo.png"] == png(64, 64)


def test_equal_data_make_equal_archives(cast):
    assert archive_of(cast.company) == archive_of(cast.company)


def test_nothing_of_another_is_in_the_archive(cast):
    everything = b"".join(unpacked(archive_of(cast.company)).values()).decode()
    assert "Капачка" not in everything
    assert cast.stranger.email not in everything


def test_the_page_names_whom_the_company_let_in(cast, client_of):
    page = client_of(cast.reader).get(f"/companies/{cast.company.pk}/data/")
    assert str(cast.granted) in page.text
    assert "data/export/" not in page.text
