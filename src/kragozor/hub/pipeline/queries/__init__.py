"""What may be asked about cards."""

from kragozor.hub.pipeline.queries.cards import (
    card_by_eik,
    card_of_application,
    cards,
    shown,
    stage_counts,
)
from kragozor.hub.pipeline.queries.found import (
    COLUMN,
    SORTS,
    Column,
    archived_cards,
    board,
    cards_found,
)
from kragozor.hub.pipeline.queries.history import experience, waiting, waiting_in_all

__all__ = [
    "COLUMN",
    "SORTS",
    "Column",
    "archived_cards",
    "board",
    "card_by_eik",
    "card_of_application",
    "cards",
    "cards_found",
    "experience",
    "shown",
    "stage_counts",
    "waiting",
    "waiting_in_all",
]
