"""The 28 districts and 6 regions of Bulgaria, and which of them a text means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from kragozor.instruments.errors import OutOfRange
from kragozor.instruments.reference import table
from kragozor.words import Message
from kragozor.words.latin import latin

KIND_OF_PLACE = {"oblast", "obl", "district", "region", "province"}
CLOSE_ENOUGH = 0.7
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Region:
    """A region of level NUTS 2."""

    code: str
    name_bg: str
    name_en: str

    @property
    def name(self) -> Message:
        """The name, to be said in the reader's language."""
        return Message("instruments.either", {"bg": self.name_bg, "en": self.name_en})

    def __str__(self) -> str:
        return self.name_bg


@dataclass(frozen=True)
class District:
    """A district (област), level NUTS 3, with the code of its region."""

    code: str
    iso: str
    region: str
    name_bg: str
    name_en: str

    @property
    def name(self) -> Message:
        """The name, to be said in the reader's language."""
        return Message("instruments.either", {"bg": self.name_bg, "en": self.name_en})

    def __str__(self) -> str:
        return self.name_bg


@cache
def regions() -> tuple[Region, ...]:
    """Return the 6 regions by code.

    Examples
    --------
    >>> [region.code for region in regions()]
    ['BG31', 'BG32', 'BG33', 'BG34', 'BG41', 'BG42']
    """
    return tuple(Region(row["code"], row["name_bg"], row["name_en"]) for row in table("regions"))


@cache
def districts(region: str | None = None) -> tuple[District, ...]:
    """Return the 28 districts by code, or those of one region.

    Examples
    --------
    >>> [district.name_en for district in districts("BG34")]
    ['Burgas', 'Sliven', 'Yambol', 'Stara Zagora']
    """
    fields = ("code", "iso", "region", "name_bg", "name_en")
    everywhere = (District(*(row[name] for name in fields)) for row in table("districts"))
    return tuple(each for each in everywhere if region in (None, each.region))


def region(code: str) -> Region:
    """Return the region of a NUTS-2 code.

    Raises
    ------
    OutOfRange
        There is no region of this code.

    Examples
    --------
    >>> str(region("BG42"))
    'Южен централен'
    """
    for each in regions():
        if each.code == code:
            return each
    raise OutOfRange(Message("instruments.no-such-region", {"code": code}))


def district(code: str) -> District:
    """Return the district of a NUTS-3 code.

    Raises
    ------
    OutOfRange
        There is no district of this code.

    Examples
    --------
    >>> district("BG421").name_en
    'Plovdiv'
    """
    for each in districts():
        if each.code == code:
            return each
    raise OutOfRange(Message("instruments.no-such-district", {"code": code}))


def districts_named(text: str) -> tuple[District, ...]:
    """Return every district that the text can mean: none, one, or for „София“ two.

    Letter case, punctuation and the word for "district" make no difference, nor does it matter
    whether the name stands in Cyrillic or in Latin letters.

    Examples
    --------
    >>> [each.code for each in districts_named("СОФИЯ")]
    ['BG411', 'BG412']
    """
    names = _names()
    return names.get(place_key(text)) or names.get(_without_kind(text), ())


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
    close = get_close_matches(_without_kind(text), _names(), n=1, cutoff=CLOSE_ENOUGH)
    return _names()[close[0]][0] if close else None


def place_key(text: str) -> str:
    """Return the words of a name in small Latin letters, which is how places are compared.

    Examples
    --------
    >>> place_key("  Велико-ТЪРНОВО ")
    'veliko tarnovo'
    """
    return " ".join(_WORD.findall(latin(text).casefold()))


def _without_kind(text: str) -> str:
    return " ".join(word for word in place_key(text).split() if word not in KIND_OF_PLACE)


@cache
def _names() -> Mapping[str, tuple[District, ...]]:
    """Index the districts by everything they are called."""
    named: dict[str, dict[str, District]] = defaultdict(dict)
    for row, each in zip(table("districts"), districts(), strict=True):
        for name in (each.name_bg, each.name_en, *filter(None, row["also"].split(";"))):
            named[place_key(name)][each.code] = each
    return {key: tuple(found.values()) for key, found in named.items()}
