"""Somebody's address, name and telephone inside free text: how they are found, and taken out.

An address is found wherever it stands. A name counts only where it has two words or more, since
"Ива" is half of Bulgaria; a telephone is found however its digits are grouped, with the code of
the country or without. Capitals never matter, and neither does the ``\\u0418`` by which SQLite
keeps a letter of JSON.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q, TextField
from django.db.models.functions import Cast
from django.db.models.lookups import IRegex

if TYPE_CHECKING:
    from kragozor.hub.common.personal import Subject

# What stands where somebody stood: no word, since the text around it may be in any language.
GAP = "[…]"
# The digits of a telephone by which it is known, without the code of the country.
NATIONAL_DIGITS = 9
SHORTEST_TELEPHONE = 6
BETWEEN_DIGITS = r"[\s./()-]*"
# Between two words of a name; in JSON the end of a line is two letters.
BETWEEN_WORDS = r"(\s|\u00a0|\\[nrt]|\\u00a0)+"
# What may not touch an address, else it is part of another one.
BEFORE_ADDRESS = r"(?<![\w.+%-])"
AFTER_ADDRESS = r"(?![\w-]|\.\w)"
ADDRESS = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
NOTHING = Q(pk__in=[])


def mentioning(fields: Iterable[str], subject: Subject) -> Q:
    """Return the condition that one of some columns, text or JSON, mentions somebody."""
    patterns = [*map(_as_stored, _phrases(subject)), *map(_digits, _telephones(subject))]
    if not patterns:
        return NOTHING
    pattern = "|".join(patterns)
    condition = NOTHING
    for field in fields:
        condition |= Q(IRegex(Cast(F(field), TextField()), pattern))
    return condition


def without(value: Any, subject: Subject) -> Any:
    """Return text or JSON with a gap in each place that mentions somebody."""
    pattern = _pattern(subject)
    return value if pattern is None else _without(value, pattern)


def addresses_in(value: Any) -> set[str]:
    """Return the addresses that text or JSON mentions, in small letters."""
    if isinstance(value, str):
        return {address.lower() for address in ADDRESS.findall(value)}
    if isinstance(value, dict):
        return addresses_in([*value.keys(), *value.values()])
    return set().union(*map(addresses_in, value)) if isinstance(value, list) else set()


def is_name(text: str) -> bool:
    """Whether a name says enough to be looked for in text."""
    return len(text.split()) > 1


def is_telephone(text: str) -> bool:
    """Whether a telephone says enough to be looked for in text."""
    return len(_national(text)) >= SHORTEST_TELEPHONE


def _national(telephone: str) -> str:
    """Return the digits of a telephone without the code of the country."""
    return re.sub(r"\D", "", telephone)[-NATIONAL_DIGITS:].lstrip("0")


def _without(value: Any, pattern: re.Pattern[str]) -> Any:
    if isinstance(value, str):
        return pattern.sub(GAP, value)
    if isinstance(value, list):
        return [_without(item, pattern) for item in value]
    if isinstance(value, dict):
        return {pattern.sub(GAP, key): _without(item, pattern) for key, item in value.items()}
    return value


def _pattern(subject: Subject) -> re.Pattern[str] | None:
    words = [_whole(phrase) for phrase in _phrases(subject)]
    numbers = [
        rf"(?<!\d)(?:(?:\+|00)?359|0)?{BETWEEN_DIGITS}{_digits(digits)}(?!\d)"
        for digits in _telephones(subject)
    ]
    return re.compile("|".join([*words, *numbers]), re.IGNORECASE) if words or numbers else None


def _phrases(subject: Subject) -> Iterator[str]:
    """Yield what somebody is called by; the longest first, so that no rest is left of it."""
    names = set(filter(is_name, subject.names))
    yield from sorted({*subject.emails, *names} - {""}, key=lambda text: (-len(text), text))


def _telephones(subject: Subject) -> Iterator[str]:
    for telephone in sorted(subject.phones):
        if is_telephone(telephone):
            yield _national(telephone)


def _digits(digits: str) -> str:
    return BETWEEN_DIGITS.join(digits)


def _whole(phrase: str) -> str:
    """Return what finds a name or an address, and not a longer one that holds it."""
    words = r"\s+".join(map(re.escape, phrase.split()))
    if "@" in phrase:
        return f"{BEFORE_ADDRESS}{words}{AFTER_ADDRESS}"
    return rf"(?<!\w){words}(?!\w)"


def _as_stored(phrase: str) -> str:
    """Return what finds a phrase in text and in JSON, on each database."""
    return BETWEEN_WORDS.join("".join(map(_letter, word)) for word in phrase.split())


def _letter(letter: str) -> str:
    if letter in '"\\':
        return rf"\\?{re.escape(letter)}"
    if letter.isascii():
        return re.escape(letter)
    forms = {letter, letter.lower(), letter.upper()}
    escapes = {rf"\\u{ord(form):04x}" for form in forms if len(form) == 1}
    return f"({'|'.join(sorted(forms | escapes))})"
