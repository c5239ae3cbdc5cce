"""The result of a measuring, as a page."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kragozor.hub.measuring import queries
from kragozor.hub.measuring.result_page import result_shown
from kragozor.hub.measuring.views.finding import assessment_found
from kragozor.hub.members.queries import standing_of, who_sees_numbers
from kragozor.hub.members.rules import may_edit_inventories


@require_safe
@login_required
def result(request: HttpRequest, assessment_id: UUID) -> HttpResponse:
    assessment = assessment_found(request, assessment_id)
    facts = result_shown(assessment, request.LANGUAGE_CODE)
    standing = standing_of(request.user, assessment.inventory.organisation)
    facts["may_edit"] = may_edit_inventories(standing)
    facts["newer"] = queries.newer_than(assessment)
    facts["who"] = who_sees_numbers(assessment.inventory.organisation)
    return render(request, "measuring/result.html", facts)
