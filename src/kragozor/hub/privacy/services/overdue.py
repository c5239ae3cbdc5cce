"""What is held longer than was promised: seen, and erased by hand or by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from kragozor.hub.common import audit
from kragozor.hub.common.personal import NOBODY, Personal, declarations
from kragozor.hub.privacy.services.erasing import records_erase

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person

A_MONTH = timedelta(days=30)
A_DAY = int(timedelta(days=1).total_seconds())


@dataclass(frozen=True)
class Overdue:
    """Records of one kind whose time is over, and how many of them since more than a month."""

    declared: Personal
    count: int
    long_ago: int


def overdue_kinds() -> Iterator[Overdue]:
    """Every kind of record with a time of its own, also where nothing is overdue."""
    return (overdue_of(declared) for declared in declarations() if declared.overdue is not None)


def overdue_of(declared: Personal) -> Overdue:
    """How much of one kind is overdue now."""
    now = timezone.now()
    count = declared.overdue(now).count()
    return Overdue(declared, count, declared.overdue(now - A_MONTH).count() if count else 0)


@transaction.atomic
def overdue_erase(*, actor: Person | None, declared: Personal) -> int:
    """Erase what is overdue of one kind; it cannot be undone."""
    changed = records_erase(declared, declared.overdue(timezone.now()), NOBODY)
    if changed:
        audit.record_of_kind(
            actor=actor, action="personal_data.purged", kind=declared.model, records=changed
        )
    return changed


def overdue_purge() -> int:
    """Once a day, erase what is declared to go by itself."""
    if not cache.add("privacy:overdue_purge", True, A_DAY):
        return 0
    ready = [declared for declared in declarations() if declared.automatic and declared.overdue]
    return sum(overdue_erase(actor=None, declared=declared) for declared in ready)
