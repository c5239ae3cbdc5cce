"""Plain statements about the pipeline."""

from __future__ import annotations

import hashlib
from datetime import date

from kragozor.hub.pipeline.enums import Stage


def is_overdue(next_on: date | None, stage: str, today: date) -> bool:
    """Whether a next step should have been taken; nothing is due once the way is over."""
    return next_on is not None and next_on < today and stage not in {Stage.DECLINED, Stage.MEMBER}


def address_hash(email: str) -> str:
    """Return what is kept of an address that asked for silence: enough to know it again."""
    return hashlib.sha256(email.strip().casefold().encode()).hexdigest()


def words_of(text: str) -> list[str]:
    """Return the words of a search in the form in which `Card.search_text` holds them."""
    return text.casefold().split()
