"""How figures of the cluster are written on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from kragozor.files.assessments import message_read
from kragozor.hub.common.languages import language
from kragozor.hub.figures import wording
from kragozor.words import say

if TYPE_CHECKING:
    from kragozor.hub.figures.models import PublishedFigure
    from kragozor.hub.figures.queries.published import PublicFigure

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
