"""The world of the access matrix, made once a module: each test leaves it as it was."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.db import transaction

from tests.hub.access.test_matrix import world_of
from tests.hub.cast import cast_make


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker) -> Iterator[SimpleNamespace]:
    """Everybody, and what the tables of the matrix put beside them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield world_of(cast_make())
        transaction.set_rollback(True)


@pytest.fixture
def world(made, db) -> SimpleNamespace:
    """The same for one test, which `db` undoes."""
    return SimpleNamespace(**vars(made))
