"""What drives the headline: each fact with its range and the results that the range gives."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from kragozor.files.fields import section
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.inventory import Place
from kragozor.instruments.result import Assessment, Influence
from kragozor.reports.amounts import figure_text
from kragozor.reports.rows import quantity_text, row_name, where
from kragozor.words import Message, entry, say

# Digits too are parted by spaces that do not break.
_UNIT = re.compile("\u00a0[^\\d()]+$")


@dataclass(frozen=True)
class InfluenceView:
    """One bar of the tornado, with the words of its row in the table behind it."""

    place: Place
    label: str
    where: str
    low: str
    high: str
    result_low: float
    result_high: float
    result_low_text: str
    result_high_text: str
    range: str
    results: str


def influence_views(assessment: Assessment, language: str) -> tuple[tuple[InfluenceView, ...], str]:
    """Return the influences in words, strongest first, and how they were found."""
    named = [fact_label(item.place, assessment, language) for item in assessment.influences]
    repeated = {label for label, count in Counter(named).items() if count > 1}
    views = tuple(
        _view(
            item,
            _numbered(label, item.place, language) if label in repeated else label,
            assessment,
            language,
        )
        for label, item in zip(named, assessment.influences, strict=True)
    )
    return views, entry(f"reports.influence.{'method' if views else 'none'}", language)


def _view(item: Influence, label: str, assessment: Assessment, language: str) -> InfluenceView:
    field = section(item.place.section).field(item.place.name)
    low, high = (quantity_text(field, value, language) for value in (item.low, item.high))
    indicator_id, _, name = assessment.headline.partition(".")
    display = indicator(indicator_id).values[name].display
    result_low = figure_text(item.result_low, display, "", language)
    result_high = figure_text(item.result_high, display, "", language)
    return InfluenceView(
        place=item.place,
        label=label,
        where=where(item.place, language),
        low=low,
        high=high,
        result_low=item.result_low,
        result_high=item.result_high,
        result_low_text=result_low,
        result_high_text=result_high,
        range=_range(low, high, language),
        results=_range(result_low, result_high, language),
    )


def fact_label(place: Place, assessment: Assessment, language: str) -> str:
    """Return what a fact is called: its field, and the material of its row."""
    field = section(place.section).field(place.name).labels[language]
    if place.row is None:
        return field
    material = row_name(place, assessment.inventory, language)
    told = {"material": material, "field": field}
    return say(Message("reports.influence.label", told), language)


def _numbered(label: str, place: Place, language: str) -> str:
    if place.row is None:
        return label
    return say(Message("reports.influence.numbered", {"label": label, "row": place.row}), language)


def _range(low: str, high: str, language: str) -> str:
    """Return from where to where, with a unit that both have once."""
    units = [_UNIT.search(text) for text in (low, high)]
    if units[0] and units[1] and units[0][0] == units[1][0]:
        low = low[: units[0].start()]
    return say(Message("reports.influence.range", {"low": low, "high": high}), language)
