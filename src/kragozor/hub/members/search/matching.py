"""Finding organisations by words."""

from __future__ import annotations

from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from kragozor.hub.members.models import Organisation
from kragozor.hub.members.search.words import Word, words

# A query is a few words; a pasted page would make the database compare for nothing.
MOST_WORDS = 12


def organisations_found(within: QuerySet[Organisation], text: str) -> QuerySet[Organisation]:
    """Those of some organisations whose words have every word of a text, in whatever form."""
    found = within
    for word in list(words(text))[:MOST_WORDS]:
        found = found.filter(_has(word))
    return found


def _has(word: Word) -> Q:
    """Return the condition that a text has a word that begins like this one."""
    beginnings = dict.fromkeys((*word.beginnings, word.written))
    return reduce(or_, (Q(search_text__contains=f" {one}") for one in beginnings))
