"""The proof: somebody is planted everywhere, erased, and looked for in every table and file."""

from __future__ import annotations

import shutil

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.core import mail
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone

from kragozor.hub.common import jobs
from kragozor.hub.common.models import AuditEntry
from kragozor.hub.common.personal import Subject, declarations
from kragozor.hub.people.models import Person
from kragozor.hub.privacy.models import ErasureRequest
from kragozor.hub.privacy.services.erasing import erase
from kragozor.hub.privacy.services.erasure_list import list_path
from kragozor.hub.privacy.services.requests import erasure_ask, erasures_carry_out
from kragozor.hub.privacy.tasks import export_ask
from tests.hub.cast import person_make
from tests.hub.privacy.planting import BY_HAND, MARK, NOT_PLANTED, leaks, plant, table_leaks

pytestmark = pytest.mark.django_db


@jobs.job
def message_repeat(progress, *, message):
    return {"message": message}


@pytest.fixture(autouse=True)
def letters_logged(settings, own_folder):
    settings.EMAIL_BACKEND = "kragozor.hub.common.mail.Logged"


@pytest.fixture
def planted(cast) -> Person:
    """Somebody who is everywhere."""
    facts = {"full_name": MARK.name, "telephone": MARK.phone, "position": MARK.text}
    person = Person.objects.create_user(MARK.email, "a long password", **facts)
    for declared in declarations():
        plant(declared, person, cast.staff)
    EmailAddress.objects.update_or_create(
        user=person, email=MARK.email, defaults={"verified": True, "primary": True}
    )
    return person


def erased(person: Person, execute_on_commit) -> None:
    """Ask for the erasure, let the days pass, and do the chore."""
    with execute_on_commit(execute=True):
        erasure_ask(person=person)
    ErasureRequest.objects.update(due_at=timezone.now())
    with execute_on_commit(execute=True):
        assert erasures_carry_out() == 1


