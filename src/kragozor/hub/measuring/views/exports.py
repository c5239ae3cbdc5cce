"""A result and its facts as files."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kragozor.files.problems import FileRefused
from kragozor.hub.common.attachments import attachment
from kragozor.hub.measuring import exports
from kragozor.hub.measuring.views.finding import assessment_found, inventory_with_numbers


@require_safe
@login_required
def report(request: HttpRequest, assessment_id: UUID, form: str) -> HttpResponse:
    """The result as PDF, XLSX, JSON or as its picture."""
    assessment = assessment_found(request, assessment_id)
    content = exports.REPORTS[form](assessment, request.LANGUAGE_CODE)
    return attachment(content, f"{exports.name_of(assessment)}.{form}")


@require_safe
@login_required
def facts(request: HttpRequest, inventory_id: UUID, form: str) -> HttpResponse:
    """The facts as a workbook to go on with, or as JSON."""
    inventory = inventory_with_numbers(request, inventory_id)
    try:
        content = exports.FACTS[form](inventory, request.LANGUAGE_CODE)
    except FileRefused:
        messages.error(request, _("A workbook can be made when the facts are complete."))
        return redirect("measuring:facts", inventory.pk, "subject")
    return attachment(content, f"{inventory}.{form}")
