"""What the pillars were on a day, read back from the log of their changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from kragozor.hub.common.models import AuditEntry
from kragozor.hub.members.queries import pillars


@dataclass(frozen=True)
class PillarThen:
    """A pillar as it was when a day was over."""

    code: str
    name: str
    purpose_bg: str
    purpose_en: str
    lead_id: UUID | str | None
    target: int


Pillars = tuple[PillarThen, ...]


def pillars_on(days: Iterable[date]) -> Mapping[date, Pillars]:
    """Return the pillars as they were on each day: today's, with every later change taken back."""
    wanted = sorted(set(days), reverse=True)
    then = {pillar.code: _today(pillar) for pillar in pillars()}
    changes = _changes(_over(wanted[-1])) if wanted else []
    found = {}
    for day in wanted:
        while changes and changes[-1].at >= _over(day):
            change = changes.pop()
            then[change.object_id] = _before(then[change.object_id], change.detail["before"])
        found[day] = tuple(then.values())
    return found


def _changes(since: datetime) -> list[AuditEntry]:
    """Return the changes of pillars from a moment on, the newest last."""
    kept = AuditEntry.objects.filter(object_kind="members.pillar", action="pillar.edited")
    return list(kept.filter(at__gte=since).order_by("at", "id"))


def _before(pillar: PillarThen, before: Mapping[str, Any]) -> PillarThen:
    return replace(pillar, **before)


def _today(pillar: Any) -> PillarThen:
    return PillarThen(
        code=pillar.code,
        name=str(pillar),
        purpose_bg=pillar.purpose_bg,
        purpose_en=pillar.purpose_en,
        lead_id=pillar.lead_id,
        target=pillar.target,
    )


def _over(day: date) -> datetime:
    """Return the moment at which a day is over."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
