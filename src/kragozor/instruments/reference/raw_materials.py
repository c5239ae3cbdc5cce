"""Critical and strategic raw materials: Annexes II and I to Regulation (EU) 2024/1252."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kragozor.instruments.reference import table
from kragozor.instruments.reference.entries import Entry, entry_of


@dataclass(frozen=True)
class RawMaterial(Entry):
    """A critical raw material.

    ``strategic_item`` is the strategic raw material that it holds, which can be narrower: of
    lithium only the battery grade is strategic. Empty where there is none.
    """

    strategic_item: str

    @property
    def is_strategic(self) -> bool:
        """Whether it holds a strategic raw material."""
        return bool(self.strategic_item)


def raw_materials() -> tuple[RawMaterial, ...]:
    """Return the 34 critical raw materials.

    Examples
    --------
    >>> len(raw_materials()), len({each.strategic_item for each in raw_materials()} - {""})
    (34, 17)
    """
    return tuple(_by_code().values())


def raw_material(code: str) -> RawMaterial:
    """Return the critical raw material of a code.

    Raises
    ------
    OutOfRange
        It is no critical raw material.

    Examples
    --------
    >>> raw_material("lithium").strategic_item
    'Lithium, battery grade'
    """
    return entry_of(_by_code(), code, "no-such-raw-material")


@cache
def _by_code() -> Mapping[str, RawMaterial]:
    return {
        row["code"]: RawMaterial(row["code"], row["name_bg"], row["name_en"], row["strategic_item"])
        for row in table("critical-raw-materials")
    }
