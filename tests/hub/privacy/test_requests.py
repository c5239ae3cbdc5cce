"""Requests to be erased: they wait, can be taken back, and stop at what hinders."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.apps import apps
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from kragozor.hub.common.mail import unlogged
from kragozor.hub.common.models import AuditEntry, SentLetter
from kragozor.hub.common.personal import Obstacle, obstacles_of
from kragozor.hub.members.enums import Role
from kragozor.hub.members.models import Representation
from kragozor.hub.members.queries import has_owner
from kragozor.hub.people.enums import Office
from kragozor.hub.people.models import Person
from kragozor.hub.privacy.models import Erasure, ErasureRequest
from kragozor.hub.privacy.queries import subject_of
from kragozor.hub.privacy.services import requests
from kragozor.hub.privacy.services.requests import (
    AlreadyAsked,
    Hindered,
    Settled,
    erasure_ask,
    erasure_carry_out,
    erasure_enter,
    erasure_withdraw,
    erasures_carry_out,
    hindrances,
)
from tests.hub.cast import person_make

pytestmark = pytest.mark.django_db
HANDOVER = Obstacle("Предайте фирмата.", "/members/")
ENTERED = {"address": "Gost@Example.org", "language": "en", "note": "с писмо"}


def obstacles(person) -> list[Obstacle]:
    return [HANDOVER]


@pytest.fixture(autouse=True)
def data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def hindered(monkeypatch):
    path = f"{obstacles.__module__}.obstacles"
    monkeypatch.setattr(apps.get_app_config("privacy"), "obstacles", path, raising=False)


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def due(request: ErasureRequest) -> None:
    ErasureRequest.objects.filter(pk=request.pk).update(due_at=timezone.now())


def test_a_person_asks_and_is_told_how_to_take_it_back(maria, committed):
    with committed():
        request = erasure_ask(person=maria)
    assert request.is_open
    assert timedelta(days=13) < request.due_at - timezone.now() <= timedelta(days=14)
    (letter,) = mail.outbox
    assert letter.to == [maria.email]
    assert letter.subject == "Кръгозор: Данните Ви ще бъдат изтрити"
    assert "/account/data/" in letter.body
    assert AuditEntry.objects.get(action="erasure.asked").actor == maria


def test_a_person_asks_once(maria):
    erasure_ask(person=maria)
    with pytest.raises(AlreadyAsked):
        erasure_ask(person=maria)


def test_nothing_happens_before_its_day(maria):
    erasure_ask(person=maria)
    assert erasures_carry_out() == 0
    assert Person.objects.get(pk=maria.pk).full_name == "Мария Димитрова"


def test_what_is_taken_back_is_never_carried_out(maria):
    request = erasure_ask(person=maria)
    erasure_withdraw(actor=maria, request=request)
    due(request)
    assert erasures_carry_out() == 0
    with pytest.raises(Settled):
        erasure_withdraw(actor=maria, request=request)
    assert AuditEntry.objects.filter(action="erasure.withdrawn").count() == 1
    assert erasure_ask(person=maria).is_open, "one may change one's mind again"


def test_what_is_due_is_carried_out_once(maria, committed):
    request = erasure_ask(person=maria)
    due(request)
    with committed():
        assert erasures_carry_out() == 1
    assert erasures_carry_out() == 0
    with pytest.raises(Settled):
        erasure_carry_out(request=request)
    request.refresh_from_db()
    assert (request.address, request.note) == ("", "")
    assert request.carried_out_at is not None
    assert request.records > 0
    assert Person.objects.get(pk=maria.pk).full_name == ""


def test_the_last_letter_goes_out_and_is_kept_nowhere(maria, committed, settings):
    settings.EMAIL_BACKEND = "kragozor.hub.common.mail.Logged"
    address = maria.email
    with committed():
        due(erasure_ask(person=maria))
    assert SentLetter.objects.filter(to=address).exists()
    with committed():
        erasures_carry_out()
    assert mail.outbox[-1].to == [address]
    assert mail.outbox[-1].subject == "Кръгозор: Данните Ви са изтрити"
    assert not SentLetter.objects.exists()


def test_a_last_letter_that_fails_changes_nothing(maria, committed, monkeypatch, caplog):
    def refuse(letters):
        raise OSError(f"550 {letters[0].to[0]} unknown")

    due(erasure_ask(person=maria))
    box = unlogged()
    monkeypatch.setattr(box, "send_messages", refuse)
    monkeypatch.setattr(requests, "unlogged", lambda: box)
    with committed():
        assert erasures_carry_out() == 1
    assert "OSError" in caplog.text
    assert "maria" not in caplog.text


def test_who_must_hand_over_first_is_refused(maria, hindered):
    with pytest.raises(Hindered):
        erasure_ask(person=maria)
    assert not ErasureRequest.objects.exists()


def test_the_only_owner_of_a_company_hands_over_first(owner, editor, cast):
    (obstacle,) = obstacles_of(owner)
    assert cast.company.name in str(obstacle.text)
    assert str(cast.company.pk) in obstacle.address
    assert obstacles_of(editor) == []
    Representation.objects.filter(person=editor).update(role=Role.OWNER)
    assert obstacles_of(owner) == []
    assert erasure_ask(person=owner).is_open


def test_nobody_is_kept_for_want_of_a_successor(owner, staff, cast):
    """What the person may not do alone, the Council does for them, and mends afterwards."""
    with pytest.raises(Hindered):
        erasure_ask(person=owner)
    facts = {**ENTERED, "address": owner.email}
    request = erasure_enter(actor=staff, **facts)
    assert hindrances(request) == []
    due(request)
    assert erasures_carry_out() == 1
    assert not has_owner(cast.company)


def test_the_council_passes_over_no_last_administrator(administrator, staff):
    with pytest.raises(Hindered):
        erasure_enter(actor=staff, **{**ENTERED, "address": administrator.email})


def test_the_last_administrator_hands_over_first(administrator):
    (obstacle,) = obstacles_of(administrator)
    assert obstacle.address == "/council/people/"
    person_make("second", offices=[Office.ADMINISTRATOR])
    assert obstacles_of(administrator) == []


def test_an_erasure_waits_while_something_hinders_it(maria, monkeypatch):
    request = erasure_ask(person=maria)
    due(request)
    path = f"{obstacles.__module__}.obstacles"
    monkeypatch.setattr(apps.get_app_config("privacy"), "obstacles", path, raising=False)
    assert erasures_carry_out() == 0
    monkeypatch.setattr(apps.get_app_config("privacy"), "obstacles", None)
    assert erasures_carry_out() == 1


def test_one_that_fails_does_not_keep_others_waiting(maria, staff, monkeypatch, caplog):
    broken = erasure_ask(person=maria)
    fine = erasure_enter(actor=staff, **ENTERED)
    due(broken)
    due(fine)
    carry_out = requests.erasure_carry_out

    def fail_for_maria(*, request):
        if request.pk == broken.pk:
            raise RuntimeError("the disk is full")
        return carry_out(request=request)

    monkeypatch.setattr(requests, "erasure_carry_out", fail_for_maria)
    assert erasures_carry_out() == 1
    assert "the disk is full" in caplog.text
    broken.refresh_from_db()
    assert broken.is_open


def test_staff_enters_a_request_for_who_has_no_account(staff, committed):
    mail.send_mail("Покана", "", None, ["gost@example.org"])
    SentLetter.objects.create(to="gost@example.org", subject="Покана", outcome="sent")
    with committed():
        request = erasure_enter(actor=staff, **ENTERED)
    assert (request.person, request.address) == (None, "gost@example.org")
    assert mail.outbox[-1].subject == "Kragozor: Your data will be erased"
    assert "/account/data/" not in mail.outbox[-1].body
    due(request)
    assert erasures_carry_out() == 1
    assert not SentLetter.objects.exists()


def test_a_request_by_address_finds_the_account(maria, staff):
    request = erasure_enter(actor=staff, **ENTERED | {"address": "MARIA@example.org"})
    assert request.person == maria
    assert request.language == maria.language
    with pytest.raises(AlreadyAsked):
        erasure_ask(person=maria)


def test_an_unconfirmed_address_is_nobodys(maria, stranger, staff):
    """Whoever adds the address of somebody else to an account must not erase them with it."""
    SentLetter.objects.create(to=stranger.email, subject="Покана", outcome="sent")
    maria.emailaddress_set.create(email=stranger.email, verified=False)
    due(erasure_ask(person=maria))
    assert erasures_carry_out() == 1
    assert Person.objects.get(pk=stranger.pk).email == stranger.email
    assert SentLetter.objects.filter(to=stranger.email).exists()
    assert not maria.emailaddress_set.exists()


def test_the_telephone_of_a_namesake_finds_nothing(maria):
    namesake = person_make("other", full_name=maria.full_name, telephone="0888 123 456")
    maria.telephone = "0899 654 321"
    maria.save()
    assert subject_of(maria).phones == {"0899 654 321"}
    assert subject_of(namesake).phones == {"0888 123 456"}


def test_the_database_keeps_what_a_request_promises(staff):
    now = timezone.now()
    facts = {"language": "bg", "due_at": now, "asked_by": staff}
    wrong = [
        {"address": ""},
        {"address": "A@example.org"},
        {"address": "a@example.org", "withdrawn_at": now, "carried_out_at": now},
    ]
    for values in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            ErasureRequest.objects.create(**facts, **values)


def test_the_replay_list_names_nobody(maria, committed):
    request = erasure_ask(person=maria)
    due(request)
    with committed():
        erasures_carry_out()
    line = Erasure.objects.get(pk=request.pk)
    assert len(line.address_hashes) == 1
    assert str(maria.pk) not in str(vars(line))
    assert "maria" not in str(vars(line))
