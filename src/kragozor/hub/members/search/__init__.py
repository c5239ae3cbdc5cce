"""Search in Bulgarian that is the same on every database.

No database folds inflection, and SQLite not even the case of Cyrillic letters. So the public
words of an organisation are kept beside it in one form (`words`), small and in Latin letters
with the stems of those that change in front of their ending (`index`), and a query is turned
into the same form before it is looked for (`matching`).
"""

from kragozor.hub.members.search.index import refresh, refresh_all, refresh_missing
from kragozor.hub.members.search.matching import by_relevance, organisations_found

__all__ = [
    "by_relevance",
    "organisations_found",
    "refresh",
    "refresh_all",
    "refresh_missing",
]
