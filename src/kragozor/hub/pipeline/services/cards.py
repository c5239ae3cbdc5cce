"""Cards: added, changed, moved, archived; each change is whole, and written down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from kragozor.hub.members.facts.model import FACTS
from kragozor.hub.pipeline.enums import STORED, Stage
from kragozor.hub.pipeline.models import Card, StageChange
from kragozor.hub.pipeline.queries import wish_of
from kragozor.hub.pipeline.services.changes import record
from kragozor.hub.pipeline.services.refusals import AlreadyOnBoard, BuiltOn, IsArchived, NotStored

if TYPE_CHECKING:
    from kragozor.hub.members.models import Organisation
    from kragozor.hub.people.models import Person

# What may be given to `card_add` and `card_change`.
CARD_FIELDS = (
    *FACTS,
    *("eik", "pillars", "contact_name", "contact_email", "contact_phone", "language"),
    *("source", "owner", "next_step", "next_on"),
)


@transaction.atomic
def card_add(
    *,
    actor: Person | None,
    facts: Mapping[str, object],
    stage: Stage = Stage.PROSPECT,
    organisation: Organisation | None = None,
    application_id: UUID | None = None,
    is_demonstration: bool = False,
    at: datetime | None = None,
) -> Card:
    """Write down somebody who may become a member; ``facts`` are any of `CARD_FIELDS`.

    ``at`` is when they came into the stage, now unless told: a list may tell of earlier work.
    """
    card = Card(
        **card_facts(facts),
        stage=_stored(stage),
        organisation=organisation,
        application_id=application_id,
        is_demonstration=is_demonstration,
    )
    _alone(card)
    card.is_suppressed = wish_of(card) is not None
    card.save()
    StageChange.objects.create(card=card, stage=card.stage, at=at or timezone.now(), by=actor)
    record(actor, "card.added", card, stage=card.stage, source=card.source)
    return card


@transaction.atomic
def card_change(
    *, actor: Person | None, card: Card, facts: Mapping[str, object]
) -> dict[str, object]:
    """Change what is known of a card, and return what stood there before.

    Given back to this service, what was returned undoes the change.
    """
    held = Card.objects.select_for_update().get(pk=card.pk)
    new = card_facts(facts)
    before = {name: getattr(held, name) for name in new if getattr(held, name) != new[name]}
    for name in before:
        setattr(held, name, new[name])
    if before:
        _alone(held)
        held.is_suppressed = held.is_suppressed or wish_of(held) is not None
        held.save(update_fields=[*before, "is_suppressed"])
        # Only which, not what: the log is no second place for people's data.
        record(actor, "card.changed", held, fields=sorted(before))
    _refresh(card, held)
    return before


@transaction.atomic
def card_move(
    *,
    actor: Person | None,
    card: Card,
    stage: Stage,
    reason: str = "",
    at: datetime | None = None,
) -> StageChange | None:
    """Put a card into a stage; ``None`` where it stands there already."""
    held = Card.objects.select_for_update().get(pk=card.pk)
    if held.is_archived:
        raise IsArchived
    before, held.stage = held.stage, _stored(stage)
    if before == held.stage:
        return None
    held.save(update_fields=["stage"])
    change = StageChange.objects.create(
        card=held,
        before=before,
        stage=held.stage,
        reason=reason,
        at=at or timezone.now(),
        by=actor,
    )
    record(actor, "card.moved", held, before=before, stage=held.stage)
    _refresh(card, held)
    return change


@transaction.atomic
def card_archive(*, actor: Person, card: Card) -> None:
    """Put a card away; it is kept whole and can be brought back."""
    Card.objects.filter(pk=card.pk, archived_at=None).update(archived_at=timezone.now())
    record(actor, "card.archived", card)


@transaction.atomic
def card_restore(*, actor: Person, card: Card) -> None:
    """Bring an archived card back, unless another one has taken its place."""
    held = Card.objects.select_for_update().get(pk=card.pk)
    _alone(held)
    held.archived_at = None
    held.save(update_fields=["archived_at"])
    record(actor, "card.restored", held)
    _refresh(card, held)


@transaction.atomic
def card_remove(*, actor: Person, card: Card) -> None:
    """Take back a card that was added by mistake, as long as nobody went on from it."""
    held = Card.objects.select_for_update().get(pk=card.pk)
    if is_built_on(held):
        raise BuiltOn
    record(actor, "card.removed", held)
    held.delete()


def is_built_on(card: Card) -> bool:
    """Whether somebody moved, noted, filed, wrote or applied after a card was added."""
    papers = (card.notes, card.documents, card.letters)
    return (
        card.changes.count() > 1
        or card.application_id is not None
        or card.organisation_id is not None
        or any(kind.exists() for kind in papers)
    )


def card_facts(facts: Mapping[str, object]) -> dict[str, object]:
    """Return what a card holds of some facts; elsewhere no code is ``None``, here it is empty."""
    known = {name: value for name, value in facts.items() if name in CARD_FIELDS}
    return known | ({"eik": known["eik"] or ""} if "eik" in known else {})


def _stored(stage: str) -> Stage:
    if stage not in STORED:
        raise NotStored(stage)
    return Stage(stage)


def _alone(card: Card) -> None:
    """Refuse a second card that is not archived for the same ЕИК."""
    if card.eik:
        others = Card.objects.filter(eik=card.eik, archived_at=None).exclude(pk=card.pk)
        if other := others.first():
            raise AlreadyOnBoard(other)


def _refresh(card: Card, held: Card) -> None:
    """Let the object that was given hold what is on record now."""
    for field in Card._meta.concrete_fields:
        setattr(card, field.attname, getattr(held, field.attname))
