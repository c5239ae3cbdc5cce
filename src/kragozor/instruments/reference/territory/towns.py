"""The towns of Bulgaria, and the district that each is in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kragozor.instruments.reference import table
from kragozor.instruments.reference.territory.names import place_key
from kragozor.instruments.reference.territory.places import District, Place, district

KIND_OF_TOWN = {"gr", "grad", "town", "city"}


@dataclass(frozen=True)
class Town(Place):
    """A town in law, with the code of its district; two towns are called „Бяла“."""

    name_bg: str
    name_en: str
    district: str


@cache
def towns(district: str | None = None) -> tuple[Town, ...]:
    """Return the 257 towns by district, or those of one district.

    Examples
    --------
    >>> [str(town) for town in towns("BG322")]
    ['Габрово', 'Дряново', 'Плачковци', 'Севлиево', 'Трявна']
    """
    fields = ("name_bg", "name_en", "district")
    everywhere = (Town(*(row[name] for name in fields)) for row in table("towns"))
    return tuple(town for town in everywhere if district in (None, town.district))


def district_of_town(name: str) -> District | None:
    """Return the district of a town; None where no town is called so, or towns of two districts.

    Examples
    --------
    >>> [str(district_of_town(name)) for name in ("гр. Казанлък", "SOFIA", "Бяла")]
    ['Стара Загора', 'София (столица)', 'None']
    """
    found = _districts_of().get(town_key(name), ())
    return district(found[0]) if len(found) == 1 else None


def town_key(name: str) -> str:
    """Return the name of a town as towns are compared, without the word for "town".

    Examples
    --------
    >>> town_key("гр. Стара Загора"), town_key("Градец")
    ('stara zagora', 'gradets')
    """
    key = place_key(name)
    kind, _, rest = key.partition(" ")
    return rest if kind in KIND_OF_TOWN else key


@cache
def _districts_of() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for town in towns():
        found[place_key(town.name_bg)].append(town.district)
    return {key: tuple(codes) for key, codes in found.items()}
