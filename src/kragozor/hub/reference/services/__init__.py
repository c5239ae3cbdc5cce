"""What the staff does to the reference tables; everything is written down and can be undone."""

from kragozor.hub.reference.services.batches import (
    BuiltOn,
    NotOpen,
    batch_apply,
    batch_discard,
    batch_take,
    batch_undo,
)
from kragozor.hub.reference.services.changes import (
    NothingToUndo,
    Outdated,
    parameter_set,
    parameter_undo,
    parameter_withdraw,
)

__all__ = [
    "BuiltOn",
    "NotOpen",
    "NothingToUndo",
    "Outdated",
    "batch_apply",
    "batch_discard",
    "batch_take",
    "batch_undo",
    "parameter_set",
    "parameter_undo",
    "parameter_withdraw",
]
