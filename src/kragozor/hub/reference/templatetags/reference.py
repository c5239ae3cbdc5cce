"""Values of the table of parameters, as the pages write them."""

from __future__ import annotations

from django import template

from kragozor.hub.common.languages import language
from kragozor.hub.reference import wording
from kragozor.hub.reference.enums import STATUSES
from kragozor.instruments.parameters import Name, Status
from kragozor.words.numbers import unit_text

register = template.Library()

TONES = {Status.SOURCED: "good", Status.PROXY: "warn", Status.UNVERIFIED: "bad"}


@register.filter
def symbol(name: Name) -> str:
    """``{{ shown.parameter|symbol }}``: the letter of a parameter."""
    return wording.symbol(name)


@register.filter
def named(name: Name) -> str:
    """``{{ shown.parameter|named }}``: the name of a parameter, without its letter."""
    return wording.named(name)


@register.filter
def valued(value: float | None, name: Name) -> str:
    """``{{ shown.value|valued:shown.parameter }}``: a value with the unit of its parameter."""
    return unit_text(value, wording.unit(Name(name)), language())


@register.filter
def status_label(status: str) -> str:
    """``{{ shown.status|status_label }}``: how far a value is confirmed."""
    return str(dict(STATUSES).get(str(status), ""))


@register.filter
def status_tone(status: str) -> str:
    """``{{ shown.status|status_tone }}``: the class of its tag."""
    return TONES.get(Status(status), "") if status else ""
