"""The words of a text in the one form in which they are compared: small Latin letters.

Cyrillic words are written in Latin letters as the Transliteration Act has it, so that a query
in either alphabet finds names in both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from kragozor.hub.members.search.readings import readings
from kragozor.hub.members.search.stems import SHORTEST, stems
from kragozor.words.latin import latin

WORD = re.compile(r"[^\W_]+")
CYRILLIC = re.compile(r"[а-я]")
# Words without a meaning of their own: nobody's text has to have them.
PARTICLES = frozenset({"в", "във", "за", "и", "на", "от", "по", "с", "със"}) | frozenset(
    {"and", "for", "from", "in", "of", "the", "with"}
)


@dataclass(frozen=True)
class Word:
    """A word as it is written, and the beginnings by which its other forms are found."""

    written: str
    beginnings: tuple[str, ...]


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text that mean something.

    Examples
    --------
    >>> list(words("Отпадъци от ТЕКСТИЛ"))[0]
    Word(written='otpadatsi', beginnings=('otpadts', 'otpadk'))
    """
    for word in _split(text):
        yield Word(_latin(word), tuple(map(_latin, _stems(word))))


def words_sought(text: str) -> Iterator[Word]:
    """Yield the words of a query: those in Latin letters may stand for Bulgarian ones.

    Examples
    --------
    >>> list(words_sought("vulna"))
    [Word(written='vulna', beginnings=('vulna', 'vuln', 'valn'))]
    """
    for word in _split(text):
        read = (_latin(stem) for reading in readings(word) for stem in stems(reading))
        more = [stem for stem in read if len(stem) >= SHORTEST]
        yield Word(_latin(word), tuple(dict.fromkeys((*map(_latin, _stems(word)), *more))))


def _split(text: str) -> Iterator[str]:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return (word for word in WORD.findall(folded) if word not in PARTICLES)


def _stems(word: str) -> tuple[str, ...]:
    return stems(word) if CYRILLIC.search(word) else (_english_singular(word),)


def _english_singular(word: str) -> str:
    """Take off a plural s, as a prefix is compared anyway: “recyclers”, “companies”."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3]
    if word.endswith("s") and not word.endswith(("ss", "us")) and len(word) > 3:
        return word[:-1]
    return word


def _latin(word: str) -> str:
    """Return a word in plain Latin letters; accents of other languages are taken off."""
    plain = unicodedata.normalize("NFD", latin(word.replace("ѝ", "и")))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
