"""Cards with the stage that is shown, which terms of membership may settle."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    OuterRef,
    QuerySet,
    Subquery,
    UUIDField,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils import timezone

from kragozor.hub.members import queries as members
from kragozor.hub.pipeline.enums import Stage
from kragozor.hub.pipeline.models import Card, StageChange


def cards(on: date | None = None) -> QuerySet[Card]:
    """The cards that are not archived, each with its ``shown_stage`` on a day, today unless told.

    Whoever has a running term is a member, wherever the card was left. Whose term ran out has
    lapsed while the card stands where it was approved: once somebody takes it up again, the new
    stage is shown.
    """
    return shown(Card.objects.filter(archived_at=None), on)


def shown(found: QuerySet[Card], on: date | None = None) -> QuerySet[Card]:
    """The same cards, each with its ``member_id`` and its ``shown_stage``."""
    day = on or timezone.localdate()
    by_eik = members.organisations().filter(eik=OuterRef("eik")).values("pk")[:1]
    known_as = Coalesce(
        "organisation__merged_into", "organisation", Subquery(by_eik), output_field=UUIDField()
    )
    running = members.terms_on(day).filter(organisation=OuterRef("member_id"))
    begun = members.organisations().filter(pk=OuterRef("member_id"), terms__starts__lte=day)
    return found.annotate(member_id=known_as).annotate(
        shown_stage=Case(
            When(Exists(running), then=Value(Stage.MEMBER.value)),
            When(Exists(begun), stage=Stage.APPROVED, then=Value(Stage.LAPSED.value)),
            default=F("stage"),
            output_field=CharField(),
        )
    )


def card_by_eik(eik: str) -> Card | None:
    """The card that is not archived of an ЕИК."""
    return Card.objects.filter(eik=eik, archived_at=None).first()


def card_named(name: str) -> Card | None:
    """The card that is not archived of a name, in whatever letter case."""
    folded = " ".join(name.casefold().split())
    for card in Card.objects.filter(archived_at=None).only("name"):
        if " ".join(card.name.casefold().split()) == folded:
            return card
    return None


def card_of_application(application_id: UUID) -> Card | None:
    """The card that follows an application."""
    return Card.objects.filter(application_id=application_id).first()


def stage_counts(on: date) -> Counter[str]:
    """How many cards stood in each stage at the end of a day; archived ones are left out."""
    end = timezone.make_aware(datetime.combine(on, time.max))
    latest = StageChange.objects.filter(card=OuterRef("pk"), at__lte=end).order_by("-at", "-id")
    then = cards(on).annotate(stage_then=Subquery(latest.values("stage")[:1]))
    rows = then.exclude(stage_then=None).values_list("stage_then", "shown_stage")
    settled = {Stage.MEMBER, Stage.LAPSED}
    return Counter(now if now in settled else stood for stood, now in rows)
