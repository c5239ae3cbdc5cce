"""What changes cards and what gathers on them."""

from kragozor.hub.pipeline.services.cards import (
    CARD_FIELDS,
    card_add,
    card_archive,
    card_change,
    card_move,
    card_remove,
    card_restore,
    is_built_on,
)
from kragozor.hub.pipeline.services.following import card_follow
from kragozor.hub.pipeline.services.letters import (
    letter_send,
    refuse_letter,
    silence_ask,
    silence_keep,
    silence_lift,
    template_save,
)
from kragozor.hub.pipeline.services.papers import (
    document_add,
    document_remove,
    note_add,
    note_remove,
)
from kragozor.hub.pipeline.services.refusals import (
    AlreadyOnBoard,
    BuiltOn,
    IsArchived,
    JustSent,
    NotStored,
    NotToBeWrittenTo,
    Refused,
)

__all__ = [
    "CARD_FIELDS",
    "AlreadyOnBoard",
    "BuiltOn",
    "IsArchived",
    "JustSent",
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
    "document_add",
    "document_remove",
    "is_built_on",
    "letter_send",
    "note_add",
    "note_remove",
    "refuse_letter",
    "silence_ask",
    "silence_keep",
    "silence_lift",
    "template_save",
]
