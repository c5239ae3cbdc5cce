"""A letter to the contact of one card, and silence where it is asked for."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kragozor.hub.common.council import for_staff
from kragozor.hub.pipeline import services
from kragozor.hub.pipeline.forms import TemplateChoiceForm
from kragozor.hub.pipeline.letters import wording
from kragozor.hub.pipeline.models import Card, LetterTemplate
from kragozor.hub.pipeline.views.doors import found_card


@for_staff
def letter(request: HttpRequest, card_id: UUID) -> HttpResponse:
    """The letter as it will go out; a POST sends it."""
    card = found_card(card_id)
    form = TemplateChoiceForm(request.POST or request.GET)
    template = form.cleaned_data["template"] if form.is_valid() else None
    if request.method == "POST" and template:
        return _sent(request, card, template)
    template = template or LetterTemplate.objects.first()
    facts = {
        "card": card,
        "form": TemplateChoiceForm(initial={"template": template}),
        "template": template,
        "is_refused": _is_refused(card),
    }
    if template:
        facts["subject"], facts["body"] = wording(template, card, request.user)
    return render(request, "pipeline/letter.html", facts)


@for_staff
@require_POST
def silence(request: HttpRequest, card_id: UUID) -> HttpResponse:
    card = found_card(card_id)
    if "lift" in request.POST:
        services.silence_lift(actor=request.user, card=card)
        messages.success(request, _("They may be written to again."))
    else:
        services.silence_keep(actor=request.user, card=card)
        messages.success(request, _("We write to this address no more, on any card."))
    return redirect("pipeline:card", card.pk)


def _sent(request: HttpRequest, card: Card, template: LetterTemplate) -> HttpResponse:
    try:
        services.letter_send(actor=request.user, card=card, template=template)
    except services.JustSent:
        messages.info(request, _("This letter went out a moment ago, and is not sent twice."))
        return redirect("pipeline:card", card.pk)
    except services.Refused:
        messages.error(request, _("Nobody may write to this card; see why on this page."))
        return redirect("pipeline:letter", card.pk)
    except OSError:  # smtplib's errors are of this kind, too.
        messages.error(
            request, _("The letter could not be sent, and nothing was written down. Try again.")
        )
        return redirect("pipeline:letter", card.pk)
    messages.success(request, _("The letter is sent."))
    return redirect("pipeline:card", card.pk)


def _is_refused(card: Card) -> bool:
    try:
        services.refuse_letter(card)
    except services.Refused:
        return True
    return False
