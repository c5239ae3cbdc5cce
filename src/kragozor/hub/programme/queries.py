"""The programme as of a day: every activity with its value, target, trend and standing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from kragozor.hub.programme.enums import TONES, State
from kragozor.hub.programme.indicators import Facts, Value, value_of
from kragozor.hub.programme.indicators.facts import month_ends
from kragozor.hub.programme.models import Activity, Evidence, Target
from kragozor.hub.programme.plans import Plan
from kragozor.hub.programme.rules import share_of, state_of


@dataclass(frozen=True)
class Reading:
    """One activity as of a day."""

    activity: Activity
    day: date
    value: Value
    target: Target | None
    trend: tuple[tuple[date, float | None], ...]
    evidence: tuple[Evidence, ...]

    @property
    def plan(self) -> Plan:
        return self.activity.plan

    @property
    def number(self) -> float | None:
        return self.value.number

    @property
    def aim(self) -> float | None:
        return self.target.value if self.target else None

    @property
    def state(self) -> State:
        # What comes next is known for today only: a past day says nothing of it.
        step = self.activity.next_on if self.day == timezone.localdate() else None
        due = (step, self.target.due if self.target else None)
        return state_of(self.number, self.aim, day=self.day, due=due)

    @property
    def tone(self) -> str:
        return TONES[self.state]

    @property
    def share(self) -> float | None:
        return share_of(self.number, self.aim)

    @property
    def public_evidence(self) -> tuple[Evidence, ...]:
        """What of the evidence is shown to everybody."""
        return tuple(one for one in self.evidence if one.is_public)


def readings(
    day: date, *, days: Sequence[date] | None = None, facts: Facts | None = None
) -> list[Reading]:
    """Every activity as of a day, with its values on some days before it."""
    days = month_ends(day) if days is None else days
    facts = facts or Facts([*days, day])
    targets = _targets(day)
    activities = Activity.objects.select_related("responsible").order_by("number")
    return [_reading(one, day, days, facts, targets.get(one.number)) for one in activities]


def reading_of(number: int, day: date) -> Reading | None:
    """One activity as of a day; ``None`` where there is no such number."""
    return next((found for found in readings(day) if found.activity.number == number), None)


def activities() -> QuerySet[Activity]:
    """The seventeen, in order."""
    return Activity.objects.select_related("responsible")


def targets_of(activity: Activity) -> QuerySet[Target]:
    """Every target that an activity ever had, the newest first."""
    return activity.targets.select_related("set_by").order_by("-since", "-id")


def evidence_of(activity: Activity, day: date) -> QuerySet[Evidence]:
    """All evidence of an activity up to a day, what was withdrawn too, the newest first."""
    return activity.evidence.filter(on__lte=day).select_related("added_by", "withdrawn_by")


def evidence_standing() -> QuerySet[Evidence]:
    """The evidence that counts."""
    return Evidence.objects.filter(withdrawn_at__isnull=True).select_related("activity")


def evidence_shown() -> QuerySet[Evidence]:
    """The evidence that everybody may see."""
    return evidence_standing().filter(is_public=True)


def _targets(day: date) -> dict[int, Target]:
    """The target of each activity that was in force on a day: the last one written."""
    found = {}
    for target in Target.objects.filter(since__lte=day).order_by("since", "id"):
        found[target.activity_id] = target
    return found


def _reading(
    activity: Activity, day: date, days: Sequence[date], facts: Facts, target: Target | None
) -> Reading:
    plan = activity.plan
    return Reading(
        activity=activity,
        day=day,
        value=value_of(plan, facts, day),
        target=target,
        trend=tuple((end, value_of(plan, facts, end).number) for end in days),
        evidence=tuple(reversed(facts.evidence(plan.number, day))),
    )
