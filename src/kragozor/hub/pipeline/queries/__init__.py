"""What may be asked about cards."""

from kragozor.hub.pipeline.queries.cards import (
    card_by_eik,
    card_of_application,
    cards,
    shown,
    stage_counts,
)

__all__ = ["card_by_eik", "card_of_application", "cards", "shown", "stage_counts"]
