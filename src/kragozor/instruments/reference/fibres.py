"""Textile fibres by the names of Annex I to Regulation (EU) No 1007/2011."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache

from kragozor.instruments.errors import OutOfRange
from kragozor.instruments.reference import table
from kragozor.instruments.reference.entries import Entry, entry_of
from kragozor.words import Message


class FibreGroup(StrEnum):
    """What a fibre comes from."""

    ANIMAL = "animal"
    VEGETABLE = "vegetable"
    REGENERATED = "regenerated"
    SYNTHETIC = "synthetic"
    INORGANIC = "inorganic"
    OTHER = "other"

    @property
    def is_natural(self) -> bool:
        """Whether the fibre grows as one; all others are made into one by man."""
        return self in (FibreGroup.ANIMAL, FibreGroup.VEGETABLE)


@dataclass(frozen=True)
class Fibre(Entry):
    """A fibre; its code is its number in the Annex."""

    group: FibreGroup


def fibres(group: FibreGroup | None = None) -> tuple[Fibre, ...]:
    """Return the 50 fibres of the Annex, or those of one group.

    Examples
    --------
    >>> [each.name_en for each in fibres(FibreGroup.REGENERATED)][:3]
    ['acetate', 'alginate', 'cupro']
    """
    return tuple(each for each in _by_code().values() if group in (None, each.group))


def fibre(code: str) -> Fibre:
    """Return the fibre of a number in the Annex.

    Raises
    ------
    OutOfRange
        The Annex has no such number.

    Examples
    --------
    >>> fibre("5").name_en, fibre("5").group.is_natural
    ('cotton', True)
    """
    return entry_of(_by_code(), code, "no-such-fibre")


def fibre_named(text: str) -> Fibre | None:
    """Return the fibre that a name means, in either language and any letter case; None if none.

    Where the Annex gives several names at one number, each of them is known.

    Examples
    --------
    >>> [str(fibre_named(text)) for text in ("Памук", "ALPACA", "nylon", "linen", "сукно")]
    ['5', '2', '30', '7', 'None']
    """
    return _by_name().get(_key(text))


def fibre_meant(text: str) -> Fibre:
    """Return the fibre that a name or a number means, in either language.

    Raises
    ------
    OutOfRange
        Nothing is called so; the nearest name is told.

    Examples
    --------
    >>> str(fibre_meant("cotton")), str(fibre_meant("5"))
    ('5', '5')
    >>> fibre_meant("cotten")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    kragozor.instruments.errors.OutOfRange: ... “cotten”; the nearest is cotton.
    """
    found = fibre_named(text) or _by_code().get(text.strip())
    if found is None:
        near = nearest_name(text)
        key = "no-fibre-called-near" if near else "no-fibre-called"
        raise OutOfRange(Message(f"instruments.{key}", {"text": text, "near": near}))
    return found


def nearest_name(text: str) -> str | None:
    """Return the name that is written most like a text; None where none is.

    Examples
    --------
    >>> nearest_name("памок"), nearest_name("xyz")
    ('памук', None)
    """
    return next(iter(get_close_matches(_key(text), _by_name(), n=1)), None)


@cache
def _by_code() -> Mapping[str, Fibre]:
    return {
        row["code"]: Fibre(row["code"], row["name_bg"], row["name_en"], FibreGroup(row["group"]))
        for row in table("fibres")
    }


@cache
def _by_name() -> Mapping[str, Fibre]:
    return {
        _key(name): each
        for row, each in zip(table("fibres"), fibres(), strict=True)
        for name in (each.name_bg, each.name_en, *row["also"].split(";"))
        if name
    }


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
