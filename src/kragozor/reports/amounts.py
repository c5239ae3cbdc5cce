"""Amounts as a reader sees them: shares in percent, indices to two decimals, units that fit.

A number of which it is known between which ends it lies is shown with no digit that these do not
support (:func:`kragozor.instruments.uncertainty.summary.supported_decimals`), and never with more
than it has without them; only so that it is not taken for nothing or for all does it keep more.
"""

from __future__ import annotations

import math
from decimal import Decimal
from typing import TypeAlias

from kragozor.instruments.indicators.entries import Input, ValueEntry
from kragozor.instruments.indicators.shown import band
from kragozor.instruments.uncertainty.summary import supported_decimals
from kragozor.words import entry, has_entry, say
from kragozor.words.numbers import (
    DASH,
    LONGEST,
    decimal_text,
    fixed_text,
    share_text,
    ungrouped_text,
)

TONNE = 1000.0
LARGE_MASS = 10_000.0
MJ_PER_KWH = 3.6
MOST_DECIMALS = 6
_NO_BREAK = "\u00a0"

# Between which numbers a value lies, in the unit of the value; None where that is not known.
Ends: TypeAlias = tuple[float, float] | None


def figure_text(
    value: float | None, display: str, unit: str, language: str, *, ends: Ends = None
) -> str:
    """Return a figure of a framework as its catalogue entry says to display it.

    Examples
    --------
    >>> figure_text(0.5249, "share", "", "bg"), figure_text(0.5249, "index", "", "bg")
    ('52,5\\xa0%', '0,52')
    >>> figure_text(31_250.0, "number", "kg", "en")
    '31.25\\xa0t'
    >>> figure_text(20.84, "number", "kg", "bg", ends=(18.6, 23.1))
    '21\\xa0kg'
    """
    if value is None or not math.isfinite(value):
        return DASH
    if display == "share":
        return percent_text(value, language, ends=ends)
    if display == "index":
        return index_text(value, language, ends=ends)
    return amount_text(value, unit, language, ends=ends)


