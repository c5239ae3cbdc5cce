"""The file with one's own data: all of it, nobody else's, no secrets, for a day."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kragozor.hub.common.models import JobState, SentLetter
from kragozor.hub.members.models import Representation
from kragozor.hub.people.services import token_create
from kragozor.hub.privacy import tasks
from kragozor.hub.privacy.models import DataExport
from kragozor.hub.privacy.queries import export_of
from kragozor.hub.privacy.services.exports import export_begin, export_fill, own_data_purge
from kragozor.hub.privacy.tasks import export_ask
from tests.hub.cast import company_make

pytestmark = pytest.mark.django_db


def facts_of(export: DataExport) -> dict:
    export.refresh_from_db()
    with export.file.open() as file:
        return json.load(file)


def kinds_of(facts: dict) -> dict[str, list[dict]]:
    return {kind["kind"]: kind["records"] for kind in facts["data"]}


def test_it_holds_what_is_held_and_why(maria):
    SentLetter.objects.create(to=maria.email, subject="Покана", outcome="sent")
    facts = facts_of(export_ask(person=maria))
    assert facts["account"] == {"id": str(maria.pk), "email": maria.email}
    kinds = kinds_of(facts)
    assert kinds["people.Person"][0]["full_name"] == "Мария Димитрова"
    assert kinds["account.EmailAddress"][0]["email"] == maria.email
    assert kinds["common.SentLetter"][0]["subject"] == "Покана"
    assert all(kind["purpose"] and kind["basis"] and kind["retention"] for kind in facts["data"])


def test_it_can_be_read_by_people_and_programs(maria):
    """The account first; each field in words; moments as ISO 8601; what is not known is null."""
    facts = facts_of(export_ask(person=maria))
    first, *_others, log = facts["data"]
    assert (first["kind"], log["kind"]) == ("people.Person", "common.AuditEntry")
    assert first["fields"]["telephone"] == "телефон"
    assert set(first["fields"]) == set(first["records"][0])
    (entry,) = log["records"]
    assert entry["organisation_id"] is None
    assert datetime.fromisoformat(entry["at"]).tzinfo is not None
    assert "T" in entry["at"]


def test_it_says_for_which_company_somebody_acts(owner, cast):
    (acting,) = kinds_of(facts_of(export_ask(person=owner)))["members.Representation"]
    assert (acting["organisation"], acting["role"]) == (str(cast.company), "owner")
    assert "person" not in acting


def test_it_costs_the_same_for_many_records(owner):
    def cost() -> int:
        export = export_begin(person=owner)
        with CaptureQueriesContext(connection) as counted:
            export_fill(export=export, progress=lambda done, total: None)
        return len(counted)

    few = cost()
    for number in range(20):
        company = company_make(f"Фирма {number}", None)
        Representation.objects.create(organisation=company, person=owner, role="reader")
    assert cost() == few


def test_it_holds_no_secrets(maria):
    _token, secret = token_create(
        person=maria, name="ERP", expires_on=timezone.localdate(), may_write=False
    )
    export = export_ask(person=maria)
    with export.file.open() as file:
        text = file.read().decode()
    assert maria.password not in text
    assert "secret_hash" not in text
    assert secret not in text
    assert kinds_of(json.loads(text))["people.ApiToken"][0]["name"] == "ERP"


def test_it_holds_nobody_else(maria, owner):
    """Whoever takes the name of somebody else does not get their data."""
    SentLetter.objects.create(to=owner.email, subject="Мария Димитрова", outcome="sent")
    maria.full_name = owner.full_name
    maria.save()
    text = json.dumps(facts_of(export_ask(person=maria)))
    assert owner.email not in text
    assert "common.SentLetter" not in text


def test_much_is_made_by_the_queue(maria, monkeypatch):
    monkeypatch.setattr(tasks, "AT_ONCE", 0)
    export = export_ask(person=maria)
    export.refresh_from_db()
    assert export.job.state == JobState.DONE
    assert "people.Person" in kinds_of(facts_of(export))


def test_an_export_replaced_while_it_waited_is_not_made(maria):
    assert tasks.data_export(lambda done, total: None, export_id=str(maria.pk)) is None


def test_a_new_one_takes_the_place_of_the_last(maria, django_capture_on_commit_callbacks):
    first = export_ask(person=maria)
    path = Path(first.file.path)
    assert path.is_file()
    with django_capture_on_commit_callbacks(execute=True):
        second = export_ask(person=maria)
    assert list(DataExport.objects.all()) == [second]
    assert not path.exists()


def test_after_a_day_it_is_gone(maria, django_capture_on_commit_callbacks):
    export = export_ask(person=maria)
    path = Path(export.file.path)
    assert own_data_purge() == 0
    DataExport.objects.update(asked_at=timezone.now() - timedelta(days=1, minutes=1))
    assert export_of(maria, export.pk) is None
    with django_capture_on_commit_callbacks(execute=True):
        assert own_data_purge() == 1
    assert not path.exists()


def test_it_is_its_owners(maria, owner):
    export = export_ask(person=maria)
    assert export_of(maria, export.pk) == export
    assert export_of(owner, export.pk) is None
