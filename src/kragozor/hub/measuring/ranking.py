"""How surely one of two results is better: in which share of the draws, figure by figure."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.inventory import Inventory
from kragozor.instruments.parameters import ParameterTable
from kragozor.instruments.uncertainty.comparisons import comparisons
from kragozor.instruments.uncertainty.ranking import Comparison
from kragozor.instruments.uncertainty.sample import Sample
from kragozor.reports.amounts import percent_text
from kragozor.words import Message, entry, say

# Of these it is beyond dispute which way is better; more of each is more circular.
RANKED = ("mci.mci", "cti.circularity", "cti.circular_inflow", "cti.circular_outflow")
# A share of so many draws is known to a few percentage points; the page stays quick, as it does
# with so many facts of both together.
DRAWS = 1000
MOST_FACTS = 2500
# Nine of ten shares of so many draws lie within so many standard errors.
LIKELY = 1.645


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
    """Every figure that can be ranked, with what the shares assume or why there is none."""

    heading: str
    assumed: str
    is_better: str
    is_tied: str
    figures: tuple[Ranked, ...]


def ranking(
    before: Inventory, after: Inventory, language: str, *, parameters: ParameterTable | None = None
) -> Ranking:
    """Return how surely the second is better than the first; a figure undefined is left out."""
    count = sum(len(tuple(side.quantities())) for side in (before, after))
    is_quick = count <= MOST_FACTS
    figures = tuple(_ranked(before, after, language, parameters)) if is_quick else ()
    told = Message("uncertainty.ranking.assumed", {"draws": DRAWS})
    if not is_quick:
        told = Message("uncertainty.ranking.too-many", {"most": MOST_FACTS})
    return Ranking(
        heading=entry("uncertainty.ranking.heading", language),
        assumed=say(told, language) if figures or not is_quick else "",
        is_better=entry("uncertainty.ranking.better", language),
        is_tied=entry("uncertainty.ranking.tied", language),
        figures=figures,
    )


def _ranked(
    before: Inventory, after: Inventory, language: str, parameters: ParameterTable | None
) -> Iterator[Ranked]:
    compared = comparisons(
        before, after, dict.fromkeys(RANKED, True), sample=Sample(DRAWS), parameters=parameters
    )
    for figure, one in compared.items():
        found = one.comparison
        if found.better is None or found.worse is None or found.tied is None:
            continue
        name, _, value = figure.partition(".")
        yield Ranked(
            label=say(indicator(name).values[value].label, language),
            before=_share_text(found.worse, found, language),
            after=_share_text(found.better, found, language),
            tied=_share_text(found.tied, found, language),
            note=_note(found, language),
        )


def _share_text(share: float, found: Comparison, language: str) -> str:
    """Return a share of the draws with no digit that another sample would not give too."""
    defined = DRAWS * (1 - found.undefined_share)
    reach = LIKELY * math.sqrt(share * (1 - share) / defined)
    return percent_text(share, language, ends=(share - reach, share + reach))


def _note(found: Comparison, language: str) -> str:
    """Return in which share of the draws the figure is undefined, where it is in any."""
    if not found.undefined_share:
        return ""
    share = percent_text(found.undefined_share, language)
    return say(Message("uncertainty.ranking.undefined", {"share": share}), language)
