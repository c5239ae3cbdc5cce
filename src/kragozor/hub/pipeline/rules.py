"""Plain statements about the pipeline."""

from __future__ import annotations

import hashlib
import re
from datetime import date

from kragozor.hub.pipeline.enums import Stage
from kragozor.words.latin import latin

# Those of three letters and more; shorter words say nothing anyhow.
LEGAL_FORMS = {"ood", "eood", "ead", "dpk", "kda", "ltd", "jsc", "plc"}


def is_overdue(next_on: date | None, stage: str, today: date) -> bool:
    """Whether a next step should have been taken; nothing is due once the way is over."""
    return next_on is not None and next_on < today and stage not in {Stage.DECLINED, Stage.MEMBER}


def address_hash(email: str) -> str:
    """Return what is kept of an address that asked for silence: enough to know it again."""
    return hashlib.sha256(email.strip().casefold().encode()).hexdigest()


def may_be_one(name: str, other: str) -> bool:
    """Whether two names share a word that says something, in whatever alphabet and legal form."""
    return bool(_telling(name) & _telling(other))


def _telling(name: str) -> set[str]:
    words = re.findall(r"\w{3,}", latin(name).casefold())
    return {word for word in words if word not in LEGAL_FORMS}


def words_of(text: str) -> list[str]:
    """Return the words of a search in the form in which `Card.search_text` holds them."""
    return text.casefold().split()
