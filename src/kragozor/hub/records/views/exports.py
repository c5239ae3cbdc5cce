"""Take everything out: ask for a file, and fetch it within a day."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kragozor.hub.common.attachments import attachment
from kragozor.hub.common.council import for_staff
from kragozor.hub.records.exports.formats import ENDINGS
from kragozor.hub.records.forms.exports import ExportForm
from kragozor.hub.records.queries.imports import exports_shown
from kragozor.hub.records.services.exporting import export_ask
from kragozor.hub.records.tasks import exporting_ask
from kragozor.hub.records.views.doors import followed, found_export


@for_staff
def export_list(request: HttpRequest) -> HttpResponse:
    form = ExportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        export = export_ask(actor=request.user, **form.cleaned_data)
        exporting_ask(actor=request.user, export=export, language=request.LANGUAGE_CODE)
        messages.success(request, _("The file is being made. It waits below for a day."))
        return redirect("records:exports")
    found = exports_shown(request.user)
    facts = {"form": form, "exports": found, "is_working": any(one.is_working for one in found)}
    return render(request, "records/exports.html", facts)


@for_staff
@require_safe
def export_state(request: HttpRequest, export_id: UUID) -> HttpResponse:
    """How far a file is; the page asks by itself, and is loaded anew when it is there."""
    export = found_export(request, export_id)
    if request.htmx:
        return followed(request, export, "records/parts/_working.html")
    return redirect("records:exports")


@for_staff
@require_safe
def export_file(request: HttpRequest, export_id: UUID) -> HttpResponse:
    export = found_export(request, export_id)
    if not export.file:
        raise Http404
    name = f"kragozor {export.asked_at:%Y-%m-%d}.{ENDINGS[export.form]}"
    with export.file.open() as file:
        return attachment(file.read(), name)
