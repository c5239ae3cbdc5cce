"""Finding organisations by words, and which of them answer best."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import add, or_

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from kragozor.hub.members.models import Organisation
from kragozor.hub.members.search.index import NAME, OFFER
from kragozor.hub.members.search.words import Word, words_sought

# A query is a few words; a pasted page would make the database compare for nothing.
MOST_WORDS = 12
# The order of what is found follows the first words; the others would change little in it.
RANKING_WORDS = 3


def organisations_found(within: QuerySet[Organisation], text: str) -> QuerySet[Organisation]:
    """Those of some organisations whose words have every word of a text, in whatever form."""
    wanted = list(words_sought(text))[:MOST_WORDS]
    if not wanted:
        # Signs and particles are in nobody's words; they are no reason to show everybody.
        return within.none()
    return reduce(lambda found, word: found.filter(_has(word)), wanted, within)


def by_relevance(found: QuerySet[Organisation], text: str) -> QuerySet[Organisation]:
    """The same, those first whose names have the words, then those whose offers and needs do."""
    ranks = [_rank(word) for word in list(words_sought(text))[:RANKING_WORDS]]
    if not ranks:
        return found
    return found.order_by(reduce(add, ranks), "name", "pk")


def _rank(word: Word) -> Case:
    return Case(
        When(_has(word, NAME), then=Value(0)),
        When(_has(word, OFFER), then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )


def _has(word: Word, weight: str = "") -> Q:
    """Return the condition that a text has a word of some weight that begins like this one."""
    beginnings = shortest({*word.beginnings, word.written})
    return reduce(or_, (Q(search_text__contains=f" {weight}{one}") for one in beginnings))


def shortest(beginnings: Iterable[str]) -> list[str]:
    """Return the beginnings that find all that the others would find.

    Examples
    --------
    >>> shortest({"otpadk", "otpadts", "otpadtsi"})
    ['otpadk', 'otpadts']
    """
    kept: list[str] = []
    for one in sorted(beginnings):
        # In this order a beginning stands right behind those that it begins with.
        if not kept or not one.startswith(kept[-1]):
            kept.append(one)
    return kept
