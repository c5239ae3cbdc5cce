"""A filled pipeline: how members came, who is on the way, who said no or never answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from kragozor.hub.common.demonstration import Guest, table_of
from kragozor.hub.members.queries import organisations
from kragozor.hub.people.services.demonstration import demonstration_clerk
from kragozor.hub.pipeline.enums import OPEN, Source, Stage
from kragozor.hub.pipeline.models import Card
from kragozor.hub.pipeline.services import card_add, card_archive, card_move, note_add
from kragozor.instruments.reference import territory

if TYPE_CHECKING:
    from kragozor.hub.members.models import Organisation
    from kragozor.hub.people.models import Person

WEEK = timedelta(days=7)
# Whoever is a member for longer founded the Council: nobody had to win them.
FOUNDED = timedelta(days=730)
TOLD = ("name", "name_latin", "kind", "legal_form", "size_class", "town")
TAKEN = (*TOLD, "activity_version", "activity_code", "district")


def load() -> Iterator[Guest]:
    """Write the cards that are not there yet; nobody else signs in for them."""
    clerk = demonstration_clerk()
    for organisation in organisations().filter(is_demonstration=True):
        if not Card.objects.filter(organisation=organisation).exists():
            _member(clerk, organisation)
    for row in table_of(__package__, "prospects"):
        if not Card.objects.filter(name=row["name"], is_demonstration=True).exists():
            _prospect(clerk, row)
    yield from ()


def _member(clerk: Person, organisation: Organisation) -> None:
    """A member came through every stage, two weeks each, up to its first term; founders did not."""
    facts = {name: getattr(organisation, name) for name in TAKEN}
    pillars = sorted(organisation.pillars.values_list("pillar", flat=True))
    arrived = organisation.terms.earliest("starts").starts
    is_founder = arrived <= timezone.localdate() - FOUNDED
    _walk(
        clerk,
        facts | {"pillars": pillars, "owner": clerk, **_contact(facts["name_latin"])},
        [Stage.APPROVED] if is_founder else list(OPEN),
        _moment(arrived),
        organisation=organisation,
    )


def _prospect(clerk: Person, row: dict[str, str]) -> None:
    stages = list(OPEN[: OPEN.index(row["stage"]) + 1])
    if row["ended"] == Stage.DECLINED:
        stages.append(Stage.DECLINED)
    facts = {name: row[name] for name in TOLD} | {
        "district": territory.district_named(row["district"]).code,
        "pillars": row["pillars"].split(","),
        "owner": clerk,
        "source": row["source"] or Source.OWN,
        "next_step": row["next_step"],
        "next_on": _day_in(row["next_in"]),
    }
    facts |= _contact(row["name_latin"])
    last = _moment(timezone.localdate()) - int(row["weeks_ago"]) * WEEK
    card = _walk(clerk, facts, stages, last)
    if row["note"]:
        note_add(actor=clerk, card=card, text=row["note"])
    if row["ended"] == "archived":
        card_archive(actor=clerk, card=card)


def _contact(name: str) -> dict[str, object]:
    """Return whom to write to, at an address that nobody has (RFC 2606)."""
    words = name.removesuffix("(demonstration)").lower().split()
    return {"contact_email": f"office@{'-'.join(words[1:])}.example"}


def _walk(
    clerk: Person,
    facts: dict[str, object],
    stages: list[Stage],
    last: datetime,
    organisation: Organisation | None = None,
) -> Card:
    """Put a card through some stages, two weeks each, up to a moment."""
    begun = last - 2 * WEEK * (len(stages) - 1)
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
    return card


def _moment(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(10)))


def _day_in(days: str) -> date | None:
    return timezone.localdate() + timedelta(days=int(days)) if days else None
