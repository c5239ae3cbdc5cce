"""Invented members: three pillars at different stages, some with a past, most with a page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from kragozor.hub.common.demonstration import ADDRESSES, Guest, table_of
from kragozor.hub.members.enums import Direction, Role, SizeClass
from kragozor.hub.members.models import MemberPage, Offering, Organisation
from kragozor.hub.members.services import (
    TermFacts,
    organisation_admit,
    representation_begin,
    term_begin,
)
from kragozor.hub.people.enums import Office
from kragozor.hub.people.services.demonstration import demonstration_clerk, demonstration_person
from kragozor.instruments.reference import activities, territory
from kragozor.words.latin import latin

COUNCIL = (
    (f"staff{ADDRESSES}", "Стоян Съветски", Office.STAFF, "служител на Съвета / Council’s staff"),
    (f"board{ADDRESSES}", "Бистра Управителска", Office.BOARD, "ръководство на Съвета / board"),
    (
        f"admin{ADDRESSES}",
        "Адриан Настройков",
        Office.ADMINISTRATOR,
        "администратор / administrator",
    ),
    (f"expert{ADDRESSES}", "Екатерина Знаева", Office.EXPERT, "експерт / expert"),
)
MONTH = timedelta(days=30)
YEAR = timedelta(days=365)
FEES = {
    SizeClass.MICRO: Decimal(100),
    SizeClass.SMALL: Decimal(200),
    SizeClass.MEDIUM: Decimal(400),
    SizeClass.LARGE: Decimal(800),
}
WAIVER = "Членовете от академичните среди и с нестопанска цел не дължат членски внос"
FACTS = ("name", "name_latin", "kind", "legal_form", "size_class", "activity_code", "town")


def load() -> Iterator[Guest]:
    """Make the Council and its members, where they are not there yet."""
    for email, name, office, described in COUNCIL:
        demonstration_person(email=email, full_name=name, offices=[office])
        yield Guest(email, described)
    for row in table_of(__package__, "organisations"):
        if not Organisation.objects.filter(name=row["name"], is_demonstration=True).exists():
            _member(row)


def _member(row: dict[str, str]) -> None:
    clerk = demonstration_clerk()
    terms = list(_terms(row))
    organisation = organisation_admit(
        actor=clerk, facts=_facts(row), pillars=row["pillars"].split(","), term=terms[0]
    )
    for term in terms[1:]:
        term_begin(actor=clerk, organisation=organisation, term=term)
    MemberPage.objects.create(organisation=organisation, is_shown=row["is_shown"] == "1")
    if row["owner"]:
        _owner(organisation, row["owner"])
    for direction in Direction:
        _offering(organisation, direction, row)


def _owner(organisation: Organisation, name: str) -> None:
    """Let the member be written to; no visitor signs in as this person."""
    email = f"{latin(name).lower().replace(' ', '.')}{ADDRESSES}"
    person = demonstration_person(email=email, full_name=name, signs_in=False)
    representation_begin(actor=person, organisation=organisation, person=person, role=Role.OWNER)


def _facts(row: dict[str, str]) -> dict[str, object]:
    return {name: row[name] for name in FACTS} | {
        "activity_version": activities.Version.KID_2025.value,
        "district": territory.district_named(row["district"]).code,
        "is_demonstration": True,
    }


def _terms(row: dict[str, str]) -> Iterator[TermFacts]:
    """A year each, from the first day to today or to the day the member stayed away."""
    starts = timezone.localdate() - int(row["months_ago"]) * MONTH
    stayed = int(row["months_stayed"] or 0) * MONTH
    last = starts + stayed - timedelta(days=1) if stayed else timezone.localdate()
    while starts <= last:
        yield _term(row, starts)
        starts += YEAR


def _term(row: dict[str, str], starts: date) -> TermFacts:
    ends = starts + YEAR - timedelta(days=1)
    if row["kind"] == "company":
        return TermFacts(starts, ends, fee=FEES[SizeClass(row["size_class"])])
    return TermFacts(starts, ends, waiver_reason=WAIVER)


def _offering(organisation: Organisation, direction: Direction, row: dict[str, str]) -> None:
    if row[f"{direction}_topic"]:
        Offering.objects.create(
            organisation=organisation,
            direction=direction,
            topic=row[f"{direction}_topic"],
            text_bg=row[f"{direction}_bg"],
            text_en=row[f"{direction}_en"],
        )
