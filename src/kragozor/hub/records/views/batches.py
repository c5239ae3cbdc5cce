"""Apply a batch, undo it, invite the people that came with it, or forget it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from kragozor.hub.common.council import for_staff
from kragozor.hub.records.forms.imports import LanguageForm
from kragozor.hub.records.models import Import
from kragozor.hub.records.services.imports import NotOpen, import_discard
from kragozor.hub.records.services.inviting import NotOfMembers, contacts_of
from kragozor.hub.records.services.undoing import BuiltOn, NotStanding, import_undo, obstacles_of
from kragozor.hub.records.tasks import applying_ask, inviting_ask
from kragozor.hub.records.views.doors import found_import


@for_staff
@require_POST
def import_apply(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    batch = found_import(batch_id)
    is_seen = request.POST.get("comparison") == str(batch.comparison)
    if not is_seen or batch.applied_at or batch.is_working:
        messages.warning(
            request, _("This import was compared anew or applied meanwhile. Look at it again.")
        )
    else:
        applying_ask(actor=request.user, batch=batch, comparison=batch.comparison)
    return redirect("records:import", batch.pk)


@for_staff
def import_undo_page(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    batch = found_import(batch_id)
    if not batch.is_standing:
        return redirect("records:import", batch.pk)
    obstacles = None
    if request.method == "POST":
        try:
            return _undone(request, batch)
        except BuiltOn as built_on:
            obstacles = built_on.obstacles
    if obstacles is None:
        obstacles = obstacles_of(batch)
    facts = {"batch": batch, "obstacles": obstacles, "rows": batch.rows.exclude(made={}).count()}
    return render(request, "records/import_undo.html", facts)


def _undone(request: HttpRequest, batch: Import) -> HttpResponse:
    try:
        count = import_undo(actor=request.user, batch=batch)
    except NotStanding:
        raise Http404 from None
    text = ngettext("One row is undone.", "%(count)s rows are undone.", count)
    messages.success(request, text % {"count": count})
    return redirect("records:import", batch.pk)


@for_staff
def import_invite(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    batch = found_import(batch_id)
    try:
        contacts = contacts_of(batch)
    except NotOfMembers:
        raise Http404 from None
    form = LanguageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        inviting_ask(actor=request.user, batch=batch, language=form.cleaned_data["language"])
        messages.success(request, _("The invitations are being sent."))
        return redirect("records:import", batch.pk)
    facts = {"batch": batch, "contacts": contacts, "form": form}
    return render(request, "records/import_invite.html", facts)


@for_staff
@require_POST
def import_forget(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    try:
        import_discard(actor=request.user, batch=found_import(batch_id))
    except NotOpen:
        raise Http404 from None
    messages.success(request, _("The file is forgotten. Nothing was changed by it."))
    return redirect("records:imports")
