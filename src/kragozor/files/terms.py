"""The names of a field that names a table of them: kept as a code, shown in the reader's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.reference import fibres
from kragozor.words import say


@dataclass(frozen=True)
class Terms:
    """A table of names: what each code is called, and the code that a name means."""

    named: Callable[[str], Mapping[str, str]]
    meant: Callable[[str], str]
    nearest: Callable[[str], str | None]


def _fibres(language: str) -> Mapping[str, str]:
    return {each.code: say(each.name, language) for each in fibres.fibres()}


# By the name that fields.toml has for a table.
TERMS: Mapping[str, Terms] = {
    "fibres": Terms(_fibres, lambda text: fibres.fibre_meant(text).code, fibres.nearest_name)
}


def term_words(table: str, language: str) -> Mapping[str, str]:
    """Return what each code of a table is called.

    Examples
    --------
    >>> term_words("fibres", "bg")["5"]
    'памук'
    """
    return TERMS[table].named(language)


def term_code(table: str, text: str) -> str | None:
    """Return the code that a name, in either language, or the code itself means; None if none.

    Examples
    --------
    >>> term_code("fibres", "Cotton"), term_code("fibres", "5"), term_code("fibres", "cotten")
    ('5', '5', None)
    """
    try:
        return TERMS[table].meant(text)
    except InstrumentError:
        return None
