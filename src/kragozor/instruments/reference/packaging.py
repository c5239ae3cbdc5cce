"""Packaging materials by the numbers and abbreviations that mark them, of Decision 97/129/EC."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kragozor.instruments.reference import table
from kragozor.instruments.reference.entries import Entry, entry_of
from kragozor.instruments.reference.waste import Waste, waste


class PackagingFamily(StrEnum):
    """The material, one for each annex of the Decision."""

    PLASTICS = "plastics"
    PAPER = "paper"
    METALS = "metals"
    WOOD = "wood"
    TEXTILES = "textiles"
    GLASS = "glass"
    COMPOSITES = "composites"


@dataclass(frozen=True)
class PackagingMaterial(Entry):
    """A packaging material; its code is its number.

    Of composites the abbreviation is „C/“, and the predominant material is put after it.
    """

    abbreviation: str
    family: PackagingFamily
    waste_code: str

    @property
    def waste(self) -> Waste:
        """The type of waste that packaging of this material becomes, when it is not hazardous."""
        return waste(self.waste_code)


def packaging_materials(family: PackagingFamily | None = None) -> tuple[PackagingMaterial, ...]:
    """Return the 32 packaging materials, or those of one family.

    Examples
    --------
    >>> [each.code for each in packaging_materials(PackagingFamily.GLASS)]
    ['70', '71', '72']
    """
    return tuple(each for each in _by_code().values() if family in (None, each.family))


def packaging_material(code: str) -> PackagingMaterial:
    """Return the packaging material of a number.

    Raises
    ------
    OutOfRange
        No packaging material has this number.

    Examples
    --------
    >>> carton = packaging_material("84")
    >>> carton.name_en, str(carton.waste)
    ('Paper and fibreboard/plastic/aluminium', '15 01 05')
    """
    return entry_of(_by_code(), code, "no-such-packaging")


@cache
def _by_code() -> Mapping[str, PackagingMaterial]:
    return {
        row["code"]: PackagingMaterial(
            row["code"],
            row["name_bg"],
            row["name_en"],
            row["abbreviation"],
            PackagingFamily(row["material"]),
            row["waste"],
        )
        for row in table("packaging-codes")
    }
