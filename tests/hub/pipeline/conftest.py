"""What the pages of recruitment are tested with."""

from __future__ import annotations

import pytest
from django.test import Client


@pytest.fixture
def desk(client_of, staff) -> Client:
    """A browser in which somebody of the staff is signed in."""
    return client_of(staff)


@pytest.fixture(autouse=True)
def files(tmp_path, settings) -> None:
    """Keep uploaded files where the test ends."""
    settings.MEDIA_ROOT = tmp_path
