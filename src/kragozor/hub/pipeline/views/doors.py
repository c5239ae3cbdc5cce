"""How a page comes by a card; whether it may is asked by the doors of the Council."""

from uuid import UUID

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme

from kragozor.hub.pipeline import queries
from kragozor.hub.pipeline.models import Card


def found_card(card_id: UUID) -> Card:
    """Return a card with the stage that is shown, whether archived or not."""
    known = queries.shown(Card.objects.select_related("owner", "organisation"))
    return get_object_or_404(known, pk=card_id)


def back(request: HttpRequest, card: Card):
    """Lead back to the page of this site that a form names, else to the card."""
    asked = request.POST.get("back", "")
    if url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}):
        return HttpResponseRedirect(asked)  # `redirect` would take it for the name of a view
    return redirect("pipeline:card", card.pk)
