"""Whether the companies of a person let their numbers be counted."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kragozor.hub.figures import queries, services
from kragozor.hub.figures.enums import WORDS
from kragozor.hub.members import queries as members
from kragozor.hub.members.rules import may_edit_organisation
from kragozor.instruments.disclosure import LEAST


@require_safe
@login_required
def agreements(request: HttpRequest) -> HttpResponse:
    own = members.organisations_of(request.user)
    agreed = set(queries.agreed_organisations().filter(pk__in=own).values_list("pk", flat=True))
    facts = {
        "representations": members.representations_of(request.user),
        "agreed": agreed,
        "history": queries.agreements_of(own),
        "words": WORDS,
        "least": LEAST,
    }
    return render(request, "figures/agreements.html", facts)


@login_required
@require_POST
def agree(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    organisation = get_object_or_404(members.organisations_for(request.user), pk=organisation_id)
    if not may_edit_organisation(members.standing_of(request.user, organisation)):
        raise PermissionDenied
    given = request.POST.get("given") == "yes"
    services.agreement_record(actor=request.user, organisation=organisation, given=given)
    text = _("%(name)s is counted from the next publication on.")
    if not given:
        text = _("%(name)s is no longer counted, from the next publication on.")
    messages.success(request, text % {"name": organisation})
    return redirect("figures:agreements")
