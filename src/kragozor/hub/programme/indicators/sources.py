"""Where the value of each activity comes from: one function for each source of the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from kragozor.hub.programme.enums import Counting
from kragozor.hub.programme.indicators import measurings, memberships
from kragozor.hub.programme.indicators.facts import Facts
from kragozor.hub.programme.indicators.value import Value
from kragozor.hub.programme.plans import Plan

LIVE: Mapping[str, Callable[[Facts, date], Value]] = {
    "pillars": memberships.pillars,
    "smallest_pillar": memberships.smallest_pillar,
    "districts": memberships.districts,
    "companies_measured": measurings.companies_measured,
    "companies_measured_again": measurings.companies_measured_again,
}


def value_of(plan: Plan, facts: Facts, day: date) -> Value:
    """Return the value of an activity's indicator as of a day."""
    return LIVE[plan.source](facts, day) if plan.is_live else Value(_by_evidence(plan, facts, day))


def _by_evidence(plan: Plan, facts: Facts, day: date) -> float | None:
    numbers = [one.value for one in facts.evidence(plan.number, day) if one.value is not None]
    if not numbers:
        return None
    return numbers[-1] if plan.counting is Counting.LATEST else sum(numbers)
