"""Stored files that no record refers to: a restored backup, or a change that failed, left them.

Nobody can be asked about them and no erasure finds them, so they go.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.apps import apps
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db.models import FileField
from django.utils import timezone

from kragozor.hub.common.personal import plain

# A file is stored a moment before the record that refers to it.
YOUNG = timedelta(days=1)
A_DAY = int(YOUNG.total_seconds())


def files_purge() -> int:
    """Once a day, delete what nothing refers to and is no work in progress."""
    if not cache.add("privacy:files_purge", True, A_DAY):
        return 0
    return files_delete(until=timezone.now() - YOUNG)


def files_delete(*, until: datetime | None = None) -> int:
    """Delete the files that no record refers to, and that are no younger than a moment."""
    gone = [name for name in sorted(_stored("") - _referred_to()) if _is_due(name, until)]
    for name in gone:
        default_storage.delete(name)
    return len(gone)


def _is_due(name: str, until: datetime | None) -> bool:
    return until is None or default_storage.get_modified_time(name) <= until


def _stored(folder: str) -> set[str]:
    """Return the names of all stored files in a folder and in those below it."""
    if not default_storage.exists(folder or "."):
        return set()
    folders, files = default_storage.listdir(folder)
    prefix = f"{folder}/" if folder else ""
    below = (_stored(f"{prefix}{one}") for one in folders)
    return {f"{prefix}{one}" for one in files}.union(*below)


def _referred_to() -> set[str]:
    """Return the names of the files that records refer to."""
    return {name for label, field in _columns() for name in _names(label, field)}


def _names(label: str, field: str) -> Iterator[str]:
    yield from plain(label).exclude(**{field: ""}).values_list(field, flat=True).iterator()


def _columns() -> Iterator[tuple[str, str]]:
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, FileField):
                yield model._meta.label, field.name
