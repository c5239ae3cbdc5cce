"""The card of an applicant goes where the application goes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from kragozor.hub.pipeline.enums import Source, Stage
from kragozor.hub.pipeline.models import Card
from kragozor.hub.pipeline.rules import may_be_one
from kragozor.hub.pipeline.services.cards import card_add, card_change, card_facts, card_move

if TYPE_CHECKING:
    from kragozor.hub.members.models import Organisation
    from kragozor.hub.people.models import Person


@transaction.atomic
def card_follow(
    *,
    actor: Person | None,
    eik: str | None,
    name: str,
    facts: Mapping[str, object],
    pillars: list[str],
    stage: Stage,
    application_id: UUID,
    organisation: Organisation | None = None,
    reason: str = "",
) -> Card:
    """Let the card of an applicant follow the application; there is one afterwards.

    It is found by the application, else by ЕИК, else by the address we wrote to, else made.
    What is told fills only what is empty, since what staff wrote is not overwritten; a card that
    staff put away stays away.
    """
    put_away = Card.objects.filter(application_id=application_id).exclude(archived_at=None).first()
    if put_away:
        return put_away
    told = card_facts({**facts, "name": name, "eik": eik, "pillars": list(pillars)})
    card = _followed(eik, application_id) or _written_to(told)
    if card is None:
        return card_add(
            actor=actor,
            facts={"source": Source.APPLICATION, **told},
            stage=stage,
            organisation=organisation,
            application_id=application_id,
        )
    card.application_id = application_id
    card.organisation = organisation or card.organisation
    card.save(update_fields=["application_id", "organisation"])
    _fill(actor, card, told)
    card_move(actor=actor, card=card, stage=stage, reason=reason)
    return card


def _fill(actor: Person | None, card: Card, told: Mapping[str, object]) -> None:
    """Write down what is not known yet, an edition only with its activity, and the pillars."""
    empty = {field: value for field, value in told.items() if not getattr(card, field)}
    if card.activity_code:
        empty.pop("activity_version", None)
    card_change(actor=actor, card=card, facts={**empty, "pillars": told["pillars"]})


def _followed(eik: str | None, application_id: UUID) -> Card | None:
    unarchived = Card.objects.select_for_update().filter(archived_at=None)
    followed = unarchived.filter(application_id=application_id).first()
    return followed or (unarchived.filter(eik=eik).first() if eik else None)


def _written_to(told: Mapping[str, object]) -> Card | None:
    """Return the card of an applicant whose ЕИК we did not know when we wrote to them.

    Whoever applies has opened a letter to this address, so that it is theirs. Two cards of one
    address may be two organisations, and so may two names that have nothing in common.
    """
    if not told.get("contact_email"):
        return None
    found = list(
        Card.objects.select_for_update().filter(
            archived_at=None,
            application_id=None,
            eik="",
            contact_email__iexact=told["contact_email"],
        )
    )
    alike = [card for card in found if may_be_one(card.name, str(told["name"]))]
    return alike[0] if len(alike) == len(found) == 1 else None
