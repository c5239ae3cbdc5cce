"""Notes and documents on a card."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kragozor.hub.common.attachments import attachment
from kragozor.hub.common.council import for_council, for_staff
from kragozor.hub.common.uploads import sent_with
from kragozor.hub.pipeline import services
from kragozor.hub.pipeline.forms import DocumentForm, NoteForm
from kragozor.hub.pipeline.views.cards import card_rendered
from kragozor.hub.pipeline.views.doors import found_card


@for_staff
@require_POST
def note_new(request: HttpRequest, card_id: UUID) -> HttpResponse:
    card = found_card(card_id)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return card_rendered(request, card, note_form=form, status=422)
    services.note_add(actor=request.user, card=card, **form.cleaned_data)
    messages.success(request, _("The note is written."))
    return redirect("pipeline:card", card.pk)


@for_staff
@require_POST
def note_removed(request: HttpRequest, card_id: UUID, note_id: int) -> HttpResponse:
    note = get_object_or_404(found_card(card_id).notes, pk=note_id)
    services.note_remove(actor=request.user, note=note)
    messages.success(request, _("The note is gone."))
    return redirect("pipeline:card", card_id)


@for_staff
@require_POST
def document_new(request: HttpRequest, card_id: UUID) -> HttpResponse:
    card = found_card(card_id)
    form = DocumentForm(request.POST, **sent_with(request))
    if not form.is_valid():
        return card_rendered(request, card, document_form=form, status=422)
    services.document_add(actor=request.user, card=card, **form.cleaned_data)
    messages.success(request, _("The document is kept."))
    return redirect("pipeline:card", card.pk)


@for_council
@require_safe
def document_file(request: HttpRequest, card_id: UUID, document_id: UUID) -> HttpResponse:
    document = get_object_or_404(found_card(card_id).documents, pk=document_id)
    with document.file.open() as file:
        return attachment(file.read(), document.original_name)


@for_staff
@require_POST
def document_removed(request: HttpRequest, card_id: UUID, document_id: UUID) -> HttpResponse:
    document = get_object_or_404(found_card(card_id).documents, pk=document_id)
    services.document_remove(actor=request.user, document=document)
    messages.success(request, _("The document is gone."))
    return redirect("pipeline:card", card_id)
