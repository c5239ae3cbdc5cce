"""What changes cards and what gathers on them."""

from kragozor.hub.pipeline.services.cards import (
    CARD_FIELDS,
    card_add,
    card_archive,
    card_change,
    card_follow,
    card_move,
    card_remove,
    card_restore,
    is_built_on,
)
from kragozor.hub.pipeline.services.refusals import (
    AlreadyOnBoard,
    BuiltOn,
    IsArchived,
    NotStored,
    NotToBeWrittenTo,
    Refused,
)

__all__ = [
    "CARD_FIELDS",
    "AlreadyOnBoard",
    "BuiltOn",
    "IsArchived",
    "NotStored",
    "NotToBeWrittenTo",
    "Refused",
    "card_add",
    "card_archive",
    "card_change",
    "card_follow",
    "card_move",
    "card_remove",
    "card_restore",
    "is_built_on",
]
