"""Numbers as people type them: decimal comma or point, spaces between thousands, percent.

One separator is always the decimal one (``1,250`` is one and a quarter); where both occur the
last is decimal. A number that can be read in two ways is not guessed.
"""

from __future__ import annotations

import re

SPACES = "\u00a0\u202f\u2009\u2007"
MINUS = "\u2212"

_PLAIN = re.compile(r"[+-]?(\d+[.,]?\d*|[.,]\d+)(e[+-]?\d{1,3})?", re.IGNORECASE | re.ASCII)
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:([ .,])\d{3})(?:\1\d{3})*(?:[.,]\d*)?", re.ASCII)
_LONGEST = 64


class Ambiguous(ValueError):
    """A text that two readers would take for two different numbers."""


def number_from_text(text: str) -> float:
    """Return the number a person wrote.

    Examples
    --------
    >>> [number_from_text(t) for t in ("12,5", "1 234,5", "1.234,5", "1,234.5", "−3")]
    [12.5, 1234.5, 1234.5, 1234.5, -3.0]
    """
    plain = _with_plain_signs(text)
    if len(plain) > _LONGEST:
        raise ValueError("too long")
    if _PLAIN.fullmatch(plain):
        return float(plain.replace(",", "."))
    if not _GROUPED.fullmatch(plain):
        raise ValueError("not a number")
    return float(_without_groups(plain))


def _with_plain_signs(text: str) -> str:
    for space in SPACES:
        text = text.replace(space, " ")
    return text.replace(MINUS, "-").strip()


def _without_groups(text: str) -> str:
    separators = re.sub(r"[\d+-]", "", text)
    grouping, last = separators[0], separators[-1]
    if last == grouping:
        if grouping != " ":
            raise Ambiguous(text)
        return text.replace(" ", "")
    return text.replace(grouping, "").replace(last, ".")
