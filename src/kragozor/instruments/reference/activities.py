"""Economic activities by КИД-2025 and КИД-2008, the Bulgarian editions of NACE Rev. 2.1 and Rev. 2.

A code can mean another thing in the other edition, so every question here names the edition.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kragozor.instruments.errors import OutOfRange
from kragozor.instruments.reference import table
from kragozor.words import Message


class Version(StrEnum):
    """An edition of the classification, newest first."""

    KID_2025 = "kid-2025"
    KID_2008 = "kid-2008"

    @property
    def label(self) -> str:
        """What the edition is called."""
        return f"КИД-{self.value[-4:]}"


class Level(StrEnum):
    """How far down an activity stands; its code is a letter, or two, three or four digits."""

    SECTION = "section"
    DIVISION = "division"
    GROUP = "group"
    CLASS = "class"


LEVELS = {1: Level.SECTION, 2: Level.DIVISION, 4: Level.GROUP, 5: Level.CLASS}

_CODE = re.compile(r"([A-Z])?\s*(?:(\d{2})(?:\.?(\d{1,2}))?)?|(\d)\.(\d{1,2})")
# Letters that look the same are typed from either keyboard.
_LOOKALIKES = str.maketrans("АВСЕНКМОРТ", "ABCEHKMOPT")


@dataclass(frozen=True)
class Activity:
    """An entry of one edition, from a section down to a class."""

    version: Version
    code: str
    section: str
    title_bg: str
    title_en: str

    @property
    def title(self) -> Message:
        """The title, to be said in the reader's language."""
        return Message("instruments.either", {"bg": self.title_bg, "en": self.title_en})

    @property
    def level(self) -> Level:
        """Whether it is a section, a division, a group or a class."""
        return LEVELS[len(self.code)]

    @property
    def parent(self) -> Activity | None:
        """The entry one level up; None for a section."""
        above = {
            Level.SECTION: None,
            Level.DIVISION: self.section,
            Level.GROUP: self.code[:2],
            Level.CLASS: self.code[:4],
        }[self.level]
        return _by_code(self.version)[above] if above else None

    @property
    def parents(self) -> tuple[Activity, ...]:
        """Every entry above this one, the section first."""
        return (*self.parent.parents, self.parent) if self.parent else ()

    def __str__(self) -> str:
        return self.code


@cache
def activities(version: Version, level: Level | None = None) -> tuple[Activity, ...]:
    """Return all entries of an edition in its order, or those of one level.

    Examples
    --------
    >>> len(activities(Version.KID_2025)), len(activities(Version.KID_2008, Level.DIVISION))
    (1047, 88)
    """
    if level is not None:
        return tuple(each for each in activities(version) if each.level is level)
    return tuple(
        Activity(version, row["code"], row["section"], row["title_bg"], row["title_en"])
        for row in table(version)
    )


def activity(version: Version, code: str) -> Activity:
    """Return the entry of a code, however the code is written.

    Raises
    ------
    OutOfRange
        The edition has no such code, or the letter before it is not that of its section.

    Examples
    --------
    >>> activity(Version.KID_2025, "38.32").title_en
    'Landfilling or permanent storage'
    >>> activity(Version.KID_2008, "3832").title_en
    'Recovery of sorted materials'
    """
    known = normalised(version, code)
    if known is None:
        values = {"code": code, "version": version.label}
        raise OutOfRange(Message("instruments.no-such-activity", values))
    return _by_code(version)[known]


def is_valid(version: Version, code: str) -> bool:
    """Return whether the edition has this code.

    Examples
    --------
    >>> is_valid(Version.KID_2025, "C13.10"), is_valid(Version.KID_2025, "13.12")
    (True, False)
    """
    return normalised(version, code) is not None


def normalised(version: Version, code: str) -> str | None:
    """Return the code as the edition writes it; None where it has no such code.

    Dots and spaces may be left out, a letter before the digits must be that of the section, and
    the zero that a spreadsheet drops from „01.11“ is put back.

    Examples
    --------
    >>> [normalised(Version.KID_2025, code) for code in ("1310", "C 13.1", "1.11", "A13.10")]
    ['13.10', '13.1', '01.11', None]
    """
    found = _CODE.fullmatch(code.strip().upper().translate(_LOOKALIKES))
    if found is None:
        return None
    section, division, rest, short_division, short_rest = found.groups()
    if short_division:
        division, rest = f"0{short_division}", short_rest
    entry = _by_code(version).get(".".join(filter(None, (division, rest))) or section or "")
    return entry.code if entry and section in (None, entry.section) else None


def activity_named(version: Version, title: str) -> Activity | None:
    """Return the entry of a title in either language, in any letter case; None if there is none.

    Where a group and its only class share a title, it is the class.

    Examples
    --------
    >>> str(activity_named(Version.KID_2025, "производство на ТЪКАНИ"))
    '13.20'
    """
    return _by_title(version).get(_title_key(title))


@cache
def _by_code(version: Version) -> Mapping[str, Activity]:
    return {each.code: each for each in activities(version)}


@cache
def _by_title(version: Version) -> Mapping[str, Activity]:
    """Index by title; of equal titles the last stands, which is the lowest."""
    titles = ((each, (each.title_bg, each.title_en)) for each in activities(version))
    return {_title_key(title): each for each, both in titles for title in both}


def _title_key(title: str) -> str:
    return " ".join(title.casefold().split())
