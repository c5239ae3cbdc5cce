"""Amounts as a reader sees them: shares in percent, indices to two decimals, units that fit."""

from __future__ import annotations

import math
from decimal import Decimal

from kragozor.instruments.indicators.catalogue import Input, ValueEntry
from kragozor.instruments.indicators.shown import band
from kragozor.words import entry, has_entry, say
from kragozor.words.numbers import DASH, LONGEST, decimal_text, fixed_text, share_text

TONNE = 1000.0
LARGE_MASS = 10_000.0
MJ_PER_KWH = 3.6
MOST_DECIMALS = 6
_NO_BREAK = "\u00a0"


def figure_text(value: float | None, display: str, unit: str, language: str) -> str:
    """Return a figure of a framework as its catalogue entry says to display it.

    Examples
    --------
    >>> figure_text(0.5249, "share", "", "bg"), figure_text(0.5249, "index", "", "bg")
    ('52,5\\xa0%', '0,52')
    >>> figure_text(31_250.0, "number", "kg", "en")
    '31.25\\xa0t'
    """
    if value is None or not math.isfinite(value):
        return DASH
    if display == "share":
        return percent_text(value, language)
    if display == "index":
        return index_text(value, language)
    return amount_text(value, unit, language)


def value_text(entry: ValueEntry, value: float | None, language: str) -> str:
    """Return a value as its entry says to display it: the name of its class where it has one.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> value_text(indicator("packaging-grade").values["grade"], 0.6, "en")
    'not recyclable'
    """
    if entry.bands and value is not None:
        return say(band(entry, value).label, language)
    return figure_text(value, entry.display, entry.unit, language)


def class_text(entry: ValueEntry, name: str, language: str) -> str:
    """Return what a class is called.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> class_text(indicator("packaging-grade").values["grade"], "not recyclable", "bg")
    'нерециклируема'
    """
    return next(say(band.label, language) for band in entry.bands if band.name == name)


def choice_text(asked: Input, name: str, language: str) -> str:
    """Return what a choice is called; by its name where nothing else is said of it.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> choice_text(indicator("packaging-content").inputs["type"], "beverage-bottle", "en")
    'single-use plastic beverage bottle'
    """
    return entry(f"choices.{asked.words}.{name}", language) if asked.words else name


def worked_text(value: float | None, display: str, unit: str, language: str) -> str:
    """Return a figure as the end of its working: an index with the digits of what made it.

    Examples
    --------
    >>> worked_text(0.438634, "index", "", "bg"), worked_text(0.217, "share", "", "en")
    ('0,43863', '21.7\\xa0%')
    """
    if display == "index" and value is not None:
        return decimal_text(value, language)
    return figure_text(value, display, unit, language)


def percent_text(value: float, language: str) -> str:
    """Return a share in percent; what is not nothing or all never rounds to 0 % or 100 %.

    Examples
    --------
    >>> percent_text(0.385, "bg"), percent_text(0.00004, "en"), percent_text(1.0, "en")
    ('38,5\\xa0%', '0.004\\xa0%', '100\\xa0%')
    """
    return share_text(value, language, digits=_decimals(100 * value, 1, whole=100))


def index_text(value: float, language: str) -> str:
    """Return an index from 0 to 1 with two decimals, more where two would round to 0 or 1.

    Examples
    --------
    >>> index_text(0.5, "bg"), index_text(0.9999, "en")
    ('0,50', '0.9999')
    """
    return fixed_text(value, language, _decimals(value, 2, whole=1))


def amount_text(value: float, unit: str, language: str, *, significant: int = 4) -> str:
    """Return a number with its unit: large masses in tonnes, energy also in kWh.

    Examples
    --------
    >>> amount_text(18.0, "kg", "bg"), amount_text(7200, "MJ", "en")
    ('18\\xa0kg', '7,200\\xa0MJ (2,000\\xa0kWh)')
    """
    if unit == "kg" and abs(value) >= LARGE_MASS:
        return f"{_significant(value / TONNE, language, significant)}{_NO_BREAK}t"
    number = _significant(value, language, significant)
    if unit == "MJ":
        kilowatt_hours = _significant(value / MJ_PER_KWH, language, significant)
        return f"{number}{_NO_BREAK}MJ ({kilowatt_hours}{_NO_BREAK}kWh)"
    return f"{number}{_NO_BREAK}{unit_name(unit, language)}" if unit else number


def unit_name(unit: str, language: str) -> str:
    """Return a unit as it is written on screen.

    Examples
    --------
    >>> unit_name("a", "bg"), unit_name("EUR/kg", "en"), unit_name("m³", "bg")
    ('г.', '€/kg', 'm³')
    """
    key = f"reports.units.{unit}"
    return entry(key, language) if has_entry(key) else unit.replace("eq", _equivalent(language))


def _equivalent(language: str) -> str:
    return entry("reports.equivalent", language)


def gain_text(value: float, display: str, language: str, unit: str = "") -> str:
    """Return a difference with its sign, in percentage points where the figure is a share.

    Examples
    --------
    >>> gain_text(0.1, "index", "bg"), gain_text(-0.034, "share", "en")
    ('+\\xa00,10', '−\\xa03.4\\xa0pp')
    >>> gain_text(-50, "number", "bg", "kg"), gain_text(1328.125, "number", "en", "EUR")
    ('−\\xa050\\xa0kg', '+\\xa01,328\\xa0€')
    """
    sign = "−" if value < 0 else "+"
    if display == "number":
        return f"{sign}{_NO_BREAK}{amount_text(abs(value), unit, language, significant=3)}"
    if display == "share":
        size = decimal_text(100 * abs(value), language, digits=_decimals(100 * abs(value), 1))
        return f"{sign}{_NO_BREAK}{size}{_NO_BREAK}{unit_name('points', language)}"
    return f"{sign}{_NO_BREAK}{fixed_text(abs(value), language, _decimals(abs(value), 2))}"


def _significant(value: float, language: str, significant: int) -> str:
    if value == 0:
        return decimal_text(0, language)
    decimals = min(12, max(0, significant - 1 - math.floor(math.log10(abs(value)))))
    return decimal_text(value, language, digits=decimals)


def _decimals(value: float, least: int, whole: float | None = None) -> int:
    """Return how many decimals keep a value apart from 0 and from the whole."""
    exact = (0.0,) if whole is None else (0.0, whole)
    if value in exact or abs(value) >= LONGEST:
        return least
    shown = Decimal(str(value))
    enough = (d for d in range(least, MOST_DECIMALS) if round(shown, d) not in exact)
    return next(enough, MOST_DECIMALS)
