"""The seventeen activities and the targets that the programme itself names.

They are put in after every migration and not by one of them, since a test that empties the
database migrates nothing, and a new activity in the table then needs no migration either.
"""

from __future__ import annotations

from django.apps.registry import Apps

from kragozor.hub.programme.plans import plans, programme_begins


def activities_seed(apps: Apps, using: str) -> None:
    """Add what is not there yet; what staff has changed stays as it is."""
    try:
        activities = apps.get_model("programme", "Activity").objects.using(using)
        targets = apps.get_model("programme", "Target").objects.using(using)
    except LookupError:
        # The migrations were taken back: there are no tables to fill.
        return
    there = set(activities.values_list("number", flat=True))
    for plan in plans().values():
        if plan.number in there:
            continue
        activities.create(number=plan.number)
        if plan.target is not None:
            targets.create(activity_id=plan.number, value=plan.target, since=programme_begins())
