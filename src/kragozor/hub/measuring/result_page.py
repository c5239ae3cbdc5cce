"""What the page of a result shows, to its owner and to whoever holds a link to it."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import mark_safe

from kragozor.drawing.pictures import inventory_sankey
from kragozor.drawing.sankey import FlowRow, flow_table
from kragozor.files.assessments import assessment_read
from kragozor.hub.measuring.glance import glance
from kragozor.hub.measuring.models import Assessment
from kragozor.instruments.inventory import Inventory
from kragozor.reports.balancing import balance_phrase
from kragozor.reports.view import assessment_view
from kragozor.words import say


def result_shown(assessment: Assessment, language: str) -> dict[str, Any]:
    """Return an assessment in words, with its pictures and the table of its flows.

    The pictures are our own drawings, in which every text is escaped; they were made when it
    was measured.
    """
    measured = assessment_read(assessment.result)
    drawn = assessment.pictures.get(language, {})
    view = assessment_view(measured, language)
    return {
        "assessment": assessment,
        "inventory": assessment.inventory,
        "organisation": assessment.inventory.organisation,
        "view": view,
        "glances": [glance(framework) for framework in view.frameworks],
        "balance_tag": say(balance_phrase(measured.balance, language), language),
        "pictures": {name: mark_safe(svg) for name, svg in drawn.items()},  # noqa: S308, see above
        "flows": flows_of(measured.inventory, language),
        "unit": "kg",
    }


def flows_of(inventory: Inventory, language: str) -> list[FlowRow]:
    """Return the table behind the picture of the flows."""
    return flow_table(*inventory_sankey(inventory, language))
