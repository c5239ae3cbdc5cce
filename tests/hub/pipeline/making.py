"""Cards, members and templates for the tests of the pipeline."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from kragozor.hub.members.models import Organisation
from kragozor.hub.members.services import TermFacts, organisation_admit
from kragozor.hub.people.models import Person
from kragozor.hub.pipeline.enums import Stage
from kragozor.hub.pipeline.models import Card
from kragozor.hub.pipeline.services import card_add

EIK = "121823162"


def card_made(actor: Person | None = None, stage: Stage = Stage.PROSPECT, **facts: object) -> Card:
    """Make a card; its name is the only thing it needs."""
    at = facts.pop("at", None)
    demonstration = facts.pop("is_demonstration", False)
    given = {"name": "Вретено ООД", "pillars": ["textiles"], **facts}
    return card_add(actor=actor, facts=given, stage=stage, at=at, is_demonstration=demonstration)


def member_made(
    actor: Person, *, eik: str = EIK, starts: date | None = None, ends: date | None = None
) -> Organisation:
    """Make an organisation with one term, running today unless told."""
    today = timezone.localdate()
    term = TermFacts(
        starts=starts or today - timedelta(days=30),
        ends=ends or today + timedelta(days=300),
        waiver_reason="основател",
    )
    facts = {"name": "Вретено ООД", "eik": eik}
    return organisation_admit(actor=actor, facts=facts, pillars=["textiles"], term=term)
