"""Letting a named person of the Council's staff see the numbers, and no longer."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kragozor.hub.members import queries, services
from kragozor.hub.members.forms import GrantForm
from kragozor.hub.members.views.doors import changed_meanwhile, organisation_to_manage


@login_required
def grant_new(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    organisation = organisation_to_manage(request, organisation_id)
    form = GrantForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        grant = services.grant_give(
            actor=request.user, organisation=organisation, **form.cleaned_data
        )
        messages.success(request, _("%(person)s may see the numbers.") % {"person": grant.staff})
        return redirect("members:people", organisation.pk)
    facts = {"form": form, "organisation": organisation, "who": queries.who_sees(organisation)}
    return render(request, "members/grant.html", facts)


@login_required
@require_POST
def grant_revoke(request: HttpRequest, organisation_id: UUID, grant_id: int) -> HttpResponse:
    organisation = organisation_to_manage(request, organisation_id)
    grant = get_object_or_404(organisation.grants.select_related("staff"), pk=grant_id)
    try:
        services.grant_revoke(actor=request.user, grant=grant)
    except services.Ended:
        return changed_meanwhile(request, "members:people", organisation)
    text = _("%(person)s no longer sees the numbers.")
    messages.success(request, text % {"person": grant.staff})
    return redirect("members:people", organisation.pk)
