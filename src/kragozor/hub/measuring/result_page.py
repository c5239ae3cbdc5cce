"""The body of a result's page: the same for its owner and for whoever holds a link to it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from uuid import UUID

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from kragozor.drawing.pictures import inventory_sankey
from kragozor.drawing.sankey import flow_table
from kragozor.files.assessments import assessment_read
from kragozor.hub.measuring import queries
from kragozor.hub.measuring.declaration import fact_id
from kragozor.hub.measuring.glance import glance
from kragozor.hub.measuring.models import Assessment
from kragozor.instruments.inventory import Place
from kragozor.instruments.reference.waste import OfficialTitles, titles_in_use
from kragozor.reports.balancing import balance_phrase
from kragozor.reports.view import assessment_view
from kragozor.words import say

# Each is some hundred kilobytes of text.
RESULTS_KEPT = 64


def result_html(assessment_id: UUID, language: str, *, leads_to_facts: bool = False) -> SafeString:
    """Return a result in the language that is active; who may see it is asked before.

    It leads to the facts behind it where its reader may see them too.
    """
    return rendered(assessment_id, language, leads_to_facts, titles_in_use())


@lru_cache(maxsize=RESULTS_KEPT)
def rendered(
    assessment_id: UUID, language: str, leads_to_facts: bool, _titles: OfficialTitles
) -> SafeString:
    """Return the page of a result, kept: an assessment never changes.

    The titles of waste that it names do, when official ones are brought in or taken back.
    """
    assessment = queries.assessment_whole(assessment_id)
    shown = result_shown(assessment, language, leads_to_facts=leads_to_facts)
    return render_to_string("measuring/parts/_result.html", shown)


def result_shown(
    assessment: Assessment, language: str, *, leads_to_facts: bool = False
) -> dict[str, Any]:
    """Return an assessment in words, with its pictures and the table of its flows.

    The pictures are our own drawings, in which every text is escaped; they were made when it
    was measured.
    """
    measured = assessment_read(assessment.result)
    view = assessment_view(measured, language)
    drawn = assessment.pictures.get(language, {})
    return {
        "assessment": assessment,
        "view": view,
        "glances": [glance(framework) for framework in view.frameworks if not framework.silence],
        "silent": [framework for framework in view.frameworks if framework.silence],
        "balance_tag": say(balance_phrase(measured.balance, language), language),
        "pictures": {name: mark_safe(svg) for name, svg in drawn.items()},  # noqa: S308, see above
        "contributions": [
            (one, fact_address(assessment, one.place) if leads_to_facts else "")
            for one in view.contributions
        ],
        "flows": flow_table(*inventory_sankey(measured.inventory, language)),
        "unit": "kg",
    }


def fact_address(assessment: Assessment, place: Place) -> str:
    """Return where a fact stands in the form; the box opens with the page."""
    page = reverse("measuring:facts", args=[assessment.inventory_id, place.section])
    return f"{page}#{fact_id(place)}"
