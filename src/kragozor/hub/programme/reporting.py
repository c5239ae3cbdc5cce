"""The facts of a year, from the hub's records to what the annual report is made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from django.utils import timezone
from django.utils.translation import override

from kragozor.hub.members.enums import PILLARS, Side
from kragozor.hub.members.queries import members_on, pillar_memberships_on
from kragozor.hub.programme import queries
from kragozor.hub.programme.indicators import Facts
from kragozor.hub.programme.models import Evidence
from kragozor.hub.programme.plans import chamber_name, council_name, programme_begins
from kragozor.reports.activity import (
    ActivityLine,
    ActivityReport,
    Document,
    EvidenceLine,
    MemberLine,
    PillarLine,
    activity_document,
)


def years() -> tuple[int, ...]:
    """The years that there is a report of, the newest first."""
    return tuple(range(timezone.localdate().year, programme_begins().year - 1, -1))


def report_document(year: int, language: str) -> Document:
    """The report of a year in one language, up to today where the year is not over."""
    with override(language):
        return activity_document(activity_report(year), language)


def activity_report(year: int) -> ActivityReport:
    """The facts of a year; their texts are in the language that is active."""
    today = timezone.localdate()
    day, before = min(date(year, 12, 31), today), date(year - 1, 12, 31)
    facts = Facts([before, day])
    return ActivityReport(
        council=council_name(),
        chamber=chamber_name(),
        year=year,
        as_of=day,
        drawn_up=today,
        pillars=_pillars(facts, day),
        activities=_activities(queries.readings(day, days=[before, day], facts=facts)),
        members=_members(day),
        members_before=members_on(before).count(),
    )


def _pillars(facts: Facts, day: date) -> tuple[PillarLine, ...]:
    targets = {pillar.code: pillar.target for pillar in facts.pillars(day)}
    counts = facts.pillar_counts(day)
    return tuple(
        PillarLine(
            name=str(name),
            business=counts[code][Side.BUSINESS],
            academia=counts[code][Side.ACADEMIA],
            others=counts[code][Side.OTHER],
            target=targets.get(code),
        )
        for code, name in PILLARS
    )


def _activities(readings: Sequence[queries.Reading]) -> tuple[ActivityLine, ...]:
    return tuple(_activity(reading) for reading in readings)


def _activity(reading: queries.Reading) -> ActivityLine:
    plan, activity = reading.plan, reading.activity
    (begin, before), *_later = reading.trend
    return ActivityLine(
        number=plan.number,
        title=str(plan.title),
        indicator=str(plan.indicator),
        unit=str(plan.unit),
        value=reading.number,
        before=before,
        target=reading.aim,
        state=reading.state.value,
        method=plan.method,
        is_live=plan.is_live,
        parts=tuple((part.label, part.text) for part in reading.value.parts),
        evidence=_evidence(one for one in reading.evidence if one.on > begin),
        responsible=str(activity.responsible or ""),
        next_step=activity.next_step,
        next_on=activity.next_on,
    )


def _evidence(found: Iterable[Evidence]) -> tuple[EvidenceLine, ...]:
    """What was done in the year, in the order of the days."""
    lines = [EvidenceLine(one.on, one.title, one.value) for one in found]
    return tuple(sorted(lines, key=lambda line: line.on))


def _members(day: date) -> tuple[MemberLine, ...]:
    names = dict(PILLARS)
    pillars = defaultdict(set)
    for organisation, pillar in pillar_memberships_on(day).values_list("organisation_id", "pillar"):
        pillars[organisation].add(pillar)
    return tuple(
        MemberLine(
            name=one.name,
            kind=str(one.get_kind_display()),
            town=one.town,
            pillars=tuple(str(names[code]) for code in names if code in pillars[one.pk]),
        )
        for one in members_on(day).order_by("name", "pk")
    )
