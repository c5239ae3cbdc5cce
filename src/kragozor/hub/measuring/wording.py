"""The columns of a result in words, for lists that do not open the result itself."""

from __future__ import annotations

from kragozor.instruments.indicators.catalogue import indicator
from kragozor.reports.amounts import figure_text
from kragozor.reports.view import display_of
from kragozor.words import say


def figure_name(figure: str, language: str) -> str:
    """Return what a figure such as ``mci.mci`` is called."""
    name, _, value = figure.partition(".")
    return say(indicator(name).values[value].label, language)


def figure_number(figure: str, value: float | None, language: str) -> str:
    """Return a figure's number as its framework writes it; a dash where it is undefined."""
    return figure_text(value, display_of(figure), "", language)
