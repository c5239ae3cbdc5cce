"""The columns of a result in words and as a dial, where the result itself is not opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe

from kragozor.drawing.ring import ring
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.reports.amounts import figure_text
from kragozor.reports.view import display_of
from kragozor.words import say

if TYPE_CHECKING:
    from kragozor.hub.measuring.models import Assessment


def figure_name(figure: str, language: str) -> str:
    """Return what a figure such as ``mci.mci`` is called."""
    name, _, value = figure.partition(".")
    return say(indicator(name).values[value].label, language)


def figure_number(figure: str, value: float | None, language: str) -> str:
    """Return a figure's number as its framework writes it; a dash where it is undefined."""
    return figure_text(value, display_of(figure), "", language)


def dial(assessment: Assessment, language: str) -> SafeString:
    """Return the headline number as a ring, whose ids no other ring of the page has."""
    number = figure_number(assessment.headline, assessment.value, language)
    share = None if assessment.value is None else min(1.0, max(0.0, assessment.value))
    name = figure_name(assessment.headline, language)
    drawn = ring(share, text=number, label=f"{name}: {number}", prefix=f"ring-{assessment.pk}")
    return mark_safe(drawn)  # noqa: S308, our own drawing, in which every text is escaped
