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


def is_outdated(assessment: Assessment) -> bool:
    """Whether the method of the headline has changed since, so that nothing explains its number."""
    return assessment.version != indicator(assessment.headline.partition(".")[0]).version


def headline_value(assessment: Assessment) -> float | None:
    """Return the headline where there is one that can be explained."""
    return None if is_outdated(assessment) else assessment.value


def headline_number(assessment: Assessment, language: str) -> str:
    """Return the headline as its page shows it, with the digits that its interval supports.

    A dash stands where it is undefined, or cannot be explained any more.
    """
    display = display_of(assessment.headline)
    return figure_text(headline_value(assessment), display, "", language, ends=assessment.ends)


def dial(assessment: Assessment, language: str) -> SafeString:
    """Return the headline number as a ring, whose ids no other ring of the page has."""
    number, value = headline_number(assessment, language), headline_value(assessment)
    share = None if value is None else min(1.0, max(0.0, value))
    name = figure_name(assessment.headline, language)
    drawn = ring(share, text=number, label=f"{name}: {number}", prefix=f"ring-{assessment.pk}")
    return mark_safe(drawn)  # noqa: S308, our own drawing, in which every text is escaped
