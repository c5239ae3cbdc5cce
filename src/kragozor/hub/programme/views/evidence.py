"""Evidence: put on record, handed out, shown to everybody or not, withdrawn."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kragozor.hub.common.attachments import attachment
from kragozor.hub.common.council import for_council, for_staff
from kragozor.hub.common.uploads import sent_with
from kragozor.hub.programme import queries, services
from kragozor.hub.programme.forms import EvidenceForm, WithdrawalForm
from kragozor.hub.programme.models import Activity, Evidence


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def add(request: HttpRequest, number: int) -> HttpResponse:
    activity = get_object_or_404(queries.activities(), pk=number)
    form = EvidenceForm(request.POST or None, activity=activity, **sent_with(request))
    if request.method == "POST" and form.is_valid() and _added(request, activity, form):
        messages.success(request, _("The evidence is on record."))
        return redirect("programme:activity", number)
    return render(request, "programme/evidence.html", {"form": form, "activity": activity})


@require_safe
@for_council
def file(request: HttpRequest, evidence_id: UUID) -> HttpResponse:
    return handed_out(get_object_or_404(queries.evidence_standing(), pk=evidence_id))


@require_POST
@for_staff
def show(request: HttpRequest, evidence_id: UUID) -> HttpResponse:
    evidence = get_object_or_404(queries.evidence_standing(), pk=evidence_id)
    try:
        services.evidence_show(
            actor=request.user, evidence=evidence, is_public="is_public" in request.POST
        )
    except services.Withdrawn as withdrawn:
        raise Http404 from withdrawn
    return redirect("programme:activity", evidence.activity_id)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def withdraw(request: HttpRequest, evidence_id: UUID) -> HttpResponse:
    evidence = get_object_or_404(queries.evidence_standing(), pk=evidence_id)
    form = WithdrawalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.evidence_withdraw(actor=request.user, evidence=evidence, **form.cleaned_data)
        except services.Withdrawn as withdrawn:
            # A colleague was faster.
            raise Http404 from withdrawn
        messages.success(request, _("The evidence is withdrawn; it counts no longer."))
        return redirect("programme:activity", evidence.activity_id)
    facts = {"form": form, "evidence": evidence, "activity": evidence.activity}
    return render(request, "programme/withdraw.html", facts)


def handed_out(evidence: Evidence) -> HttpResponse:
    """Return the file of a piece of evidence under the name that it came with."""
    if not evidence.file:
        raise Http404
    with evidence.file.open() as stored:
        return attachment(stored.read(), evidence.file_name)


def _added(request: HttpRequest, activity: Activity, form: EvidenceForm) -> bool:
    """Put it on record; a form that was sent twice is told so, and counts once."""
    try:
        services.evidence_add(actor=request.user, activity=activity, **form.cleaned_data)
    except services.AlreadyOnRecord:
        form.add_error(
            "title", _("This is on record for the day already. If it is another, name it apart.")
        )
        return False
    return True
