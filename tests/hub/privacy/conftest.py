"""People who can sign in as themselves, and one who is easy to find again."""

from __future__ import annotations

from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from kragozor.hub.people.models import Person
from tests.hub.cast import person_make

PASSWORD = "a long password"


@pytest.fixture
def maria(db) -> Person:
    """Somebody with an account, a confirmed address and no company."""
    person = person_make("maria", full_name="Мария Димитрова")
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


@pytest.fixture
def confirmed(maria) -> Client:
    """A browser in which Мария has just said once more who she is."""
    client = Client()
    client.force_login(maria)
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    return client


@pytest.fixture
def own_folder(settings, tmp_path) -> Path:
    """A place for data of its own: files of other tests are not looked at."""
    settings.DATA_DIR = tmp_path
    options = {"location": tmp_path / "files", "base_url": None}
    backend = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": options}
    settings.STORAGES = settings.STORAGES | {"default": backend}
    return tmp_path
