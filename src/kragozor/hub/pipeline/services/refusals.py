"""Changes that would break a promise of the pipeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kragozor.hub.pipeline.models import Card


class Refused(Exception):
    """What cannot be done; the subclasses say why."""


class AlreadyOnBoard(Refused):
    """Another card that is not archived has this ЕИК."""

    def __init__(self, card: Card) -> None:
        super().__init__(card.pk)
        self.card = card


class IsArchived(Refused):
    """The card was put away; it has to be brought back first."""


class BuiltOn(Refused):
    """Somebody went on from the card, so that it can only be archived, not removed."""


class NotStored(Refused):
    """The stage follows from terms of membership; nobody puts a card there."""


class JustSent(Refused):
    """The same letter went to them a moment ago: a form may be sent twice."""


class NotToBeWrittenTo(Refused):
    """The contact has asked for silence, or there is no address."""
