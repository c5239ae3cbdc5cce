"""How the codes of the List of Waste are written, and which one a wrong code may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

CLOSE_ENOUGH = 0.8
CANDIDATES = 10

_LEFT_OUT = re.compile(r"[\s*.\-]")


def compact(text: str) -> str:
    """Return a code without spaces, dots and asterisk.

    Examples
    --------
    >>> compact("15 01 10*")
    '150110'
    """
    return _LEFT_OUT.sub("", text)


def written(code: str) -> str:
    """Return a code as the Decision writes it, in pairs of digits.

    Examples
    --------
    >>> written("150110"), written("0402")
    ('15 01 10', '04 02')
    """
    return " ".join(re.findall("..", code))


def nearest(code: str, known: Iterable[str]) -> str | None:
    """Return the known code that a wrong one may stand for; None where none is near.

    It is the next one in the same sub-chapter, since a wrong last digit is the usual slip;
    elsewhere the one with the most digits in common in their order, or with two that changed
    places.

    Examples
    --------
    >>> codes = ("040221", "040222", "150102", "150110", "200101")
    >>> nearest("150108", codes), nearest("510102", codes), nearest("999999", codes)
    ('150110', '150102', None)
    """
    codes = sorted(known)
    beside = [each for each in codes if each[:4] == code[:4]]
    if beside and re.fullmatch("[0-9]{6}", code):
        return min(beside, key=lambda each: abs(int(each) - int(code)))
    close = get_close_matches(code, codes, n=CANDIDATES, cutoff=CLOSE_ENOUGH)
    return max(close, key=lambda each: sorted(each) == sorted(code), default=None)
