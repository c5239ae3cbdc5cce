"""Which district a text means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from kragozor.instruments.reference import table
from kragozor.instruments.reference.territory.places import District, districts
from kragozor.words.latin import latin

KIND_OF_PLACE = {"oblast", "obl", "district", "region", "province"}
CLOSE_ENOUGH = 0.7
_WORD = re.compile(r"\w+")


def districts_named(text: str) -> tuple[District, ...]:
    """Return every district that the text can mean: none, one, or for „София“ two.

    Letter case, punctuation and the word for "district" make no difference, nor does it matter
    whether the name stands in Cyrillic or in Latin letters.

    Examples
    --------
    >>> [each.code for each in districts_named("СОФИЯ")]
    ['BG411', 'BG412']
    """
    key = place_key(text)
    return _names().get(key) or _names().get(_without_kind(key), ())


def district_named(text: str) -> District | None:
    """Return the one district that the text means; None where there is none, or more than one.

    Examples
    --------
    >>> [str(district_named(text)) for text in ("обл. Видин", "RUSE DISTRICT", "София-област")]
    ['Видин', 'Русе', 'Софийска']
    """
    found = districts_named(text)
    return found[0] if len(found) == 1 else None


def suggest_district(text: str) -> District | None:
    """Return the district whose name is closest to the text, for a message about an error.

    Examples
    --------
    >>> str(suggest_district("Пазарджки")), suggest_district("Солун")
    ('Пазарджик', None)
    """
    close = get_close_matches(_without_kind(place_key(text)), _names(), n=1, cutoff=CLOSE_ENOUGH)
    return _names()[close[0]][0] if close else None


def place_key(text: str) -> str:
    """Return the words of a name in small Latin letters, which is how places are compared.

    Examples
    --------
    >>> place_key("  Велико-ТЪРНОВО ")
    'veliko tarnovo'
    """
    return " ".join(_WORD.findall(latin(text).casefold()))


def _without_kind(key: str) -> str:
    """Leave out the word for "district" before the name, or else after it."""
    first, _, rest = key.partition(" ")
    if first in KIND_OF_PLACE:
        return rest
    rest, _, last = key.rpartition(" ")
    return rest if last in KIND_OF_PLACE else key


@cache
def _names() -> Mapping[str, tuple[District, ...]]:
    """Index the districts by everything they are called."""
    named: dict[str, dict[str, District]] = defaultdict(dict)
    for row, each in zip(table("districts"), districts(), strict=True):
        for name in (each.name_bg, each.name_en, *filter(None, row["also"].split(";"))):
            named[place_key(name)][each.code] = each
    return {key: tuple(found.values()) for key, found in named.items()}
