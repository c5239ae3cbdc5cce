"""Members of the directory's tests: made as the Council admits them, shown as they choose."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from kragozor.hub.members.enums import Direction, Topic
from kragozor.hub.members.models import MemberPage, Offering, Organisation
from kragozor.hub.members.services import TermFacts, organisation_admit
from tests.hub.cast import person_make

FACTS = {
    "kind": "company",
    "district": "BG322",
    "town": "Габрово",
    "activity_version": "kid-2025",
    "activity_code": "13.10",
    "is_demonstration": True,
}


@pytest.fixture
def admit(db) -> Callable[..., Organisation]:
    """Admit a member; further facts override the usual ones."""
    actor = person_make("admitting")
    today = timezone.localdate()
    term = TermFacts(today - timedelta(days=30), today + timedelta(days=300), fee=Decimal(100))

    def make(
        name: str, *pillars: str, shown: bool = True, text: str = "", **facts: object
    ) -> Organisation:
        member = organisation_admit(
            actor=actor,
            facts=FACTS | {"name": name} | facts,
            pillars=pillars or ("textiles",),
            term=term,
        )
        MemberPage.objects.create(organisation=member, is_shown=shown, text_bg=text)
        return member

    return make


@pytest.fixture
def offer() -> Callable[..., Offering]:
    """Let a member offer or seek something."""

    def make(
        member: Organisation,
        text: str,
        topic: Topic = Topic.RESIDUE,
        direction: Direction = Direction.OFFER,
        **facts: object,
    ) -> Offering:
        return Offering.objects.create(
            organisation=member, text_bg=text, topic=topic, direction=direction, **facts
        )

    return make
