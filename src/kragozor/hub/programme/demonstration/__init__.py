"""What an invented Council has on record: who answers, what was done, what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils import timezone

from kragozor.hub.common.demonstration import ADDRESSES, Guest, table_of
from kragozor.hub.people.queries import board, staff
from kragozor.hub.people.services.demonstration import demonstration_clerk
from kragozor.hub.programme.models import Activity
from kragozor.hub.programme.services import activity_change, evidence_add, target_set


def load() -> Iterator[Guest]:
    """Fill the scoreboard where nobody has yet; nobody else signs in for it."""
    for row in table_of(__package__, "steps"):
        activity = Activity.objects.get(number=row["number"])
        if activity.responsible is None:
            _conduct(activity, row)
    for row in table_of(__package__, "targets"):
        activity = Activity.objects.get(number=row["number"])
        if not activity.targets.filter(set_by__isnull=False).exists():
            _aim(activity, row)
    for row in table_of(__package__, "evidence"):
        activity = Activity.objects.get(number=row["number"])
        if not activity.evidence.filter(title=row["title"], value=row["value"] or None).exists():
            _prove(activity, row)
    yield from ()


def _conduct(activity: Activity, row: dict[str, str]) -> None:
    people = board() if row["answers"] == "board" else staff()
    activity_change(
        actor=demonstration_clerk(),
        activity=activity,
        responsible=people.get(email=f"{row['answers']}{ADDRESSES}"),
        next_step=row["next_step"],
        next_step_en=row["next_step_en"],
        next_on=_day_in(int(row["next_in"])),
    )


def _aim(activity: Activity, row: dict[str, str]) -> None:
    target_set(
        actor=demonstration_clerk(),
        activity=activity,
        value=float(row["value"]),
        since=_day_in(-int(row["days_ago"])),
        due=_day_in(int(row["due_in"])),
    )


def _prove(activity: Activity, row: dict[str, str]) -> None:
    texts = {name: row[name] for name in ("title", "title_en", "text", "text_en")}
    evidence_add(
        actor=demonstration_clerk(),
        activity=activity,
        on=_day_in(-int(row["days_ago"])),
        value=float(row["value"]) if row["value"] else None,
        is_public=row["is_public"] == "1",
        **texts,
    )


def _day_in(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)
