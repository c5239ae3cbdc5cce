"""A subject through its periods, and an inventory through its versions."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from kragozor.drawing.charts import HistoryPoint, history
from kragozor.hub.measuring import queries
from kragozor.hub.measuring.models import Assessment, Inventory
from kragozor.hub.measuring.overview import period
from kragozor.hub.measuring.wording import figure_name, headline_number, headline_value


def history_shown(inventory: Inventory, language: str) -> dict[str, Any]:
    """Return what the page of an inventory shows."""
    periods = list(queries.history_of(inventory))
    versions = list(queries.versions_of(inventory))
    return {
        "inventory": inventory,
        "organisation": inventory.organisation,
        "periods": periods,
        "versions": versions,
        "latest": versions[0] if versions else None,
        "figure": figure_name(versions[0].headline, language) if versions else "",
        "chart": history_chart(periods, language),
        "chart_narrow": history_chart(periods, language, narrow=True),
        "uploads": list(inventory.uploads.select_related("created_by")),
    }


def history_chart(assessments: list[Assessment], language: str, *, narrow: bool = False) -> str:
    """Return the line of the headline figure; one period alone needs no line.

    Only what has the same headline figure as the newest stands on one line with it.
    """
    if not assessments:
        return ""
    headline = assessments[-1].headline
    points = [
        HistoryPoint(
            period(one, language),
            headline_value(one),
            *(one.ends or (None, None)) if headline_value(one) is not None else (),
            text=headline_number(one, language),
        )
        for one in assessments
        if one.headline == headline
    ]
    if len(points) < 2:
        return ""
    title = _("%(figure)s by period") % {"figure": figure_name(headline, language)}
    # Our own drawing, in which every text is escaped.
    return mark_safe(  # noqa: S308
        history(points, language=language, title=title, narrow=narrow)
    )
