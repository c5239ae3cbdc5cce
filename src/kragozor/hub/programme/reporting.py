"""The facts of a year, from the hub's records to what the annual report is made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Min
from django.utils import timezone
from django.utils.translation import override

from kragozor.hub.common.written import spelled, written
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
    YearLine,
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
    now, then = (queries.readings(end, days=[end], facts=facts) for end in (day, before))
    return ActivityReport(
        council=council_name(),
        chamber=chamber_name(),
        year=year,
        as_of=day,
        drawn_up=today,
        pillars=_pillars(facts, day),
        activities=tuple(_activity(*pair) for pair in zip(now, then, strict=True)),
        members=_members(day),
        now=_year(now, year, day),
        before=_year(then, year - 1, before),
    )


def _pillars(facts: Facts, day: date) -> tuple[PillarLine, ...]:
    counts = facts.pillar_counts(day)
    return tuple(
        PillarLine(
            name=pillar.name,
            business=counts[pillar.code][Side.BUSINESS],
            academia=counts[pillar.code][Side.ACADEMIA],
            others=counts[pillar.code][Side.OTHER],
            target=pillar.target,
            purpose=written(pillar.purpose_bg, pillar.purpose_en),
        )
        for pillar in facts.pillars(day)
    )


def _activity(reading: queries.Reading, before: queries.Reading) -> ActivityLine:
    plan, activity = reading.plan, reading.activity
    return ActivityLine(
        number=plan.number,
        title=str(plan.title),
        indicator=str(plan.indicator),
        value=reading.number,
        before=before.number,
        target=reading.aim,
        state=reading.state.value,
        state_before=before.state.value,
        method=plan.method,
        is_live=plan.is_live,
        parts=tuple((part.label, part.text) for part in reading.value.parts),
        evidence=tuple(_evidence(one) for one in _done(reading, reading.day.year)),
        responsible=spelled(str(activity.responsible or "")),
        next_step=activity.step,
        next_on=activity.next_on,
    )


def _done(reading: queries.Reading, year: int) -> list[Evidence]:
    """What was done in a year, in the order of the days."""
    return sorted((one for one in reading.evidence if one.on.year == year), key=lambda one: one.on)


def _evidence(one: Evidence) -> EvidenceLine:
    """A line of the report: of a longer text its first paragraph."""
    first = one.more.strip().splitlines()[:1]
    return EvidenceLine(one.on, one.words, one.value, *first)


def _year(readings: Sequence[queries.Reading], year: int, day: date) -> YearLine:
    now, before = (_ids(end) for end in (day, date(year - 1, 12, 31)))
    return YearLine(
        members=len(now),
        joined=len(now - before),
        left=len(before - now),
        evidence=sum(len(_done(reading, year)) for reading in readings),
    )


def _ids(day: date) -> set[UUID]:
    return set(members_on(day).values_list("pk", flat=True))


def _members(day: date) -> tuple[MemberLine, ...]:
    names = dict(PILLARS)
    pillars = defaultdict(set)
    for organisation, pillar in pillar_memberships_on(day).values_list("organisation_id", "pillar"):
        pillars[organisation].add(pillar)
    members = members_on(day).annotate(since=Min("terms__starts"))
    lines = (
        MemberLine(
            name=one.called,
            kind=str(one.get_kind_display()),
            town=spelled(one.town),
            pillars=tuple(str(names[code]) for code in names if code in pillars[one.pk]),
            since=one.since,
        )
        for one in members
    )
    return tuple(sorted(lines, key=lambda line: line.name))
