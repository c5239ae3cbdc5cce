"""An interval as a reader sees it: with the digits that its width supports, and no more."""

from __future__ import annotations

from kragozor.instruments.result import Value
from kragozor.instruments.uncertainty.summary import supported_decimals
from kragozor.reports.amounts import LARGE_MASS, TONNE, Ends, unit_name
from kragozor.words import Message, say
from kragozor.words.numbers import decimal_text, fixed_text

# What is left where two sums cancel is rounding: of no figure is a billionth of its unit told.
ROUNDING = 1e-9
_NO_BREAK = "\u00a0"


def likely_text(value: Value, display: str, unit: str, language: str) -> str:
    """Return between which numbers a value lies with a probability of 90 %.

    Empty where that is not known, or where the value is shown as a word or a list.

    Examples
    --------
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> likely_text(assess(bottle())["mci.mci"], "index", "", "bg")
    'с вероятност 90\xa0%: от 0,410 до 0,427'
    """
    ends = likely_ends(value)
    if ends is None or display in ("class", "list") or ends[0] == ends[1]:
        return ""
    interval = interval_text(*ends, display, unit, language)
    return say(Message("uncertainty.likely", {"interval": interval}), language)


def likely_ends(value: Value) -> Ends:
    """Return between which numbers a value lies with a probability of 90 %, where that is known.

    Examples
    --------
    >>> from kragozor.instruments.uncertainty.summary import summarise
    >>> likely_ends(Value("mci", 2.0, uncertainty=summarise([2.0, 2.0])))
    (2.0, 2.0)
    """
    spread = value.uncertainty
    if spread is None or spread.p05 is None or spread.p95 is None:
        return None
    low, high = (0.0 if abs(end) < ROUNDING else end for end in (spread.p05, spread.p95))
    return low, high


def interval_text(low: float, high: float, display: str, unit: str, language: str) -> str:
    """Return an interval with its unit, a share in percent; one of no width is its number.

    Large masses are in tonnes, as they are everywhere.

    Examples
    --------
    >>> interval_text(0.39859, 0.52153, "index", "", "en")
    '0.40 to 0.52'
    >>> interval_text(0.2043, 0.3561, "share", "", "bg")
    'от 20 до 36\\xa0%'
    >>> interval_text(1_132, 1_591, "number", "kg", "en")
    '1,100 to 1,600\\xa0kg'
    >>> interval_text(11_320, 15_910, "number", "kg", "en")
    '11 to 16\\xa0t'
    """
    shown, factor = unit_name(unit, language) if unit else "", 1.0
    if display == "share":
        shown, factor = "%", 100.0
    elif unit == "kg" and max(abs(low), abs(high)) >= LARGE_MASS:
        shown, factor = "t", 1 / TONNE
    ends = [factor * end for end in (low, high)]
    decimals = supported_decimals(*ends)
    words = [
        decimal_text(end, language) if decimals is None else fixed_text(end, language, decimals)
        for end in ends
    ]
    told = Message("uncertainty.interval", {"low": words[0], "high": words[1]})
    text = say(told, language) if low < high else words[0]
    return f"{text}{_NO_BREAK}{shown}" if shown else text
