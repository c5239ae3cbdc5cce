"""Cards and what gathers on them."""

from kragozor.hub.pipeline.models.card import Card, StageChange, searched_words
from kragozor.hub.pipeline.models.letters import Letter, LetterTemplate, Suppression
from kragozor.hub.pipeline.models.papers import Document, Note

__all__ = [
    "Card",
    "Document",
    "Letter",
    "LetterTemplate",
    "Note",
    "StageChange",
    "Suppression",
    "searched_words",
]
