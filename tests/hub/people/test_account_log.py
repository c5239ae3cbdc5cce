"""What people change of their own accounts is written down: that it was, never what it is now."""

from __future__ import annotations

import re

import pytest

from kragozor.hub.common.models import AuditEntry
from tests.hub.people.letters import last_link
from tests.hub.people.test_second_factor import code_of

pytestmark = pytest.mark.django_db
PASSWORD = "a long password"
NEW = "сто железни пружини"


@pytest.fixture
def maria(person_with_account):
    return person_with_account("maria@example.org")


@pytest.fixture
def signed_in(client, maria):
    client.post("/account/login/", {"login": maria.email, "password": PASSWORD})
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    return client


def written(person) -> list[tuple[str, dict]]:
    """What was written down of a person, the oldest first."""
    entries = AuditEntry.objects.filter(actor=person, object_id=str(person.pk)).order_by("pk")
    return list(entries.values_list("action", "detail"))


def test_that_an_account_was_opened(client):
    facts = {"email": "ana@example.org", "full_name": "Ана", "password1": PASSWORD}
    client.post("/account/signup/", facts)
    entry = AuditEntry.objects.get(action="account.opened")
    assert entry.actor.email == "ana@example.org"


def test_which_fields_of_a_profile_were_changed(signed_in, maria):
    facts = {"full_name": "Мария Иванова", "language": "bg", "telephone": "+359 2 811 7400"}
    signed_in.post("/account/", facts)
    signed_in.post("/account/", facts)
    assert written(maria) == [("profile.changed", {"fields": ["full_name", "telephone"]})]
    maria.refresh_from_db()
    assert (maria.full_name, maria.telephone) == ("Мария Иванова", "+359 2 811 7400")


def test_that_a_password_was_changed(signed_in, maria):
    passwords = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    signed_in.post("/account/password/change/", passwords)
    assert written(maria) == [("account.password_changed", {})]


def test_that_a_forgotten_password_was_made_anew(client, maria):
    client.post("/account/password/reset/", {"email": maria.email})
    page = client.get(last_link(), follow=True)
    client.post(page.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})
    assert written(maria) == [("account.password_reset", {})]


def test_that_the_address_was_changed_once_it_is_confirmed(signed_in, maria):
    signed_in.post("/account/email/", {"email": "new@example.org", "action_add": ""})
    assert written(maria) == []
    signed_in.post(last_link())
    assert written(maria) == [("account.address_changed", {})]


@pytest.mark.django_db(transaction=True)  # it is told once the change is committed
def test_second_factors_come_and_go(signed_in, maria):
    page = signed_in.get("/account/2fa/totp/activate/")
    secret = re.search(r"<code>(\w+)</code>", page.text)[1]
    signed_in.post("/account/2fa/totp/activate/", {"code": code_of(secret)})
    signed_in.post("/account/2fa/recovery-codes/generate/")
    signed_in.post("/account/2fa/totp/deactivate/")
    told = written(maria)
    assert ("second_factor.added", {"factor": "totp"}) in told
    assert ("second_factor.renewed", {"factor": "recovery_codes"}) in told
    assert ("second_factor.removed", {"factor": "totp"}) in told
    assert secret not in str(told)
