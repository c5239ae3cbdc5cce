"""Requests for erasure as the Council sees them: staff enters and takes back, the board reads."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kragozor.hub.common.council import for_council, for_staff
from kragozor.hub.common.lists import page_of
from kragozor.hub.privacy import queries
from kragozor.hub.privacy.forms import ErasureForm
from kragozor.hub.privacy.models import ErasureRequest
from kragozor.hub.privacy.reach import reach_of
from kragozor.hub.privacy.services import requests


@for_council
@require_safe
def erasures(request: HttpRequest) -> HttpResponse:
    facts = {
        "waiting": queries.erasures_open(),
        "page": page_of(queries.erasures_settled(), request),
    }
    return render(request, "privacy/erasures.html", facts)


@for_council
@require_safe
def erasure(request: HttpRequest, erasure_id: UUID) -> HttpResponse:
    found = get_object_or_404(
        ErasureRequest.objects.select_related("person", "asked_by"), pk=erasure_id
    )
    facts = {"erasure": found, "may_act": request.user.works_for_council}
    if found.is_open:
        facts |= {"reach": reach_of(found), "obstacles": requests.hindrances(found)}
    return render(request, "privacy/erasure.html", facts)


@for_staff
def erasure_new(request: HttpRequest) -> HttpResponse:
    form = ErasureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            entered = requests.erasure_enter(actor=request.user, **form.cleaned_data)
        except requests.AlreadyAsked:
            form.add_error("address", _("An erasure of this person waits already."))
        except requests.Hindered:
            form.add_error("address", hindered(form.cleaned_data["address"]))
        else:
            return redirect("privacy:erasure", entered.pk)
    return render(request, "privacy/erasure_new.html", {"form": form})


def hindered(address: str) -> list[str]:
    """What the person must do first, in words."""
    person = queries.person_at(address)
    return [str(one.text) for one in requests.hindrances_of(person, by_council=True)]


@for_staff
@require_POST
def erasure_withdraw(request: HttpRequest, erasure_id: UUID) -> HttpResponse:
    found = get_object_or_404(queries.erasures_open(), pk=erasure_id)
    try:
        requests.erasure_withdraw(actor=request.user, request=found)
    except requests.Settled:
        raise Http404 from None
    messages.success(request, _("The erasure is taken back. Nothing was erased."))
    return redirect("privacy:erasures")
