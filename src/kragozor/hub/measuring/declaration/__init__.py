"""The facts of an inventory as forms show them: what was typed, and what is wrong with it."""

from kragozor.hub.measuring.declaration.draft import Draft, SectionState
from kragozor.hub.measuring.declaration.page import Unsaved, facts_shown
from kragozor.hub.measuring.declaration.posted import row_posted
from kragozor.hub.measuring.declaration.reading import declared_text
from kragozor.hub.measuring.declaration.rows import fact_id

__all__ = [
    "Draft",
    "SectionState",
    "Unsaved",
    "declared_text",
    "fact_id",
    "facts_shown",
    "row_posted",
]
