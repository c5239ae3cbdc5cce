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
from kragozor.hub.privacy.services.replay import erasures_replay, list_path
from kragozor.hub.privacy.services.requests import erasure_ask, erasure_enter, erasures_carry_out

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path


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
    assert [line.split(": ")[1] for line in capsys.readouterr().out.splitlines()] == [
        "0 erasures carried out again.",
        "1 erasures carried out again.",
    ]


def test_lines_of_another_key_are_kept_and_told(maria, backup, carry_out, settings):
    erasure_ask(person=maria)
    carry_out()
    backup()
    settings.SECRET_KEY = "another one, long enough to sign with as well"
    assert erasures_replay() == 0
    with pytest.raises(CommandError, match="another SECRET_KEY"):
        call_command("erasures_replay")
