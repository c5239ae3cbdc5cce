"""How figures of the cluster are written on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from kragozor.files.assessments import message_read
from kragozor.hub.common.languages import language
from kragozor.hub.figures import queries, wording
from kragozor.words import say

if TYPE_CHECKING:
    from kragozor.hub.figures.models import PublishedFigure
    from kragozor.hub.figures.queries.published import PublicFigure, PublishedScope

register = template.Library()


@register.filter
def measured(figure: PublicFigure | PublishedFigure) -> str:
    """``{{ figure|measured }}``: the value of a figure, a dash where there is none."""
    return wording.measure_text(figure.measure, figure.value, language())


@register.filter
def called(figure: PublicFigure | PublishedFigure) -> str:
    """``{{ figure|called }}``: what a figure is called."""
    return wording.measure_label(figure.measure, language())


@register.filter
def reason(figure: PublishedFigure) -> str:
    """``{{ figure|reason }}``: why a figure is withheld, as it is kept."""
    return say(message_read(figure.withheld), language())


@register.simple_tag
def figures_of(scope: str) -> PublishedScope | None:
    """``{% figures_of pillar.code as scope %}``: the newest figures of a pillar, if any."""
    year = next(iter(queries.years_published()), None)
    if year is None:
        return None
    return next(one for one in queries.published_scopes(year) if one.scope == scope)
