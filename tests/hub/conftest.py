"""The cast of the hub's tests, signed in and out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from kragozor.hub.people.models import Person
from tests.hub.cast import Cast, cast_make


@pytest.fixture
def cast(db) -> Cast:
    """Everybody, with their companies."""
    return cast_make()


@pytest.fixture
def owner(cast) -> Person:
    """An owner of the company."""
    return cast.owner


@pytest.fixture
def editor(cast) -> Person:
    """An editor of the company."""
    return cast.editor


@pytest.fixture
def reader(cast) -> Person:
    """A reader of the company."""
    return cast.reader


@pytest.fixture
def stranger(cast) -> Person:
    """The owner of another company."""
    return cast.stranger


@pytest.fixture
def expert(cast) -> Person:
    """An expert of the Council."""
    return cast.expert


@pytest.fixture
def board(cast) -> Person:
    """Somebody who sits on the Council's board."""
    return cast.board


@pytest.fixture
def staff(cast) -> Person:
    """Somebody who works for the Council, without a grant."""
    return cast.staff


@pytest.fixture
def granted(cast) -> Person:
    """Somebody who works for the Council, whom the company lets see its numbers."""
    return cast.granted


@pytest.fixture
def administrator(cast) -> Person:
    """Somebody who looks after the hub, and gives offices."""
    return cast.administrator


@pytest.fixture
def client_of() -> Callable[[Person | None], Client]:
    """Return a browser in which a person is signed in; nobody is, for None."""

    def sign_in(person: Person | None) -> Client:
        client = Client()
        if person is not None:
            client.force_login(person)
        return client

    return sign_in
