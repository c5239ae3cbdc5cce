"""People with an account that they can sign in to."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client
from fido2 import webauthn
from fido2.cose import ES256

from kragozor.hub.people.models import Person


@pytest.fixture
def person_with_account(db) -> Callable[..., Person]:
    """Make somebody whose address is confirmed; their password is "a long password"."""

    def make(email: str, **facts: object) -> Person:
        person = Person.objects.create_user(
            email, "a long password", **{"full_name": "Мария Димитрова", **facts}
        )
        EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
        return person

    return make


@pytest.fixture
def browser_of() -> Callable[[Person], Client]:
    """Return a browser in which somebody has signed in on the page, which is remembered of it."""

    def sign_in(person: Person) -> Client:
        EmailAddress.objects.get_or_create(
            user=person, email=person.email, verified=True, primary=True
        )
        client = Client()
        client.post("/account/login/", {"login": person.email, "password": "a long password"})
        return client

    return sign_in


@pytest.fixture
def app_of() -> Callable[[Person], str]:
    """Give somebody an app with codes, and return its secret."""

    def give(person: Person) -> str:
        secret = generate_totp_secret()
        TOTP.activate(person, secret)
        return secret

    return give


@pytest.fixture
def key_of() -> Callable[[Person], Authenticator]:
    """Give somebody a security key."""

    def give(person: Person) -> Authenticator:
        data = {"name": "Ключ", "credential": security_key()}
        return Authenticator.objects.create(
            user=person, type=Authenticator.Type.WEBAUTHN, data=data
        )

    return give


def security_key() -> dict[str, object]:
    """What a browser sends when a security key is added."""
    number = os.urandom(16)
    secret = ec.generate_private_key(ec.SECP256R1())
    credential = webauthn.AttestedCredentialData.create(
        webauthn.Aaguid.NONE, number, ES256.from_cryptography_key(secret.public_key())
    )
    flags = webauthn.AuthenticatorData.FLAG.UP | webauthn.AuthenticatorData.FLAG.AT
    data = webauthn.AuthenticatorData.create(bytes(32), flags, 0, credential)
    answer = webauthn.AuthenticatorAttestationResponse(
        client_data=webauthn.CollectedClientData.create(
            webauthn.CollectedClientData.TYPE.CREATE, b"challenge", "http://testserver"
        ),
        attestation_object=webauthn.AttestationObject.create("none", data, {}),
    )
    return dict(webauthn.RegistrationResponse(raw_id=number, response=answer))
