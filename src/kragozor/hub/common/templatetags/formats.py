"""Numbers, money and dates as the reader of the page writes them; absent is a dash."""

from __future__ import annotations

import datetime as dt

from django import template
from django.utils import timezone

from kragozor.hub.common.languages import language
from kragozor.words import Message, numbers
from kragozor.words import say as words_say

register = template.Library()


@register.filter
def decimal(value: float | None, digits: int | None = None) -> str:
    """``{{ x|decimal:2 }}``: at most two decimals; five significant digits when not told."""
    return numbers.decimal_text(_float(value), language(), digits=digits)


@register.filter
def fixed(value: float | None, digits: int = 2) -> str:
    """``{{ x|fixed:2 }}``: exactly two decimals."""
    return numbers.fixed_text(_float(value), language(), digits)


@register.filter
def share(value: float | None, digits: int = 1) -> str:
    """``{{ 0.385|share }}``: a fraction as a percentage."""
    return numbers.share_text(_float(value), language(), digits=digits)


@register.filter
def quantity(value: float | None, unit: str) -> str:
    """``{{ x|quantity:"kg" }}``: a number with its unit."""
    return numbers.unit_text(_float(value), unit, language())


@register.filter
def money(value: float | None) -> str:
    """``{{ x|money }}``: an amount in euro."""
    return numbers.money_text(_float(value), language())


@register.filter
def day(value: dt.date | None) -> str:
    """``{{ x|day }}``: a date in long form, in the local time zone."""
    local = timezone.localtime(value) if isinstance(value, dt.datetime) else value
    return numbers.date_text(local or None, language())


@register.filter
def moment(value: dt.datetime | None) -> str:
    """``{{ x|moment }}``: a date and the time of day."""
    if not value:
        return numbers.DASH
    local = timezone.localtime(value)
    clock = f"{local:%H:%M}\u00a0ч." if language() == "bg" else f"{local:%H:%M}"
    return f"{numbers.date_text(local, language())}, {clock}"


@register.filter
def file_size(value: int | None) -> str:
    """``{{ x|file_size }}``: the size of a file in kB or MB (powers of ten)."""
    if value is None:
        return numbers.DASH
    step, unit = (1e6, "MB") if value >= 1e6 else (1e3, "kB")
    return numbers.unit_text(value / step, unit, language(), digits=1)


@register.filter
def say(message: Message | str) -> str:
    """``{{ message|say }}``: a message of the library as a sentence."""
    return words_say(message, language())


def _float(value: float | str | None) -> float | None:
    """Decimals of the database are numbers; what a template does not know is an empty text."""
    return None if value is None or value == "" else float(value)
