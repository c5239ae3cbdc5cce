"""Who may see what of a company, and the company's own copy of everything."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kragozor.hub.common.attachments import attachment
from kragozor.hub.members import queries, rules
from kragozor.hub.members.takeaway import name_of
from kragozor.hub.members.tasks import takeaway_ask
from kragozor.hub.members.views.doors import organisation_and_standing, organisation_to_manage


@login_required
@require_safe
def data(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    organisation, standing = organisation_and_standing(request, organisation_id)
    facts = {
        "organisation": organisation,
        "people": queries.representatives_of(organisation),
        "grants": queries.standing_grants_of(organisation),
        "page": queries.page_of(organisation),
        "is_seen": queries.is_seen_by_everybody(organisation),
        "may_manage": rules.may_manage_people(standing),
        "takeaway": queries.takeaway_of(request.user, organisation),
        "who": queries.who_sees(organisation),
    }
    return render(request, "members/data.html", facts)


@login_required
@require_POST
def data_export(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """Ask for the archive; the page says how far it is, and then offers it."""
    organisation = organisation_to_manage(request, organisation_id)
    takeaway_ask(actor=request.user, organisation=organisation)
    return redirect(f"{reverse('members:data', args=[organisation.pk])}#takeaway")


@login_required
@require_safe
def data_file(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """Hand out the archive to who asked for it, as long as they are an owner."""
    organisation = organisation_to_manage(request, organisation_id)
    takeaway = queries.takeaway_of(request.user, organisation)
    if takeaway is None or not takeaway.is_ready:
        raise Http404
    with takeaway.file.open() as file:
        return attachment(file.read(), name_of(organisation, timezone.localdate()))
