"""The body of a result's page: the same for its owner and for whoever holds a link to it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from uuid import UUID

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from kragozor.drawing.pictures import inventory_sankey
from kragozor.drawing.sankey import flow_table
from kragozor.files.assessments import assessment_read
from kragozor.hub.measuring import queries
from kragozor.hub.measuring.glance import glance
from kragozor.hub.measuring.models import Assessment
from kragozor.reports.balancing import balance_phrase
from kragozor.reports.view import assessment_view
from kragozor.words import say

# Each is some hundred kilobytes of text.
RESULTS_KEPT = 64


@lru_cache(maxsize=RESULTS_KEPT)
def result_html(assessment_id: UUID, language: str) -> SafeString:
    """Return a result in the language that is active; who may see it is asked before.

    An assessment never changes, so what was rendered once stays right.
    """
    assessment = queries.assessment_whole(assessment_id)
    return render_to_string("measuring/parts/_result.html", result_shown(assessment, language))


def result_shown(assessment: Assessment, language: str) -> dict[str, Any]:
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
        "flows": flow_table(*inventory_sankey(measured.inventory, language)),
        "unit": "kg",
    }
