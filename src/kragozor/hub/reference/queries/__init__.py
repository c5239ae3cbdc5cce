"""Which parameters and titles are in force, and what was changed of them."""

from kragozor.hub.reference.queries.batches import batches, obstacles, titles_in_force
from kragozor.hub.reference.queries.parameters import (
    Standing,
    history,
    mark,
    parameters_in_force,
    standing,
    standings,
    value_before,
)

__all__ = [
    "Standing",
    "batches",
    "history",
    "mark",
    "obstacles",
    "parameters_in_force",
    "standing",
    "standings",
    "titles_in_force",
    "value_before",
]
