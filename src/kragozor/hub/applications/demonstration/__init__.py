"""Invented applications in every state, each of an organisation that has a card already."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from kragozor.hub.applications.enums import CLOSED, Outcome, State
from kragozor.hub.applications.models import Answer, Application, Decision, Question
from kragozor.hub.applications.services.cards import card_follow
from kragozor.hub.common.demonstration import Guest, table_of
from kragozor.hub.members.enums import Direction, Role, Topic
from kragozor.hub.members.facts.model import FACTS
from kragozor.hub.people.services.demonstration import demonstration_clerk
from kragozor.hub.pipeline.enums import Stage
from kragozor.hub.pipeline.queries import cards
from kragozor.instruments.reference import activities

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person
    from kragozor.hub.pipeline.models import Card

DAY = timedelta(days=1)
# How long after it was sent something happened.
REVIEWED, ASKED, ANSWERED, DECIDED = 1 * DAY, 2 * DAY, 4 * DAY, 14 * DAY
STAGES = {
    State.SENT: Stage.APPLIED,
    State.IN_REVIEW: Stage.IN_REVIEW,
    State.QUESTION: Stage.IN_REVIEW,
    State.APPROVED: Stage.APPROVED,
    State.DECLINED: Stage.DECLINED,
}


def load() -> Iterator[Guest]:
    """Write the applications that are not there yet; nobody signs in for them."""
    clerk = demonstration_clerk()
    for row in table_of(__package__, "applications"):
        card = cards().filter(is_demonstration=True, name=row["card"]).first()
        told = Application.objects.filter(is_demonstration=True, name=row["card"])
        if card is not None and not told.exists():
            _application(clerk, card, row)
    yield from ()


def _application(clerk: Person, card: Card, row: dict[str, str]) -> None:
    state, sent = State(row["state"]), timezone.now() - int(row["days_ago"]) * DAY
    application = Application.objects.create(
        **_facts(card, row),
        **_moments(state, sent),
        state=state,
        language=card.language,
        applicant_name=row["applicant"],
        applicant_email=card.contact_email,
        pillars=card.pillars,
        reviewer=None if state in {State.DRAFT, State.SENT} else clerk,
        organisation=card.organisation if state == State.APPROVED else None,
        is_demonstration=True,
    )
    Application.objects.filter(pk=application.pk).update(created_at=sent - 2 * DAY)
    _parts(application, row)
    _reviewed(clerk, application, row, sent)
    if state in STAGES:
        card_follow(clerk, application, STAGES[state])


def _facts(card: Card, row: dict[str, str]) -> dict[str, object]:
    facts = {name: getattr(card, name) for name in FACTS}
    if row["activity_code"]:
        facts["activity_code"] = row["activity_code"]
        facts["activity_version"] = activities.Version.KID_2025.value
    return facts


def _moments(state: State, sent: datetime) -> dict[str, datetime | None]:
    if state == State.DRAFT:
        return {"changed_at": sent}
    return {
        "changed_at": sent,
        "sent_at": sent,
        "reviewed_at": None if state == State.SENT else sent + REVIEWED,
        "closed_at": sent + DECIDED if state in CLOSED else None,
    }


def _parts(application: Application, row: dict[str, str]) -> None:
    """Who is to act for it, and what it offers and seeks."""
    application.representatives.create(
        name=application.applicant_name,
        email=application.applicant_email,
        position="управител",
        role=Role.OWNER,
    )
    for direction, topic in ((Direction.OFFER, Topic.RESIDUE), (Direction.SEEK, Topic.PARTNER)):
        if text := row[direction]:
            application.offers.create(direction=direction, topic=topic, text=text)


def _reviewed(clerk: Person, application: Application, row: dict[str, str], sent: datetime) -> None:
    """What was asked, answered and decided."""
    if row["question"]:
        question = Question.objects.create(
            application=application, text=row["question"], asked_by=clerk, asked_at=sent + ASKED
        )
        if row["answer"]:
            Answer.objects.create(
                question=question, text=row["answer"], answered_at=sent + ANSWERED
            )
    if row["reason"]:
        Decision.objects.create(
            application=application,
            outcome=Outcome(row["state"]),
            reason=row["reason"],
            decided_by=clerk,
            decided_at=sent + DECIDED,
        )
