"""A filled pipeline: how today's members came, who is on the way, who said no."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from typing import TYPE_CHECKING

from django.utils import timezone

from kragozor.hub.common.demonstration import Guest
from kragozor.hub.members.queries import organisations
from kragozor.hub.people.queries import staff
from kragozor.hub.pipeline.enums import OPEN, Source, Stage
from kragozor.hub.pipeline.models import Card
from kragozor.hub.pipeline.services import card_add, card_move
from kragozor.instruments.reference import territory

if TYPE_CHECKING:
    from kragozor.hub.members.models import Organisation
    from kragozor.hub.people.models import Person

WEEK = timedelta(days=7)
STAFF = "staff@demo.example"
TOLD = ("name", "name_latin", "kind", "legal_form", "size_class", "town")
TAKEN = (*TOLD, "activity_version", "activity_code", "district")


def load() -> Iterator[Guest]:
    """Write the cards that are not there yet; nobody else signs in for them."""
    clerk = staff().get(email=STAFF)
    for organisation in organisations().filter(is_demonstration=True):
        if not Card.objects.filter(organisation=organisation).exists():
            _member(clerk, organisation)
    for row in rows():
        if not Card.objects.filter(name=row["name"], is_demonstration=True).exists():
            _prospect(clerk, row)
    yield from ()


def rows() -> list[dict[str, str]]:
    """Return the table of invented prospects."""
    table = files(__package__).joinpath("prospects.csv").read_text("utf-8")
    return list(csv.DictReader(table.splitlines()))


def _member(clerk: Person, organisation: Organisation) -> None:
    """A member came through every stage, two weeks each, up to its first term."""
    facts = {name: getattr(organisation, name) for name in TAKEN}
    pillars = sorted(organisation.pillars.values_list("pillar", flat=True))
    arrived = organisation.terms.earliest("starts").starts
    _walk(
        clerk,
        facts | {"pillars": pillars, "owner": clerk},
        list(OPEN),
        _moment(arrived) - 2 * WEEK * (len(OPEN) - 1),
        organisation=organisation,
    )


def _prospect(clerk: Person, row: dict[str, str]) -> None:
    stage = Stage(row["stage"])
    stages = [Stage.PROSPECT, Stage.CONTACTED, stage] if stage not in OPEN else _up_to(stage)
    facts = {name: row[name] for name in TOLD} | {
        "district": territory.district_named(row["district"]).code,
        "pillars": row["pillars"].split(","),
        "owner": clerk,
        "source": row["source"] or Source.OWN,
        "next_step": row["next_step"],
        "next_on": _day_in(row["next_in"]),
    }
    last = _moment(timezone.localdate()) - int(row["weeks_ago"]) * WEEK
    _walk(clerk, facts, stages, last - 2 * WEEK * (len(stages) - 1))


def _up_to(stage: Stage) -> list[Stage]:
    return list(OPEN[: OPEN.index(stage) + 1])


def _walk(
    clerk: Person,
    facts: dict[str, object],
    stages: list[Stage],
    begun: datetime,
    organisation: Organisation | None = None,
) -> None:
    card = card_add(
        actor=clerk,
        facts=facts,
        stage=stages[0],
        organisation=organisation,
        is_demonstration=True,
        at=begun,
    )
    for number, stage in enumerate(stages[1:], start=1):
        card_move(actor=clerk, card=card, stage=stage, at=begun + 2 * WEEK * number)


def _moment(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(10)))


def _day_in(days: str) -> date | None:
    return timezone.localdate() + timedelta(days=int(days)) if days else None
