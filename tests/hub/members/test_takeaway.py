"""Who may see what, and everything to take along."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.utils import timezone

from kragozor.hub.common.models import AuditEntry, Job, JobState
from kragozor.hub.members import services, takeaway
from kragozor.hub.members.enums import Role
from kragozor.hub.members.models import Takeaway
from kragozor.hub.members.services import TermFacts
from kragozor.hub.members.services.takeaway import takeaway_begin, takeaway_fill
from tests.hub.members.pictures import png
from tests.hub.pages import assert_page

pytestmark = pytest.mark.django_db


def archive_of(organisation):
    packed = io.BytesIO()
    takeaway.archive_write(packed, organisation, lambda done, total: None)
    return packed.getvalue()


def unpacked(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def read(content, name):
    return json.loads(unpacked(content)[name])


@pytest.fixture
def own_files(settings, tmp_path):
    """Let stored files be in a folder of the test."""
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path, "base_url": None},
        }
    }
    return tmp_path


@pytest.fixture
def data(cast):
    return f"/companies/{cast.company.pk}/data/"


def stored(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_owner_takes_everything_along_and_it_is_written_down(cast, client_of, data, own_files):
    client = client_of(cast.owner)
    page = client.post(f"{data}export/", follow=True)
    assert_page(page)
    assert f'href="{data}file/"' in page.text
    answer = client.get(f"{data}file/")
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert {"organisation.json", "membership.json", "page.json", "people.json"} <= set(
        unpacked(answer.content)
    )
    entry = AuditEntry.objects.get(action="organisation.exported")
    assert (entry.actor, entry.organisation_id) == (cast.owner, cast.company.pk)


def test_looking_at_the_page_or_the_address_makes_nothing(cast, client_of, data):
    client = client_of(cast.owner)
    client.get(data)
    assert client.get(f"{data}export/").status_code == 405
    assert client.get(f"{data}file/").status_code == 404
    assert not Takeaway.objects.exists()


def test_another_owner_does_not_get_the_file(cast, client_of, data, own_files):
    client_of(cast.owner).post(f"{data}export/")
    services.representation_change_role(
        actor=cast.owner,
        representation=cast.company.representations.get(person=cast.editor),
        role=Role.OWNER,
    )
    assert client_of(cast.editor).get(f"{data}file/").status_code == 404


def test_who_is_no_owner_any_more_does_not_get_the_file(cast, client_of, data, own_files):
    client = client_of(cast.owner)
    client.post(f"{data}export/")
    services.representation_begin(
        actor=cast.owner, organisation=cast.company, person=cast.stranger, role=Role.OWNER
    )
    services.representation_end(
        actor=cast.owner, representation=cast.company.representations.get(person=cast.owner)
    )
    assert client.get(f"{data}file/").status_code == 404


def test_the_file_is_gone_after_a_day(
    cast, client_of, data, own_files, django_capture_on_commit_callbacks
):
    client = client_of(cast.owner)
    client.post(f"{data}export/")
    assert len(stored(own_files)) == 1
    assert services.takeaways_purge() == 0
    Takeaway.objects.update(asked_at=timezone.now() - timedelta(days=1, seconds=1))
    assert client.get(f"{data}file/").status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        assert services.takeaways_purge() == 1
    assert stored(own_files) == []
    assert "Не успяхме" not in client.get(data).text


def test_asking_twice_leaves_one_file(
    cast, client_of, data, own_files, django_capture_on_commit_callbacks
):
    client = client_of(cast.owner)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{data}export/")
        client.post(f"{data}export/")
    assert Takeaway.objects.count() == 1
    assert len(stored(own_files)) == 1


def test_an_archive_that_nobody_waits_for_any_more_leaves_no_file(cast, own_files):
    asked = takeaway_begin(actor=cast.owner, organisation=cast.company)
    Takeaway.objects.all().delete()
    takeaway_fill(takeaway=asked, progress=lambda done, total: None)
    assert stored(own_files) == []
    assert not Takeaway.objects.exists()


def test_work_in_the_queue_is_shown_and_a_failure_said(cast, client_of, data):
    job = Job.objects.create(owner=cast.owner, work="x", state=JobState.RUNNING, done=40)
    Takeaway.objects.create(asked_by=cast.owner, organisation=cast.company, job=job)
    client = client_of(cast.owner)
    page = client.get(f"/en{data}")
    assert_page(page, language="en")
    assert "40 documents are in it so far" in page.text
    Job.objects.update(state=JobState.FAILED)
    assert "could not be made" in client.get(f"/en{data}").text


def test_the_archive_says_how_far_it_is(cast, monkeypatch):
    told = []
    monkeypatch.setattr(takeaway, "REPORTED", 2)
    takeaway.archive_write(io.BytesIO(), cast.company, lambda *how_far: told.append(how_far))
    assert told[:2] == [(2, 0), (4, 0)]


def test_the_archive_holds_what_is_on_record(cast, own_files):
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
