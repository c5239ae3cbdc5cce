"""A backup is restored: whom it brings back is erased again."""

from __future__ import annotations

import json

import pytest
from django.core import serializers
from django.core.management import CommandError, call_command
from django.utils import timezone

from kragozor.hub.common.models import AuditEntry, SentLetter
from kragozor.hub.people.models import Person
from kragozor.hub.privacy.models import Erasure, ErasureRequest
from kragozor.hub.privacy.services import replay
from kragozor.hub.privacy.services.erasure_list import list_path
from kragozor.hub.privacy.services.replay import erasures_replay
from kragozor.hub.privacy.services.requests import erasure_ask, erasure_enter, erasures_carry_out

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_folder")]


@pytest.fixture
def carry_out(django_capture_on_commit_callbacks):
    def carry() -> None:
        ErasureRequest.objects.update(due_at=timezone.now())
        with django_capture_on_commit_callbacks(execute=True):
            assert erasures_carry_out() == 1

    return carry


@pytest.fixture
def backup(maria):
    """Return what puts the database back to how it was with her in it."""
    SentLetter.objects.create(to=maria.email, subject="Покана", outcome="sent")
    AuditEntry.objects.create(action="x", detail={"who": "Мария Димитрова, maria@example.org"})
    AuditEntry.objects.create(action="y", detail={"who": "gost@example.org"})
    models = (Person, SentLetter, AuditEntry)
    rows = [record for model in models for record in model._base_manager.all()]
    text = serializers.serialize("json", [*rows, *maria.emailaddress_set.all()])

    def restore() -> None:
        for record in serializers.deserialize("json", text):
            record.save()
        Erasure.objects.all().delete()
        ErasureRequest.objects.all().delete()

    return restore


def test_whom_a_backup_brings_back_is_erased_again(maria, backup, carry_out):
    erasure_ask(person=maria)
    carry_out()
    backup()
    assert Person.objects.get(pk=maria.pk).full_name == "Мария Димитрова"
    assert erasures_replay() == 1
    row = Person.objects.get(pk=maria.pk)
    assert (row.full_name, row.is_active) == ("", False)
    assert not SentLetter.objects.exists()
    assert AuditEntry.objects.get(action="x").detail == {"who": "[…], […]"}
    assert AuditEntry.objects.get(action="erasure.replayed").actor is None
    assert erasures_replay() == 0, "the restored database knows of it now"


def test_an_address_without_an_account_is_found_in_texts(staff, backup, carry_out):
    erasure_enter(actor=staff, address="gost@example.org", language="bg", note="с писмо")
    carry_out()
    assert AuditEntry.objects.get(action="y").detail == {"who": "[…]"}
    backup()
    assert erasures_replay() == 1
    assert AuditEntry.objects.get(action="y").detail == {"who": "[…]"}
    assert "Мария" in AuditEntry.objects.get(action="x").detail["who"]


def test_who_comes_back_by_themselves_is_left_alone(maria, carry_out):
    """An erasure is of what was there, not of a person for ever."""
    erasure_ask(person=maria)
    carry_out()
    again = Person.objects.create_user("maria@example.org", full_name="Мария Димитрова")
    assert erasures_replay() == 0
    again.refresh_from_db()
    assert again.full_name == "Мария Димитрова"


def test_the_file_names_nobody_and_is_for_its_owner_alone(maria, carry_out):
    erasure_ask(person=maria)
    carry_out()
    text = list_path().read_text()
    assert "maria" not in text
    assert str(maria.pk) not in text
    assert list_path().stat().st_mode & 0o077 == 0
    assert set(json.loads(text)) == {"id", "at", "key", "person_hash", "address_hashes"}


def test_the_command_says_what_it_did(maria, backup, carry_out, capsys):
    call_command("erasures_replay")
    erasure_ask(person=maria)
    carry_out()
    backup()
    call_command("erasures_replay")
    assert [line.split(": ")[-1] for line in capsys.readouterr().out.splitlines()] == [
        "0 erasures carried out again.",
        "0 files deleted that no record refers to.",
        "1 erasures carried out again.",
        "0 files deleted that no record refers to.",
    ]


def test_lines_of_another_key_are_kept_and_told(maria, backup, carry_out, settings):
    erasure_ask(person=maria)
    carry_out()
    backup()
    settings.SECRET_KEY = "another one, long enough to sign with as well"
    assert erasures_replay() == 0
    with pytest.raises(CommandError, match="another SECRET_KEY"):
        call_command("erasures_replay")


def test_restoring_the_data_with_their_list_loses_no_line(maria, backup, carry_out, tmp_path):
    """The list of the backup is older: the one that stood there before is given beside it."""
    erasure_ask(person=maria)
    carry_out()
    before = tmp_path / "before.jsonl"
    list_path().rename(before)
    backup()
    assert erasures_replay() == 0, "nothing here knows of it any more"
    call_command("erasures_replay", str(before))
    assert Person.objects.get(pk=maria.pk).full_name == ""
    assert list_path().read_text() == before.read_text(), "the list is whole again"


def test_the_table_completes_a_list_that_was_lost(maria, carry_out):
    erasure_ask(person=maria)
    carry_out()
    text = list_path().read_text()
    list_path().unlink()
    assert erasures_replay() == 0
    assert (
        json.loads(list_path().read_text())["address_hashes"] == json.loads(text)["address_hashes"]
    )
    erasures_replay()
    assert len(list_path().read_text().splitlines()) == 1


def test_half_a_line_does_not_hide_the_others(maria, backup, carry_out, caplog):
    erasure_ask(person=maria)
    carry_out()
    whole = list_path().read_text()
    list_path().write_text(f"{whole[:40]}\n{whole}")
    backup()
    assert erasures_replay() == 1
    assert "cannot be read" in caplog.text


def test_one_that_fails_does_not_keep_the_others(maria, staff, backup, carry_out, monkeypatch):
    erasure_ask(person=maria)
    carry_out()
    erasure_enter(actor=staff, address="gost@example.org", language="bg", note="")
    carry_out()
    backup()
    erase = replay.erase

    def fail_for_maria(subject):
        if subject.person_id:
            raise RuntimeError("the disk is full")
        return erase(subject)

    monkeypatch.setattr(replay, "erase", fail_for_maria)
    with pytest.raises(CommandError, match="1 lines failed"):
        call_command("erasures_replay")
    assert AuditEntry.objects.get(action="y").detail == {"who": "[…]"}
    monkeypatch.setattr(replay, "erase", erase)
    assert erasures_replay() == 1


def test_the_list_may_stand_apart_from_the_data(maria, carry_out, settings, tmp_path):
    settings.ERASURE_LIST = str(tmp_path / "apart.jsonl")
    erasure_ask(person=maria)
    carry_out()
    assert (tmp_path / "apart.jsonl").is_file()
    assert not (tmp_path / "erasures.jsonl").exists()


def test_a_copy_that_is_not_there_is_told():
    with pytest.raises(CommandError, match="There is no file"):
        call_command("erasures_replay", "nowhere.jsonl")
