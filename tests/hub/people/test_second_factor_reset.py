"""A second factor that is lost with its codes: taken off by the Council, told, written down."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core import mail

from kragozor.hub.common.models import AuditEntry
from kragozor.hub.people import services
from tests.hub.pages import assert_page

pytestmark = pytest.mark.django_db

PASSWORD = {"password": "a long password"}
REASON = {"reason": "Изгубен телефон, обадих се"}


@pytest.fixture
def lost(app_of, key_of):
    """Give somebody every factor, all of which they lose."""

    def give(person):
        app_of(person)
        key_of(person)
        RecoveryCodes.activate(person)
        return person

    return give


def has_factor(person) -> bool:
    return Authenticator.objects.filter(user=person).exists()


def address_of(person, prefix: str = "") -> str:
    return f"{prefix}/council/people/{person.pk}/second-factor/"


@pytest.fixture
def confirmed(client_of):
    def browser(person):
        client = client_of(person)
        client.post("/account/reauthenticate/", PASSWORD)
        return client

    return browser


def test_staff_take_it_off_for_a_member(
    cast, confirmed, browser_of, lost, django_capture_on_commit_callbacks
):
    elsewhere, bystander = browser_of(cast.owner), browser_of(cast.editor)
    owner = lost(cast.owner)
    assert elsewhere.get("/desk/").status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        told = confirmed(cast.staff).post(address_of(owner), REASON, follow=True)
    assert_page(told)
    assert not has_factor(owner)
    assert elsewhere.get("/desk/").status_code == 302, "their sessions end"
    assert bystander.get("/desk/").status_code == 200
    entry = AuditEntry.objects.get(action="second_factor.reset")
    assert (entry.actor, entry.object_id) == (cast.staff, str(owner.pk))
    assert entry.detail == {"factors": ["recovery_codes", "totp", "webauthn"], **REASON}
    (letter,) = mail.outbox
    assert letter.to == [owner.email]
    assert REASON["reason"] in told.text


def test_the_letter_is_in_the_language_of_the_person(
    cast, lost, django_capture_on_commit_callbacks
):
    cast.owner.language = "en"
    cast.owner.save()
    with django_capture_on_commit_callbacks(execute=True):
        services.second_factor_reset(actor=cast.staff, person=lost(cast.owner), **REASON)
    (letter,) = mail.outbox
    assert letter.subject == "Your second factor was taken off"
    assert "/en/account/2fa/" in letter.body
    assert str(cast.staff) in letter.body
    assert REASON["reason"] not in letter.body


@pytest.mark.parametrize(
    ("actor", "person"),
    [
        ("staff", "granted"),
        ("staff", "board"),
        ("staff", "administrator"),
        ("staff", "staff"),
        ("administrator", "administrator"),
        ("board", "owner"),
        ("expert", "owner"),
        ("owner", "editor"),
    ],
)
def test_nobody_takes_off_more_than_they_may(cast, confirmed, lost, actor, person):
    losing = lost(cast.people[person])
    answer = confirmed(cast.people[actor]).post(address_of(losing), REASON)
    assert answer.status_code in {403, 404}
    assert has_factor(losing)


def test_an_administrator_takes_it_off_for_staff_who_then_add_a_new_one(
    cast, confirmed, client_of, lost, settings
):
    confirmed(cast.administrator).post(address_of(lost(cast.staff)), REASON)
    assert not has_factor(cast.staff)
    settings.STAFF_SECOND_FACTOR = True
    answer = client_of(cast.staff).get("/desk/")
    assert answer.headers["Location"] == "/account/2fa/"


@pytest.mark.parametrize("office", ["board", "administrator"])
def test_whoever_sees_the_council_needs_a_factor(cast, client_of, settings, office):
    settings.STAFF_SECOND_FACTOR = True
    answer = client_of(cast.people[office]).get("/desk/")
    assert answer.headers["Location"] == "/account/2fa/"


def test_a_reason_is_asked_for(cast, confirmed, lost):
    page = confirmed(cast.staff).post(address_of(lost(cast.owner)), {"reason": " "})
    assert_page(page)
    assert has_factor(cast.owner)


def test_where_there_is_none_nothing_happens(cast, confirmed):
    client = confirmed(cast.staff)
    assert "двустепенен вход не е включен" in client.get(address_of(cast.owner)).text
    client.post(address_of(cast.owner), REASON)
    assert not AuditEntry.objects.filter(action="second_factor.reset").exists()
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("prefix", "words"),
    [("", "Изгубихте телефона или ключа?"), ("/en", "Is the phone or the key lost?")],
)
def test_the_page_that_asks_for_the_factor_says_what_to_do(
    client, person_with_account, app_of, prefix, words
):
    maria = person_with_account("maria@example.org")
    app_of(maria)
    form = {"login": maria.email, **PASSWORD}
    assert words in client.post(f"{prefix}/account/login/", form, follow=True).text
