"""How a change of a card is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kragozor.hub.common import audit
from kragozor.hub.pipeline.models import Card

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


def record(actor: Person | None, action: str, card: Card, **detail: object) -> None:
    """Write a change of a card down, as one of the organisation it became, if it did."""
    audit.record(
        actor=actor, action=action, subject=card, organisation_id=card.organisation_id, **detail
    )
