"""An interval as a reader sees it: with the digits that its width supports, and no more."""

from __future__ import annotations

from kragozor.instruments.uncertainty.summary import supported_decimals
from kragozor.reports.amounts import unit_name
from kragozor.words import Message, say
from kragozor.words.numbers import decimal_text, fixed_text

_NO_BREAK = "\u00a0"


def interval_text(low: float, high: float, display: str, unit: str, language: str) -> str:
    """Return an interval with its unit, a share in percent; one of no width is its number.

    Examples
    --------
    >>> interval_text(0.39859, 0.52153, "index", "", "en")
    '0.40 to 0.52'
    >>> interval_text(0.2043, 0.3561, "share", "", "bg")
    'от 20 до 36\\xa0%'
    >>> interval_text(11_320, 15_910, "number", "kg", "en")
    '11,000 to 16,000\\xa0kg'
    """
    shown = "%" if display == "share" else unit_name(unit, language) if unit else ""
    ends = [100 * end if display == "share" else end for end in (low, high)]
    decimals = supported_decimals(*ends)
    words = [_rounded(end, decimals, language) for end in ends]
    told = Message("uncertainty.interval", {"low": words[0], "high": words[1]})
    text = say(told, language) if low < high else words[0]
    return f"{text}{_NO_BREAK}{shown}" if shown else text


def _rounded(number: float, decimals: int | None, language: str) -> str:
    if decimals is None:
        return decimal_text(number, language)
    return fixed_text(round(number, decimals) + 0.0, language, max(0, decimals))
