"""Stored files that no record refers to go; those in use, and those of a moment ago, stay."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from kragozor.hub.privacy.services.files import files_delete, files_purge
from kragozor.hub.privacy.tasks import export_ask

pytestmark = pytest.mark.django_db
OLD = (timezone.now() - timedelta(days=2)).timestamp()


@pytest.fixture(autouse=True)
def not_today(own_folder):
    """What is done once a day has not been done yet."""
    cache.clear()


def stored(name: str, *, old: bool = True) -> Path:
    path = Path(default_storage.path(default_storage.save(name, ContentFile(b"x"))))
    if old:
        os.utime(path, (OLD, OLD))
    return path


def test_there_may_be_no_files_at_all():
    assert files_delete() == 0


def test_what_nothing_refers_to_goes_after_a_day(maria):
    used = Path(export_ask(person=maria).file.path)
    os.utime(used, (OLD, OLD))
    lost, young = stored("a/b/lost"), stored("young", old=False)
    assert files_purge() == 1
    assert [path.exists() for path in (used, lost, young)] == [True, False, True]


def test_it_is_done_once_a_day(maria):
    assert files_purge() == 0
    lost = stored("lost")
    assert files_purge() == 0
    cache.clear()
    assert files_purge() == 1
    assert not lost.exists()


def test_after_a_restore_age_does_not_matter():
    young = stored("young", old=False)
    assert files_delete() == 1
    assert not young.exists()
