"""Official files: sent, looked at, applied, undone."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kragozor.files.problems import FileRefused
from kragozor.hub.common.council import for_council, for_staff
from kragozor.hub.common.languages import language
from kragozor.hub.common.lists import page_of
from kragozor.hub.common.uploads import sent_with
from kragozor.hub.reference.enums import Kind
from kragozor.hub.reference.forms import FileForm, ReasonForm
from kragozor.hub.reference.models import Batch
from kragozor.hub.reference.preview import preview
from kragozor.hub.reference.queries import batches, obstacles
from kragozor.hub.reference.services import (
    BuiltOn,
    NotOpen,
    Outdated,
    batch_apply,
    batch_discard,
    batch_take,
    batch_undo,
)


@for_council
@require_safe
def batch_list(request: HttpRequest) -> HttpResponse:
    facts = {"page": page_of(batches(), request), "kinds": Kind}
    return render(request, "reference/batches.html", facts)


@for_staff
def batch_new(request: HttpRequest, kind: str) -> HttpResponse:
    if kind not in Kind:
        raise Http404
    form = FileForm(kind=Kind(kind))
    if request.method == "POST":
        form = FileForm(request.POST, **sent_with(request), kind=Kind(kind))
        if form.is_valid() and (response := _taken(request, Kind(kind), form)):
            return response
    facts = {"form": form, "kind": Kind(kind)}
    return render(request, "reference/batch_new.html", facts, status=422 if form.errors else 200)


def _taken(request: HttpRequest, kind: Kind, form: FileForm) -> HttpResponse | None:
    file, origin = form.cleaned_data["file"], form.cleaned_data["origin"]
    try:
        batch = batch_take(
            actor=request.user, kind=kind, name=file.name, origin=origin, content=file.read()
        )
    except FileRefused as refused:
        for line in refused.lines(language()):
            form.add_error("file", line)
        return None
    return redirect("reference:batch", batch.pk)


@for_council
@require_safe
def batch_page(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """What a file would change, and after it was applied what it says."""
    batch = _found(batch_id)
    seen = preview(batch, request.GET.get("rows", ""))
    facts = {
        "batch": batch,
        "preview": seen,
        "page": page_of(seen.rows, request),
        "refused": [line[language()] for line in batch.refused],
        "obstacles": obstacles(batch) if batch.is_standing else [],
        "form": ReasonForm(),
    }
    return render(request, "reference/batch.html", facts)


@for_staff
@require_POST
def batch_applying(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    batch = _found(batch_id)
    seen = request.POST.get("seen", "")
    try:
        batch_apply(actor=request.user, batch=batch, seen=int(seen) if seen.isdecimal() else -1)
        messages.success(request, _("Applied: what is measured and shown from now on uses it."))
    except NotOpen:
        messages.warning(request, _("Somebody applied this file a moment ago."))
    except Outdated:
        messages.warning(
            request, _("The table was changed meanwhile. Look at the differences again.")
        )
    return redirect("reference:batch", batch.pk)


@for_staff
@require_POST
def batch_undoing(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    batch = _found(batch_id)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why it changes: nothing was done."))
        return redirect("reference:batch", batch.pk)
    try:
        batch_undo(actor=request.user, batch=batch, reason=form.cleaned_data["reason"])
        messages.success(request, _("Undone: everything is as it was before the file."))
    except NotOpen:
        messages.warning(request, _("This file is not in force: there is nothing to undo."))
    except BuiltOn:
        messages.error(request, _("What the file brought was changed since. Nothing was undone."))
    return redirect("reference:batch", batch.pk)


@for_staff
@require_POST
def batch_forgetting(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    batch = _found(batch_id)
    try:
        batch_discard(actor=request.user, batch=batch)
    except NotOpen:
        messages.warning(request, _("This file was applied: it can only be undone."))
        return redirect("reference:batch", batch.pk)
    messages.success(request, _("The file is forgotten. Nothing was changed by it."))
    return redirect("reference:batches")


def _found(batch_id: UUID) -> Batch:
    return get_object_or_404(batches(), pk=batch_id)
