"""What an invented Council has on record: who answers, what was done, what comes next."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import timedelta
from importlib.resources import files

from django.utils import timezone

from kragozor.hub.common.demonstration import Guest
from kragozor.hub.people.queries import board, staff
from kragozor.hub.programme.models import Activity
from kragozor.hub.programme.services import activity_change, evidence_add


def load() -> Iterator[Guest]:
    """Fill the scoreboard where nobody has yet; nobody else signs in for it."""
    for row in _table("demonstration-steps.csv"):
        activity = Activity.objects.get(number=row["number"])
        if activity.responsible is None:
            _conduct(activity, row)
    for row in _table("demonstration-evidence.csv"):
        activity = Activity.objects.get(number=row["number"])
        if not activity.evidence.filter(title=row["title"]).exists():
            _prove(activity, row)
    yield from ()


def _table(name: str) -> list[dict[str, str]]:
    text = files("kragozor.hub.programme").joinpath(name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def _conduct(activity: Activity, row: dict[str, str]) -> None:
    people = board() if row["answers"] == "board" else staff()
    activity_change(
        actor=staff().filter(email__startswith="staff@").get(),
        activity=activity,
        responsible=people.filter(email__startswith=f"{row['answers']}@").get(),
        next_step=row["next_step"],
        next_on=timezone.localdate() + timedelta(days=int(row["next_in"])),
    )


def _prove(activity: Activity, row: dict[str, str]) -> None:
    evidence_add(
        actor=staff().filter(email__startswith="staff@").get(),
        activity=activity,
        on=timezone.localdate() - timedelta(days=int(row["days_ago"])),
        title=row["title"],
        value=float(row["value"]) if row["value"] else None,
        text=row["text"],
        is_public=row["is_public"] == "1",
    )
