"""A person's own data: what is held, as a file, and the end of it."""

from __future__ import annotations

from uuid import UUID

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kragozor.hub.common.attachments import attachment
from kragozor.hub.common.personal import obstacles_of
from kragozor.hub.privacy import queries
from kragozor.hub.privacy.forms import ConfirmForm
from kragozor.hub.privacy.mine import rooms_of
from kragozor.hub.privacy.services import requests
from kragozor.hub.privacy.tasks import export_ask


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    facts = {
        "rooms": rooms_of(request.user),
        "export": queries.newest_export_of(request.user),
        "erasure": queries.erasure_awaiting(request.user),
    }
    return render(request, "privacy/mine.html", facts)


@login_required
@reauthentication_required
@require_POST
def export_new(request: HttpRequest) -> HttpResponse:
    export_ask(person=request.user)
    return redirect("privacy:mine")


@login_required
@reauthentication_required
@require_safe
def export(request: HttpRequest, export_id: UUID) -> HttpResponse:
    found = queries.export_of(request.user, export_id)
    if found is None:
        raise Http404
    with found.file.open() as file:
        return attachment(file.read(), f"{_('my-data')}.json")


@login_required
@reauthentication_required
def erase(request: HttpRequest) -> HttpResponse:
    """Say what will happen, and enter the request when that is confirmed."""
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return asked(request)
    obstacles = obstacles_of(request.user)
    facts = {
        "form": form,
        "obstacles": obstacles,
        "council_may_pass": all(one.council_may_pass for one in obstacles),
        "erasure": queries.erasure_awaiting(request.user),
        "days": requests.WAITING.days,
    }
    return render(request, "privacy/erase.html", facts)


def asked(request: HttpRequest) -> HttpResponse:
    """Enter the request, and lead to where it can be seen and taken back."""
    try:
        requests.erasure_ask(person=request.user)
    except requests.Hindered:
        return redirect("privacy:erase")
    except requests.AlreadyAsked:
        messages.info(request, _("You have asked for this already."))
    return redirect("privacy:mine")


@login_required
@require_POST
def erase_withdraw(request: HttpRequest) -> HttpResponse:
    erasure = queries.erasure_awaiting(request.user)
    if erasure is None:
        raise Http404
    try:
        requests.erasure_withdraw(actor=request.user, request=erasure)
    except requests.Settled:
        raise Http404 from None
    messages.success(request, _("Your data stay. Nothing was erased."))
    return redirect("privacy:mine")
