"""What the uncertainty of the headline comes from: the facts to know better first, in words."""

from __future__ import annotations

from dataclasses import dataclass

from kragozor.instruments.inventory import Place
from kragozor.instruments.result import Assessment
from kragozor.reports.amounts import percent_text
from kragozor.reports.influences import fact_label
from kragozor.reports.intervals import interval_text
from kragozor.reports.rows import where


@dataclass(frozen=True)
class ContributionView:
    """A fact with its share of the variance, which has no digit that its interval does not support.

    ``where`` names the row of the workbook, ``place`` that of the form.
    """

    place: Place
    label: str
    where: str
    share: float
    share_text: str
    interval: str


def contribution_views(assessment: Assessment, language: str) -> tuple[ContributionView, ...]:
    """Return the facts from which the uncertainty of the headline comes, strongest first.

    Examples
    --------
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> first = contribution_views(assess(bottle()), "en")[0]
    >>> first.label, first.where
    ('Recycling efficiency: bottle', 'Outflows, row 1')
    """
    return tuple(
        ContributionView(
            place=one.place,
            label=fact_label(one.place, assessment, language),
            where=where(one.place, language),
            share=one.share,
            share_text=percent_text(one.share, language, ends=(one.low, one.high)),
            interval=interval_text(one.low, one.high, "share", "", language),
        )
        for one in assessment.contributions
    )
