"""Begin: choose what to measure, and how to declare it."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from kragozor.hub.common.attachments import attachment
from kragozor.hub.measuring.files import workbook
from kragozor.hub.measuring.forms import StartForm, UploadForm
from kragozor.hub.measuring.services.inventories import inventory_start
from kragozor.hub.measuring.views.finding import organisation_to_edit
from kragozor.hub.members.enums import PILLARS


@require_safe
@login_required
def start(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    organisation = organisation_to_edit(request, organisation_id)
    facts = {
        "organisation": organisation,
        "upload_form": UploadForm(),
        "start_form": StartForm(initial={"pillar": organisation.pillar}),
        "other_pillars": [pillar for pillar in PILLARS if pillar[0] != organisation.pillar],
    }
    return render(request, "measuring/start.html", facts)


@require_POST
@login_required
def draft_start(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    organisation = organisation_to_edit(request, organisation_id)
    form = StartForm(request.POST)
    if not form.is_valid():
        return redirect("measuring:start", organisation.pk)
    inventory = inventory_start(actor=request.user, organisation=organisation, **form.cleaned_data)
    return redirect("measuring:facts", inventory.pk, "subject")


@require_safe
def template(request: HttpRequest, pillar: str) -> HttpResponse:
    """The workbook to fill; it says nothing about anybody, so everybody may have it."""
    if pillar not in dict(PILLARS):
        raise Http404
    name = f"kragozor-{pillar}.xlsx"
    return attachment(workbook(pillar, request.LANGUAGE_CODE), name)
