"""What is held too long: seen by the Council, erased by staff or by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from kragozor.hub.common.models import AuditEntry, SentLetter
from kragozor.hub.common.personal import declarations
from kragozor.hub.privacy.services.overdue import overdue_erase, overdue_kinds, overdue_purge

pytestmark = pytest.mark.django_db
DAYS = (10, 366, 500)


@pytest.fixture
def letters() -> None:
    """One in time, one overdue, one overdue for months."""
    for days in DAYS:
        letter = SentLetter.objects.create(to=f"d{days}@example.org", subject="x", outcome="sent")
        when = timezone.now() - timedelta(days=days)
        SentLetter.objects.filter(pk=letter.pk).update(sent_at=when)


def declared_letters():
    return next(one for one in declarations() if one.model == "common.SentLetter")


def test_what_is_overdue_is_counted_and_how_long(letters):
    found = next(one for one in overdue_kinds() if one.declared == declared_letters())
    assert (found.count, found.long_ago) == (2, 1)


def test_nothing_is_overdue_in_a_new_hub():
    kinds = list(overdue_kinds())
    assert kinds
    assert [one for one in kinds if one.count] == []


def test_staff_erases_and_it_is_logged_without_whom(letters, staff):
    assert overdue_erase(actor=staff, declared=declared_letters()) == 2
    assert SentLetter.objects.get().to == "d10@example.org"
    entry = AuditEntry.objects.get(action="personal_data.purged")
    assert (entry.actor, entry.object_kind) == (staff, "common.sentletter")
    assert entry.detail == {"records": 2}


def test_what_is_declared_to_goes_by_itself_once_a_day(letters):
    cache.clear()
    assert overdue_purge() == 2
    assert SentLetter.objects.count() == 1
    SentLetter.objects.update(sent_at=timezone.now() - timedelta(days=400))
    assert overdue_purge() == 0
    cache.clear()
    assert overdue_purge() == 1
    assert AuditEntry.objects.filter(action="personal_data.purged", actor=None).count() == 2


def test_nothing_erased_is_nothing_to_log(staff):
    assert overdue_erase(actor=staff, declared=declared_letters()) == 0
    assert not AuditEntry.objects.exists()
