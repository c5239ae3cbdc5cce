"""An inventory of the company of the cast, measured and shared."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kragozor.hub.measuring.services.sharing import link_create
from tests.hub.measuring.making import assessment_make, inventory_make


@pytest.fixture(autouse=True)
def _files_apart(settings, tmp_path):
    """What is uploaded in a test goes with the test."""
    files = settings.STORAGES["default"]
    options = files["OPTIONS"] | {"location": tmp_path / "files"}
    settings.STORAGES = settings.STORAGES | {"default": files | {"OPTIONS": options}}


@pytest.fixture
def inventory(cast):
    """An inventory that the owner declared."""
    return inventory_make(cast.owner, cast.company)


@pytest.fixture
def assessment(cast, inventory):
    """Its first measuring."""
    return assessment_make(cast.owner, inventory)


@pytest.fixture
def link(cast, assessment):
    """A link to it, open for thirty days."""
    until = timezone.localdate() + timedelta(days=30)
    return link_create(actor=cast.owner, assessment=assessment, expires_on=until)
