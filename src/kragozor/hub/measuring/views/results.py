"""The result of a measuring, as a page."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kragozor.hub.measuring import queries
from kragozor.hub.measuring.result_page import result_html
from kragozor.hub.members.queries import standing_of, who_sees_numbers
from kragozor.hub.members.rules import may_edit_inventories


@require_safe
@login_required
def result(request: HttpRequest, assessment_id: UUID) -> HttpResponse:
    assessment = get_object_or_404(queries.results_for(request.user), pk=assessment_id)
    inventory = assessment.inventory
    facts = {
        "assessment": assessment,
        "inventory": inventory,
        "organisation": inventory.organisation,
        "result": result_html(assessment.pk, request.LANGUAGE_CODE, leads_to_facts=True),
        "newer": queries.newer_than(assessment),
        "may_edit": may_edit_inventories(standing_of(request.user, inventory.organisation))
        and not inventory.is_archived,
        "who": who_sees_numbers(inventory.organisation),
    }
    return render(request, "measuring/result.html", facts)
