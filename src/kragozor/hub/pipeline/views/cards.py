"""One card: what is known, where it stands, what comes next."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from kragozor.hub.common.council import for_council, for_staff
from kragozor.hub.pipeline import queries, services
from kragozor.hub.pipeline.enums import Stage
from kragozor.hub.pipeline.forms import (
    CardForm,
    DocumentForm,
    MoveForm,
    NoteForm,
    StepForm,
    card_initial,
    card_seen,
)
from kragozor.hub.pipeline.models import Card
from kragozor.hub.pipeline.views.doors import back, found_card

CHANGED_MEANWHILE = gettext_lazy(
    "The card was changed since you opened it. Compare what you wrote with the card as it stands "
    "now; saving again keeps what you wrote."
)
ON_BOARD = gettext_lazy("There is a card with this ЕИК already: %(card)s.")


@for_council
@require_safe
def card_page(request: HttpRequest, card_id: UUID) -> HttpResponse:
    return card_rendered(request, found_card(card_id))


def card_rendered(
    request: HttpRequest, card: Card, *, status: int = 200, **forms: object
) -> HttpResponse:
    """Return the page of a card, with forms that were not right where there are such."""
    held = {name: getattr(card, name) for name in ("next_step", "next_on", "owner")}
    facts = {
        "card": card,
        "stage": Stage(card.shown_stage),
        "is_settled": card.shown_stage == Stage.MEMBER,
        "today": timezone.localdate(),
        "changes": card.changes.select_related("by"),
        "notes": card.notes.select_related("by"),
        "documents": card.documents.select_related("by"),
        "letters": card.letters.select_related("by", "template"),
        "move_form": MoveForm(initial={"stage": card.stage}),
        "step_form": StepForm(initial=held),
        "note_form": NoteForm(),
        "document_form": DocumentForm(),
        "wish": queries.wish_of(card) if card.is_suppressed else None,
        **forms,
    }
    return render(request, "pipeline/card.html", facts, status=status)


@for_staff
def card_new(request: HttpRequest) -> HttpResponse:
    begun = {"owner": request.user, "language": "bg"}
    form = CardForm(request.POST or None, initial=begun)
    facts = {"form": form}
    if request.method == "POST" and form.is_valid():
        namesake = queries.card_named(form.cleaned_data["name"])
        if namesake and "another" not in request.POST:
            return render(request, "pipeline/new.html", facts | {"namesake": namesake}, status=422)
        try:
            card = services.card_add(actor=request.user, facts=form.cleaned_data)
        except services.AlreadyOnBoard as refusal:
            form.add_error("eik", ON_BOARD % {"card": refusal.card})
        else:
            messages.success(request, _("%(card)s is on the board.") % {"card": card})
            return redirect("pipeline:card", card.pk)
    return render(request, "pipeline/new.html", facts)


@for_staff
def card_edit(request: HttpRequest, card_id: UUID) -> HttpResponse:
    card = found_card(card_id)
    form = CardForm(request.POST or None, initial=card_initial(card))
    seen = card_seen(card)
    if request.POST.get("seen", seen) != seen:
        form.add_error(None, CHANGED_MEANWHILE)
    if request.method == "POST" and form.is_valid():
        try:
            services.card_change(actor=request.user, card=card, facts=form.cleaned_data)
        except services.AlreadyOnBoard as refusal:
            form.add_error("eik", ON_BOARD % {"card": refusal.card})
        else:
            messages.success(request, _("Saved."))
            return redirect("pipeline:card", card.pk)
    return render(request, "pipeline/edit.html", {"form": form, "card": card, "seen": seen})


@for_staff
@require_POST
def card_moved(request: HttpRequest, card_id: UUID) -> HttpResponse:
    card = found_card(card_id)
    form = MoveForm(request.POST)
    if not form.is_valid():
        return card_rendered(request, card, move_form=form, status=422)
    if card.shown_stage == Stage.MEMBER:
        messages.error(request, _("A term of membership runs, and the card follows it by itself."))
        return back(request, card)
    try:
        services.card_move(actor=request.user, card=card, **form.cleaned_data)
    except services.IsArchived:
        messages.error(request, _("This card is archived. Bring it back first."))
    else:
        facts = {"card": card, "stage": card.get_stage_display()}
        messages.success(request, _("%(card)s: %(stage)s.") % facts)
    return back(request, card)


@for_staff
@require_POST
def card_step(request: HttpRequest, card_id: UUID) -> HttpResponse:
    card = found_card(card_id)
    form = StepForm(request.POST)
    if not form.is_valid():
        return card_rendered(request, card, step_form=form, status=422)
    services.card_change(actor=request.user, card=card, facts=form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("pipeline:card", card.pk)


@for_staff
@require_POST
def card_archived(request: HttpRequest, card_id: UUID) -> HttpResponse:
    card = found_card(card_id)
    services.card_archive(actor=request.user, card=card)
    messages.success(request, _("The card is archived. You can bring it back here."))
    return redirect("pipeline:card", card.pk)


@for_staff
@require_POST
def card_restored(request: HttpRequest, card_id: UUID) -> HttpResponse:
    card = found_card(card_id)
    try:
        services.card_restore(actor=request.user, card=card)
    except services.AlreadyOnBoard as refusal:
        messages.error(request, ON_BOARD % {"card": refusal.card})
    else:
        messages.success(request, _("The card is back on the board."))
    return redirect("pipeline:card", card.pk)