def test_nothing_of_a_person_remains(planted, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        in_work(planted)
    assert len(list(leaks())) > len(list(declarations())), "planted in vain"
    erased(planted, django_capture_on_commit_callbacks)
    assert sorted(set(leaks())) == []
    assert mail.outbox[-1].to == [MARK.email], "the last letter is the only one that knows"


@pytest.mark.parametrize("is_list_restored", [False, True])
def test_nothing_remains_after_a_backup_is_restored(
    planted, tmp_path, django_capture_on_commit_callbacks, is_list_restored
):
    """Database and files go back to a day before the erasure; the replay erases once more.

    Going back to a savepoint puts every table, in either database, to how it was.
    """
    with django_capture_on_commit_callbacks(execute=True):
        in_work(planted)
    saved = tmp_path.with_name(f"{tmp_path.name}-backup")
    shutil.copytree(tmp_path, saved)
    moment = transaction.savepoint()
    erased(planted, django_capture_on_commit_callbacks)
    newest = list_path().rename(saved.with_name(f"{saved.name}.jsonl"))
    transaction.savepoint_rollback(moment)
    shutil.rmtree(tmp_path)
    shutil.copytree(saved, tmp_path)
    assert len(list(leaks())) > len(list(declarations())), "restored in vain"
    copies = [str(newest)] if is_list_restored else []
    if not is_list_restored:
        shutil.copy(newest, list_path())
    with django_capture_on_commit_callbacks(execute=True):
        call_command("erasures_replay", *copies)
    assert sorted(set(leaks())) == []


def test_files_of_a_backup_that_no_record_knows_go(
    planted, tmp_path, django_capture_on_commit_callbacks
):
    """Only the files go back to before the erasure, as where the database stands elsewhere."""
    saved = tmp_path.with_name(f"{tmp_path.name}-backup")
    shutil.copytree(tmp_path, saved)
    erased(planted, django_capture_on_commit_callbacks)
    shutil.copytree(saved, tmp_path, dirs_exist_ok=True)
    assert list(leaks()), "restored in vain"
    call_command("erasures_replay")
    assert sorted(set(leaks())) == []


def in_work(person: Person) -> None:
    """Let a person sign in, have their data made into a file, and be part of somebody's job."""
    Client().post("/account/login/", {"login": MARK.email, "password": "a long password"})
    export_ask(person=person)
    jobs.enqueue(message_repeat, owner=None, message=MARK.text)
    mail.send_mail("Покана", "", None, [MARK.email])


def test_what_was_planted_is_found_in_every_declared_model(planted):
    """A proof that looks nowhere proves nothing."""
    found = {leak.split(".")[0] for leak in table_leaks()}
    expected = {
        declared.model
        for declared in declarations()
        if any(holds_words(declared.model, name) for name in declared.fields)
    }
    expected -= {*NOT_PLANTED, *BY_HAND} - {"people.Person"}
    assert {
        label for label in expected if apps.get_model(label)._meta.db_table not in found
    } == set()


def holds_words(label: str, name: str) -> bool:
    """Whether the name of somebody can stand in a field."""
    field = apps.get_model(label)._meta.get_field(name)
    text = {"CharField", "TextField", "EmailField", "JSONField"}
    long = (field.max_length or 100) >= 20
    return field.get_internal_type() in text and long and not field.choices


def test_the_row_of_the_account_stays_and_opens_nothing(
    planted, django_capture_on_commit_callbacks
):
    erased(planted, django_capture_on_commit_callbacks)
    row = Person.objects.get(pk=planted.pk)
    assert str(row) == "изтрито лице"
    assert not row.is_active
    assert not row.has_usable_password()
    answer = Client().post("/account/login/", {"login": MARK.email, "password": "a long password"})
    assert answer.status_code == 200


def test_who_is_erased_acts_for_nobody(planted, django_capture_on_commit_callbacks):
    erased(planted, django_capture_on_commit_callbacks)
    assert not planted.appointments.filter(until__isnull=True).exists()
    assert not planted.representations.filter(until__isnull=True).exists()


def test_others_lose_nothing(planted, cast, django_capture_on_commit_callbacks):
    other = person_make("other", full_name="Зорница Калпакова")
    EmailAddress.objects.create(user=other, email=other.email, verified=True, primary=True)
    mail.send_mail("Покана", "", None, [other.email])
    before = Person.objects.exclude(pk=planted.pk).values_list("email", "full_name")
    before = sorted(before)
    erased(planted, django_capture_on_commit_callbacks)
    after = Person.objects.exclude(pk=planted.pk).values_list("email", "full_name")
    assert sorted(after) == before
    assert EmailAddress.objects.filter(user=other).exists()


def test_a_namesake_loses_no_record(planted):
    """A name in text is cut out of it; by a name alone nothing is deleted."""
    before = {model: model._base_manager.count() for model in apps.get_models()}
    erase(Subject(None, frozenset(), names=frozenset({MARK.name})))
    after = {model: model._base_manager.count() for model in apps.get_models()}
    assert [model._meta.label for model in before if before[model] != after[model]] == []
    assert Person.objects.get(pk=planted.pk).full_name == MARK.name


def test_the_log_keeps_what_happened_without_whom(
    planted, cast, django_capture_on_commit_callbacks
):
    entry = AuditEntry.objects.filter(detail__has_key="who").first()
    erased(planted, django_capture_on_commit_callbacks)
    left = AuditEntry.objects.get(pk=entry.pk)
    assert left.detail["who"] == ["Обади се […], […], тел. […]."]
    assert (left.at, left.action, left.actor_id) == (entry.at, entry.action, entry.actor_id)
    done = AuditEntry.objects.get(action="erasure.carried_out")
    assert done.actor is None
    assert done.detail["records"]["people.Person"] == 1


def test_facts_of_the_company_stay(planted, django_capture_on_commit_callbacks):
    kept = {
        label: apps.get_model(label)._base_manager.count()
        for label in ("measuring.Inventory", "measuring.Assessment", "people.Appointment")
    }
    erased(planted, django_capture_on_commit_callbacks)
    assert kept == {label: apps.get_model(label)._base_manager.count() for label in kept}
