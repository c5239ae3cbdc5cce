"""The 28 districts and 6 regions of Bulgaria by their codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kragozor.instruments.reference import table
from kragozor.instruments.reference.entries import Named, entry_of


class Place(Named):
    """A part of the country, which says its Bulgarian name."""

    def __str__(self) -> str:
        return self.name_bg


@dataclass(frozen=True)
class Region(Place):
    """A region of level NUTS 2."""

    code: str
    name_bg: str
    name_en: str


@dataclass(frozen=True)
class District(Place):
    """A district (област), level NUTS 3, with the code of its region."""

    code: str
    iso: str
    region: str
    name_bg: str
    name_en: str


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
    return entry_of(_regions_by_code(), code, "no-such-region")


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
    return entry_of(_districts_by_code(), code, "no-such-district")


@cache
def _regions_by_code() -> Mapping[str, Region]:
    return {each.code: each for each in regions()}


@cache
def _districts_by_code() -> Mapping[str, District]:
    return {each.code: each for each in districts()}
