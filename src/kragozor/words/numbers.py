"""Numbers, shares, units and dates as Bulgarian and English readers write them.

Django's own Bulgarian formats are wrong ("1234567,89"), so every number that a person
reads goes through Babel, on a page, in a workbook, in a PDF and on a terminal alike.
Babel is loaded on first use: a command that prints JSON never pays for it.
"""

from __future__ import annotations

import datetime as dt
import decimal
import math

DASH, MINUS = "—", "−"

# A longer number cannot be read, nor does Babel's arithmetic hold its digits.
LONGEST = 1e15

# A smaller one has no digit among the decimals that are written.
SHORTEST = 1e-9


def decimal_text(value: float | None, language: str, *, digits: int | None = None) -> str:
    """Return a number with at most ``digits`` decimals; five significant digits when not told.

    Examples
    --------
    >>> decimal_text(1234567.891, "bg", digits=2)
    '1\\xa0234\\xa0567,89'
    >>> decimal_text(0.0123456, "en")
    '0.012346'
    >>> decimal_text(7.1362e44, "bg")
    '7,1362E44'
    >>> decimal_text(None, "bg")
    '—'
    """
    if value is None or not math.isfinite(value):
        return DASH
    if abs(value) >= LONGEST:
        return _scientific(value, language)
    decimals = _significant_decimals(value) if digits is None else digits
    pattern = "#,##0" if decimals == 0 else "#,##0." + "#" * decimals
    return _written(value, pattern, language)


def fixed_text(value: float | None, language: str, digits: int) -> str:
    """Return a number with exactly ``digits`` decimals; rounded to tens where that is -1.

    Examples
    --------
    >>> fixed_text(0.5, "bg", 2), fixed_text(1_132.0, "en", -2)
    ('0,50', '1,100')
    """
    if value is None or not math.isfinite(value) or abs(value) >= LONGEST:
        return decimal_text(value, language)
    if digits < 0:
        value = round(value, digits)
    pattern = "#,##0" if digits <= 0 else "#,##0." + "0" * digits
    return _written(value, pattern, language)


def ungrouped_text(value: float | None, language: str) -> str:
    """Return a number with its digits in one row, as a year has them, or a factor of a formula.

    Examples
    --------
    >>> ungrouped_text(2022.0, "bg"), ungrouped_text(0.125, "bg")
    ('2022', '0,125')
    """
    if value is None or not math.isfinite(value) or abs(value) >= LONGEST:
        return decimal_text(value, language)
    return _written(value, "0.############", language)


def exact_text(value: float | None, language: str) -> str:
    """Return a number with twelve significant digits, where five would hide what is told of it.

    A refusal says of 1.0000001 that it is more than 1, and of the smallest number below 0 that
    it is one.

    Examples
    --------
    >>> exact_text(1.0000001, "bg"), exact_text(-2e-17, "en")
    ('1,0000001', '−2E−17')
    """
    if value and abs(value) < SHORTEST:
        return _scientific(value, language)
    decimals = _significant_decimals(value, 12) if value and math.isfinite(value) else 0
    return decimal_text(value, language, digits=decimals)


def share_text(value: float | None, language: str, *, digits: int = 1) -> str:
    """Return a fraction as a percentage.

    Examples
    --------
    >>> share_text(0.385, "bg"), share_text(0.2125, "bg")
    ('38,5\\xa0%', '21,3\\xa0%')
    """
    if value is None or not math.isfinite(value):
        return DASH
    return f"{decimal_text(100 * value, language, digits=digits)}\u00a0%"


def unit_text(value: float | None, unit: str, language: str, *, digits: int | None = None) -> str:
    """Return a number with its unit after a no-break space.

    Examples
    --------
    >>> unit_text(1234.5, "kg", "bg")
    '1\\xa0234,5\\xa0kg'
    """
    number = decimal_text(value, language, digits=digits)
    return number if number == DASH or not unit else f"{number}\u00a0{unit}"


def money_text(value: float | None, language: str, currency: str = "EUR") -> str:
    """Return an amount of money in the reader's form.

    Examples
    --------
    >>> money_text(1234.5, "bg")
    '1\\xa0234,50\\xa0€'
    """
    number = fixed_text(value, language, 2)
    if number == DASH:
        return DASH
    sign = "€" if currency == "EUR" else currency
    if language == "bg":
        return f"{number}\u00a0{sign}"
    minus = MINUS if number.startswith(MINUS) else ""
    return f"{minus}{sign}{number.removeprefix(MINUS)}"


def date_text(day: dt.date | None, language: str) -> str:
    """Return a date in long form, which no line breaks between the day and the month.

    Examples
    --------
    >>> date_text(dt.date(2026, 11, 24), "bg")
    '24\\xa0ноември 2026\\xa0г.'
    >>> date_text(dt.date(2026, 11, 24), "en")
    '24\\xa0November 2026'
    """
    from babel.dates import format_date

    if day is None:
        return DASH
    written = str(format_date(day, "d\u00a0MMMM y", locale=language))
    return f"{written}\u00a0г." if language == "bg" else written


def period_text(start: dt.date, end: dt.date, language: str) -> str:
    """Return a period: a whole calendar year by its number, any other by its two dates.

    Examples
    --------
    >>> period_text(dt.date(2025, 1, 1), dt.date(2025, 12, 31), "bg")
    '2025\\xa0г.'
    """
    if (start, end) == (dt.date(start.year, 1, 1), dt.date(start.year, 12, 31)):
        return f"{start.year}\u00a0г." if language == "bg" else str(start.year)
    return f"{date_text(start, language)} – {date_text(end, language)}"


def _signed(text: str) -> str:
    """Return a number with a true minus, and what is rounded to zero with none."""
    is_zero = not any(character in "123456789" for character in text)
    return text.replace("-", "" if is_zero else MINUS)


def _written(value: float, pattern: str, language: str) -> str:
    """Return a number by a pattern of Babel, rounded half up, as spreadsheets and people do."""
    from babel.numbers import format_decimal

    with decimal.localcontext(rounding=decimal.ROUND_HALF_UP):
        return _signed(format_decimal(value, pattern, locale=language))


def _scientific(value: float, language: str) -> str:
    from babel.numbers import format_scientific

    return _signed(format_scientific(value, "0.####E0", locale=language))


def _significant_decimals(value: float, digits: int = 5) -> int:
    if value == 0:
        return 0
    return min(12, max(0, digits - 1 - math.floor(math.log10(abs(value)))))
