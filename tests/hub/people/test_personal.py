"""What people's declarations leave of a person who is erased, and what they age."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.utils import timezone

from kragozor.hub.common.personal import NOBODY, Subject
from kragozor.hub.people.enums import Office, Purpose, Source
from kragozor.hub.people.models import ApiToken, Appointment, Consent, Person
from kragozor.hub.people.personal import FIELDS, obstacles
from kragozor.hub.people.services import appointment_begin, consent_record, token_create

pytestmark = pytest.mark.django_db


@pytest.fixture
def maria(person_with_account, app_of, administrator):
    person = person_with_account(
        "maria@example.org",
        position="Ръководител",
        telephone="+359 888 123 456",
        languages_spoken=["bg"],
    )
    app_of(person)
    token_create(person=person, name="ERP", expires_on=timezone.localdate(), may_write=False)
    consent_record(person=person, purpose=Purpose.NEWS, given=True, source=Source.ACCOUNT)
    appointment_begin(
        actor=administrator,
        person=person,
        office=Office.EXPERT,
        reason="Мария Димитрова кандидатства",
    )
    return Person.objects.get(pk=person.pk)


def erase(person: Person) -> None:
    subject = Subject(
        str(person.pk), frozenset([person.email]), frozenset([person.full_name]), frozenset()
    )
    for declared in reversed(FIELDS):
        declared.erase(declared.of(subject), subject)


def test_an_erased_person_is_a_row_that_says_nothing(maria, client_of):
    browser = client_of(maria)
    UserSession.objects.create(user=maria, ip="127.0.0.1", session_key=browser.session.session_key)
    erase(maria)
    left = Person.objects.get(pk=maria.pk)
    assert (left.full_name, left.position, left.telephone) == ("", "", "")
    assert left.languages_spoken == []
    assert "maria" not in left.email
    assert not left.is_active
    assert not left.has_usable_password()
    assert str(left) == "изтрито лице"
    assert browser.get("/desk/").status_code == 302
    for model in (EmailAddress, Authenticator, UserSession):
        assert not model.objects.filter(user=maria).exists()
    for model in (ApiToken, Consent):
        assert not model.objects.filter(person=maria).exists()


def test_the_offices_of_an_erased_person_stay_without_the_name(maria):
    erase(maria)
    held = Appointment.objects.get(person=maria)
    assert held.office == Office.EXPERT
    assert held.until is not None
    assert "Мария" not in held.reason


def test_offices_that_an_erased_person_gave_stay(maria, administrator, editor):
    appointment_begin(actor=maria, person=editor, office=Office.EXPERT)
    erase(maria)
    assert editor.appointments.get().is_current


def test_the_last_administrator_gives_the_office_first(administrator, staff, owner):
    assert [bool(obstacles(person)) for person in (administrator, staff, owner)] == [
        True,
        False,
        False,
    ]
    appointment_begin(actor=administrator, person=staff, office=Office.ADMINISTRATOR)
    assert obstacles(administrator) == []


def test_two_may_be_erased_and_others_stay(maria, owner, editor):
    erase(maria)
    erase(owner)
    editor.refresh_from_db()
    assert editor.email == "editor@example.org"
    assert Person.objects.filter(erased_at__isnull=False).count() == 2


def test_an_erased_person_is_not_in_the_council_s_list(maria, client_of, staff):
    client = client_of(staff)
    assert maria.email in client.get("/council/people/").text
    erase(maria)
    page = client.get("/council/people/")
    assert "изтрито лице" not in page.text
    assert client.get(f"/council/people/{maria.pk}/").status_code == 404


def test_a_browser_that_was_not_seen_for_long_is_signed_out(owner, browser_of):
    old, young = browser_of(owner), browser_of(owner)
    long_ago = timezone.now() - timedelta(days=91)
    UserSession.objects.filter(session_key=old.session.session_key).update(last_seen_at=long_ago)
    (declared,) = [found for found in FIELDS if found.model == "usersessions.UserSession"]
    assert declared.erase(declared.overdue(timezone.now()), NOBODY) == 1
    assert old.get("/desk/").status_code == 302
    assert young.get("/desk/").status_code == 200
