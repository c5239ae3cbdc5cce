"""The entries of the List of Waste: chapters, sub-chapters, and types of waste below them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from kragozor.instruments.reference import table
from kragozor.instruments.reference.entries import entry_of
from kragozor.instruments.reference.waste.codes import compact, written
from kragozor.instruments.reference.waste.official import OfficialTitles, titles_in_use
from kragozor.words import Message

TABLE = "list-of-waste"


class EntryType(StrEnum):
    """Whether a waste of this type is hazardous, and whether that had to be found out.

    An absolute entry leaves no choice. Of mirror entries one is for the waste that contains
    hazardous substances and the other for the waste that does not; each still says which.
    """

    ABSOLUTE_HAZARDOUS = "absolute-hazardous"
    ABSOLUTE_NON_HAZARDOUS = "absolute-non-hazardous"
    MIRROR_HAZARDOUS = "mirror-hazardous"
    MIRROR_NON_HAZARDOUS = "mirror-non-hazardous"

    @property
    def is_hazardous(self) -> bool:
        """Whether the Decision marks the entry with an asterisk."""
        return not self.value.endswith("non-hazardous")

    @property
    def is_mirror(self) -> bool:
        """Whether the entry has a counterpart of the other kind."""
        return self.value.startswith("mirror")


class TitleStatus(StrEnum):
    """What a Bulgarian title is worth."""

    OFFICIAL = "official"
    WORKING = "working"
    MISSING = "missing"


@dataclass(frozen=True)
class Heading:
    """A chapter of two digits or a sub-chapter of four; the title is English where no other is."""

    code: str
    title_en: str
    title_bg: str
    title_bg_status: TitleStatus

    @property
    def title(self) -> Message:
        """The title in the reader's language, saying in Bulgarian where it is not the official."""
        return Message(f"instruments.waste.{self.title_bg_status.value}", {"title": self._text})

    @property
    def named(self) -> Message:
        """The code with its title, which is marked in Bulgarian where it is not the official."""
        unbroken = self.written.replace(" ", "\u00a0")
        named = Message("instruments.code.named", {"code": unbroken, "title": self._text})
        return Message(f"instruments.waste.{self.title_bg_status.value}", {"title": named})

    @property
    def _text(self) -> Message:
        titles = {"bg": self.title_bg or self.title_en, "en": self.title_en}
        return Message("instruments.either", titles)

    @property
    def written(self) -> str:
        """The code as the Decision writes it."""
        return written(self.code)

    def __str__(self) -> str:
        return self.written


@dataclass(frozen=True)
class Waste(Heading):
    """A type of waste: six digits, with an asterisk where it is hazardous."""

    entry: EntryType

    @property
    def is_hazardous(self) -> bool:
        """Whether waste of this code is hazardous."""
        return self.entry.is_hazardous

    @property
    def chapter(self) -> Heading:
        """The chapter it stands in."""
        return headings()[self.code[:2]]

    @property
    def subchapter(self) -> Heading:
        """The sub-chapter it stands in."""
        return headings()[self.code[:4]]

    @property
    def written(self) -> str:
        """The code as the Decision writes it, such as „15 01 10*“."""
        return written(self.code) + ("*" if self.is_hazardous else "")


def chapters() -> tuple[Heading, ...]:
    """Return the 20 chapters.

    Examples
    --------
    >>> chapters()[3].title_en
    'Wastes from the leather, fur and textile industries'
    """
    return tuple(each for code, each in headings().items() if len(code) == 2)


def subchapters(chapter: str = "") -> tuple[Heading, ...]:
    """Return the 111 sub-chapters, or those of one chapter.

    Examples
    --------
    >>> [each.written for each in subchapters("15")]
    ['15 01', '15 02']
    """
    below = (each for code, each in headings().items() if len(code) == 4)
    return tuple(each for each in below if each.code.startswith(chapter))


def wastes(heading: str = "") -> tuple[Waste, ...]:
    """Return the 842 types of waste, or those of one chapter or sub-chapter.

    Examples
    --------
    >>> len(wastes()), len(wastes("04")), len(wastes("0402"))
    (842, 21, 11)
    """
    return tuple(each for each in by_code().values() if each.code.startswith(heading))


def waste(code: str) -> Waste:
    """Return the type of waste of a code, written with or without spaces and asterisk.

    Raises
    ------
    OutOfRange
        The list has no such code.

    Examples
    --------
    >>> waste("15 01 10*").title_en
    'packaging containing residues of or contaminated by hazardous substances'
    >>> str(waste("040222")), waste("040222").is_hazardous
    ('04 02 22', False)
    """
    return entry_of(by_code(), compact(code), "no-such-waste")


def by_code() -> Mapping[str, Waste]:
    """Return every type of waste by its six digits, in the order of the list.

    Examples
    --------
    >>> by_code()["150102"].title_en
    'plastic packaging'
    """
    return _wastes(titles_in_use())


def headings() -> Mapping[str, Heading]:
    """Return every chapter and sub-chapter by its digits.

    Examples
    --------
    >>> headings()["1501"].written
    '15 01'
    """
    return _headings(titles_in_use())


# Those without official titles, and the ones that are official now.
@lru_cache(maxsize=2)
def _wastes(official: OfficialTitles) -> Mapping[str, Waste]:
    return {
        row["code"]: Waste(*_heading(row, official), entry=EntryType(row["entry"]))
        for row in table(TABLE)
        if row["entry"]
    }


@lru_cache(maxsize=2)
def _headings(official: OfficialTitles) -> Mapping[str, Heading]:
    return {
        row["code"]: Heading(*_heading(row, official)) for row in table(TABLE) if not row["entry"]
    }


def _heading(row: Mapping[str, str], official: OfficialTitles) -> tuple[str, str, str, TitleStatus]:
    code, title = row["code"], row["title_bg"]
    if code in official.by_code:
        return code, row["title_en"], official.by_code[code], TitleStatus.OFFICIAL
    return code, row["title_en"], title, TitleStatus(row["title_bg_status"])