def value_text(entry: ValueEntry, value: float | None, language: str, *, ends: Ends = None) -> str:
    """Return a value as its entry says to display it: the name of its class where it has one.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> value_text(indicator("packaging-grade").values["grade"], 0.6, "en")
    'not recyclable'
    """
    if entry.bands and value is not None:
        return say(band(entry, value).label, language)
    return figure_text(value, entry.display, entry.unit, language, ends=ends)


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
    >>> worked_text(31_250.0, "number", "kg", "en")
    '31,250\\xa0kg'
    """
    if display in ("index", "number") and value is not None:
        return exact_text(value, unit, language)
    return figure_text(value, display, unit, language)


def percent_text(value: float, language: str, *, ends: Ends = None) -> str:
    """Return a share in percent; what is not nothing or all never rounds to 0 % or 100 %.

    Examples
    --------
    >>> percent_text(0.385, "bg"), percent_text(0.00004, "en"), percent_text(1.0, "en")
    ('38,5\\xa0%', '0.004\\xa0%', '100\\xa0%')
    >>> percent_text(0.5149, "en", ends=(0.46, 0.56)), percent_text(0.997, "bg", ends=(0.94, 1.0))
    ('51\\xa0%', '99,7\\xa0%')
    """
    usual = _decimals(100 * value, 1, whole=100)
    few = _supported(100 * value, usual, ends, 100, whole=100)
    if few is None:
        return share_text(value, language, digits=usual)
    return f"{fixed_text(100 * value, language, few)}{_NO_BREAK}%"


def index_text(value: float, language: str, *, ends: Ends = None) -> str:
    """Return an index from 0 to 1 with two decimals, more where two would round to 0 or 1.

    Examples
    --------
    >>> index_text(0.5, "bg"), index_text(0.9999, "en"), index_text(0.44, "en", ends=(0.1, 0.8))
    ('0,50', '0.9999', '0.4')
    """
    usual = _decimals(value, 2, whole=1)
    few = _supported(value, usual, ends, 1, whole=1)
    return fixed_text(value, language, usual if few is None else few)


def amount_text(
    value: float, unit: str, language: str, *, significant: int = 4, ends: Ends = None
) -> str:
    """Return a number with its unit: large masses in tonnes, energy also in kWh.

    Examples
    --------
    >>> amount_text(18.0, "kg", "bg"), amount_text(7200, "MJ", "en")
    ('18\\xa0kg', '7,200\\xa0MJ (2,000\\xa0kWh)')
    >>> amount_text(13_483, "kg", "en", ends=(11_320, 15_910))
    '13\\xa0t'
    """

    def scaled(factor: float) -> str:
        number = factor * value
        usual = _significant_decimals(number, significant)
        few = _supported(number, usual, ends, factor)
        if few is None:
            return decimal_text(number, language, digits=usual)
        return fixed_text(number, language, few)

    if unit == "kg" and abs(value) >= LARGE_MASS:
        return f"{scaled(1 / TONNE)}{_NO_BREAK}t"
    if unit == "MJ":
        return f"{scaled(1)}{_NO_BREAK}MJ ({scaled(1 / MJ_PER_KWH)}{_NO_BREAK}kWh)"
    return f"{scaled(1)}{_NO_BREAK}{unit_name(unit, language)}" if unit else scaled(1)


def exact_text(value: float, unit: str, language: str) -> str:
    """Return a number as formulas have it: with five digits, in the unit that it is declared in.

    Examples
    --------
    >>> exact_text(31_250.0, "kg", "en"), exact_text(0.8667, "", "bg")
    ('31,250\\xa0kg', '0,8667')
    >>> exact_text(2025, "year", "en")
    '2025'
    """
    if unit == "year":
        return ungrouped_text(value, language)
    number = decimal_text(value, language)
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


def gain_text(
    value: float, display: str, language: str, unit: str = "", *, ends: Ends = None
) -> str:
    """Return a difference with its sign, in percentage points where the figure is a share.

    Examples
    --------
    >>> gain_text(0.1, "index", "bg"), gain_text(-0.034, "share", "en")
    ('+\\xa00,10', '−\\xa03.4\\xa0pp')
    >>> gain_text(-50, "number", "bg", "kg"), gain_text(1328.125, "number", "en", "EUR")
    ('−\\xa050\\xa0kg', '+\\xa01,328\\xa0€')
    >>> gain_text(0.1234, "share", "en", ends=(0.09, 0.16))
    '+\\xa012\\xa0pp'
    """
    sign, size = "−" if value < 0 else "+", abs(value)
    if display == "number":
        return f"{sign}{_NO_BREAK}{amount_text(size, unit, language, significant=3, ends=ends)}"
    if display == "share":
        points = 100 * size
        usual = _decimals(points, 1)
        few = _supported(points, usual, ends, 100)
        told = (
            decimal_text(points, language, digits=usual)
            if few is None
            else fixed_text(points, language, few)
        )
        return f"{sign}{_NO_BREAK}{told}{_NO_BREAK}{unit_name('points', language)}"
    usual = _decimals(size, 2)
    few = _supported(size, usual, ends, 1)
    return f"{sign}{_NO_BREAK}{fixed_text(size, language, usual if few is None else few)}"


def _significant_decimals(value: float, significant: int) -> int:
    if value == 0:
        return 0
    return min(12, max(0, significant - 1 - math.floor(math.log10(abs(value)))))


def _supported(
    number: float, usual: int, ends: Ends, factor: float, *, whole: float | None = None
) -> int | None:
    """Return the decimals that the ends times a factor support; None where these limit nothing."""
    decimals = supported_decimals(factor * ends[0], factor * ends[1]) if ends else None
    if decimals is None or decimals >= usual:
        return None
    return min(usual, _decimals(number, decimals, whole))


def _decimals(value: float, least: int, whole: float | None = None) -> int:
    """Return how many decimals keep a value apart from 0 and from the whole."""
    exact = (0.0,) if whole is None else (0.0, whole)
    if value in exact or abs(value) >= LONGEST:
        return least
    shown = Decimal(str(value))
    enough = (d for d in range(least, MOST_DECIMALS) if round(shown, d) not in exact)
    return next(enough, MOST_DECIMALS)
