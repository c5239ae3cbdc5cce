"""Measure the facts, at once or in the queue, and follow the work there."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kragozor.files.problems import FileRefused
from kragozor.hub.measuring import queries
from kragozor.hub.measuring.models import Assessment, Inventory
from kragozor.hub.measuring.tasks import measuring_ask, measuring_of
from kragozor.hub.measuring.views.finding import inventory_to_edit
from kragozor.hub.members.queries import who_sees_numbers
from kragozor.instruments.errors import InstrumentError
from kragozor.words import say


@require_POST
@login_required
def measure(request: HttpRequest, inventory_id: UUID) -> HttpResponse:
    return measured(request, inventory_to_edit(request, inventory_id))


def measured(request: HttpRequest, inventory: Inventory) -> HttpResponse:
    """Lead to the result, to the work that will give it, or to what must be mended first."""
    try:
        asked = measuring_ask(actor=request.user, inventory=inventory)
    except FileRefused:
        messages.error(request, _("The facts are not complete yet: see what is missing."))
        return redirect("measuring:facts", inventory.pk, "subject")
    except InstrumentError as error:
        for message in error.messages:
            messages.error(request, say(message, request.LANGUAGE_CODE))
        return redirect("measuring:facts", inventory.pk, "subject")
    if isinstance(asked, Assessment):
        return redirect("measuring:result", asked.pk)
    return redirect("measuring:job", inventory.pk, asked.pk)


@require_safe
@login_required
def job(request: HttpRequest, inventory_id: UUID, job_id: UUID) -> HttpResponse:
    """How far the work is; the page asks again by itself."""
    inventory = get_object_or_404(queries.inventories_with_numbers(request.user), pk=inventory_id)
    work = measuring_of(request.user, job_id)
    if work is None:
        raise Http404
    if work.result:
        made = get_object_or_404(inventory.assessments.only("pk"), pk=work.result["assessment"])
        response = redirect("measuring:result", made.pk)
        # The piece of the page that asks would otherwise be filled with the whole result.
        if request.htmx:
            response = HttpResponse(headers={"HX-Redirect": response.url})
        return response
    name = "measuring/parts/_job.html" if request.htmx else "measuring/job.html"
    facts = {"inventory": inventory, "job": work, "who": who_sees_numbers(inventory.organisation)}
    return render(request, name, facts)
