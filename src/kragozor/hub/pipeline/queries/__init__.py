"""What may be asked about cards, and about letters to their contacts."""

from kragozor.hub.pipeline.queries.cards import (
    card_by_eik,
    card_named,
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
    cards_due,
    cards_found,
)
from kragozor.hub.pipeline.queries.history import experience, waiting, waiting_in_all
from kragozor.hub.pipeline.queries.silence import is_silent, wish_of

__all__ = [
    "COLUMN",
    "SORTS",
    "Column",
    "archived_cards",
    "board",
    "card_by_eik",
    "card_named",
    "card_of_application",
    "cards",
    "cards_due",
    "cards_found",
    "experience",
    "is_silent",
    "shown",
    "stage_counts",
    "waiting",
    "waiting_in_all",
    "wish_of",
]
