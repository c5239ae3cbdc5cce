"""What is done with several cards at once."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from kragozor.hub.common.council import for_staff
from kragozor.hub.pipeline import queries, services
from kragozor.hub.pipeline.enums import Stage
from kragozor.hub.pipeline.forms import ChosenForm, FilterForm, SendForm
from kragozor.hub.pipeline.letters import wording
from kragozor.hub.pipeline.models import Card
from kragozor.hub.pipeline.tasks import letters_ask, sending_of
from kragozor.hub.pipeline.views.board import list_facts


@for_staff
@require_POST
def chosen(request: HttpRequest) -> HttpResponse:
    """Change the cards that were ticked, or all that answer to the filter in the address."""
    found = queries.cards_found(**FilterForm(request.GET).asked)
    form = ChosenForm(request.POST, found=found)
    if not form.is_valid():
        return render(request, "pipeline/list.html", list_facts(request, form), status=422)
    if form.cleaned_data["do"] == "letter":
        return render(request, "pipeline/letters.html", letters_facts(request, form))
    changed = _changed(request, form.cleaned_data)
    messages.success(
        request,
        ngettext("One card changed.", "%(number)s cards changed.", changed) % {"number": changed},
    )
    query = request.GET.urlencode()
    return redirect(f"{reverse('pipeline:list')}?{query}" if query else "pipeline:list")


def letters_facts(request: HttpRequest, form: ChosenForm) -> dict[str, object]:
    """Return who would be written to and who would not, and the first letter as it will go."""
    cards, template = list(form.cleaned_data["cards"]), form.cleaned_data["template"]
    reached = [card for card in cards if _is_reached(card)]
    facts = {
        "template": template,
        "reached": reached,
        "keys": ",".join(str(card.pk) for card in reached),
        "refused": [card for card in cards if card not in reached],
    }
    if reached:
        facts["subject"], facts["body"] = wording(template, reached[0], request.user)
    return facts


def _is_reached(card: Card) -> bool:
    """Whether a letter to many goes to a card: whoever is a member needs no winning any more."""
    is_member = card.shown_stage == Stage.MEMBER
    return bool(card.contact_email) and not card.is_suppressed and not is_member


@for_staff
@require_POST
def letters_sent(request: HttpRequest) -> HttpResponse:
    form = SendForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Nothing was sent: choose the cards and the letter again."))
        return redirect("pipeline:list")
    asked = letters_ask(
        actor=request.user,
        cards=queries.cards().filter(pk__in=form.cleaned_data["cards"]),
        template=form.cleaned_data["template"],
    )
    return redirect("pipeline:sending", asked.pk)


@for_staff
@require_safe
def sending(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """How far the letters are; the page asks again by itself."""
    work = sending_of(request.user, job_id)
    if work is None:
        raise Http404
    ended = work.result or {}
    facts = {
        "job": work,
        "ended": {
            name: Card.objects.filter(pk__in=ended.get(name, ()))
            for name in ("sent", "again", "refused", "failed")
        },
    }
    name = "pipeline/parts/_sending.html" if request.htmx else "pipeline/sending.html"
    return render(request, name, facts)


@transaction.atomic
def _changed(request: HttpRequest, asked: dict[str, object]) -> int:
    """Change the chosen cards, all or none, and return how many were not so already."""
    if asked["do"] == "stage":
        # Terms of membership say where a member stands.
        moved = asked["cards"].exclude(shown_stage=Stage.MEMBER)
        moves = [
            services.card_move(actor=request.user, card=card, stage=asked["stage"])
            for card in list(moved)
        ]
        return sum(move is not None for move in moves)
    owner = {"owner": asked["owner"]}
    changes = [
        services.card_change(actor=request.user, card=card, facts=owner)
        for card in list(asked["cards"])
    ]
    return sum(map(bool, changes))
