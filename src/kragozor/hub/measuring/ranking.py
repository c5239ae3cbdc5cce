"""How surely one of two results is better: in which share of the draws, figure by figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.inventory import Inventory
from kragozor.instruments.uncertainty.inventories import compare
from kragozor.instruments.uncertainty.ranking import Comparison
from kragozor.instruments.uncertainty.sample import Sample
from kragozor.reports.amounts import percent_text
from kragozor.words import Message, entry, say

# Of these it is beyond dispute which way is better; more of each is more circular.
RANKED = ("mci.mci", "cti.circularity", "cti.circular_inflow", "cti.circular_outflow")
# A share of so many draws is known to a few percentage points; the page stays quick.
DRAWS = 1000


@dataclass(frozen=True)
class Ranked:
    """One figure: in which share of the draws either result is better, or both are the same."""

    label: str
    before: str
    after: str
    tied: str
    note: str


@dataclass(frozen=True)
class Ranking:
    """Every figure that can be ranked, with what the shares assume."""

    heading: str
    assumed: str
    is_better: str
    is_tied: str
    figures: tuple[Ranked, ...]


def ranking(before: Inventory, after: Inventory, language: str) -> Ranking:
    """Return how surely the second is better than the first; a figure undefined is left out."""
    figures = tuple(_ranked(before, after, language))
    return Ranking(
        heading=entry("uncertainty.ranking.heading", language),
        assumed=say(Message("uncertainty.ranking.assumed", {"draws": DRAWS}), language),
        is_better=entry("uncertainty.ranking.better", language),
        is_tied=entry("uncertainty.ranking.tied", language),
        figures=figures,
    )


def _ranked(before: Inventory, after: Inventory, language: str) -> Iterator[Ranked]:
    for figure in RANKED:
        found = compare(before, after, figure, sample=Sample(DRAWS)).comparison
        if found.better is None or found.worse is None or found.tied is None:
            continue
        name, _, value = figure.partition(".")
        yield Ranked(
            label=say(indicator(name).values[value].label, language),
            before=percent_text(found.worse, language),
            after=percent_text(found.better, language),
            tied=percent_text(found.tied, language),
            note=_note(found, language),
        )


def _note(found: Comparison, language: str) -> str:
    """Return in which share of the draws the figure is undefined, where it is in any."""
    if not found.undefined_share:
        return ""
    share = percent_text(found.undefined_share, language)
    return say(Message("uncertainty.ranking.undefined", {"share": share}), language)
