"""Pictures of the programme: how an activity went, how the pillars stand."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kragozor.drawing.charts.trend import trend
from kragozor.hub.common.languages import language
from kragozor.hub.programme.queries import Reading
from kragozor.hub.programme.records import Source, source_of
from kragozor.reports.activity.blocks import Picture
from kragozor.words.numbers import date_text, decimal_text

register = template.Library()


@register.filter
def small_trend(reading: Reading) -> SafeString:
    """``{{ reading|small_trend }}``: a line so small that it needs no words."""
    return _picture(reading, labelled=False)


@register.filter
def large_trend(reading: Reading) -> SafeString:
    """``{{ reading|large_trend }}``: the same with its first and last day, value and target."""
    return _picture(reading, labelled=True)


def _picture(reading: Reading, *, labelled: bool) -> SafeString:
    return SafeString(
        trend(
            [(date_text(day, language()), value) for day, value in reading.trend],
            target=reading.aim,
            language=language(),
            title=_title(reading),
            labelled=labelled,
            prefix=f"trend-{reading.plan.number}{'-large' if labelled else ''}",
        )
    )


def _title(reading: Reading) -> str:
    """Say in a sentence what the line shows."""
    words = {
        "indicator": str(reading.plan.indicator),
        "first": decimal_text(reading.trend[0][1], language()),
        "last": decimal_text(reading.number, language()),
    }
    return _("%(indicator)s: from %(first)s to %(last)s in the last twelve months") % words


@register.filter
def source(reading: Reading) -> Source | None:
    """``{% with source=reading|source %}``: where the records behind its value are."""
    return source_of(reading.plan)


@register.filter
def picture_on_page(block: Picture) -> SafeString:
    """``{{ block|picture_on_page }}``: a picture of the report in the colours of the page."""
    return SafeString(block.on_page)
