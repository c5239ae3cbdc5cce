"""Figures of the cluster in words: what each is called, how it is written, how it is formed."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from kragozor.instruments.cluster import MEASURES
from kragozor.instruments.cluster.figures import INDICATOR
from kragozor.instruments.formula import as_mathml, symbols
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.reports.amounts import figure_text
from kragozor.words import say


@dataclass(frozen=True)
class Term:
    """A symbol of a formula, and what it stands for."""

    symbol: SafeString
    label: str
    unit: str


@dataclass(frozen=True)
class Method:
    """How one figure is formed."""

    measure: str
    label: str
    formula: SafeString
    terms: tuple[Term, ...]
    source: str


def measure_label(measure: str, language: str) -> str:
    """Return what a figure is called."""
    return say(indicator(INDICATOR).values[measure].label, language)


def measure_text(measure: str, value: float | None, language: str) -> str:
    """Return a value as its framework writes it."""
    entry = indicator(INDICATOR).values[measure]
    return figure_text(value, entry.display, entry.unit, language)


def methods(language: str) -> list[Method]:
    """Return how each figure is formed; the formula shown is the one that is computed."""
    entry = indicator(INDICATOR)
    found = []
    for measure in MEASURES:
        value = entry.values[measure]
        formula = as_mathml(value.formula, language=language, left=value.symbol)
        found.append(
            Method(
                measure=measure,
                label=say(value.label, language),
                formula=_ours(formula),
                terms=tuple(_term(symbol, language) for symbol in symbols(value.formula)),
                source=say(value.source, language),
            )
        )
    return found


def _term(symbol: str, language: str) -> Term:
    entry = indicator(INDICATOR)
    means = entry.item_of[symbol][1] if symbol in entry.item_of else entry.value_of[symbol]
    return Term(_ours(as_mathml(symbol)), say(means.label, language), means.unit)


def _ours(markup: str) -> SafeString:
    """Return MathML of the library's own catalogue, in which nothing comes from outside."""
    return mark_safe(markup)  # noqa: S308
