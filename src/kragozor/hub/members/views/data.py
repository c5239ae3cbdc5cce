"""Who may see what of a company, and the company's own copy of everything."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kragozor.hub.common.attachments import attachment
from kragozor.hub.members import queries, rules, services
from kragozor.hub.members.takeaway import name_of
from kragozor.hub.members.views.doors import organisation_and_standing, organisation_to_manage


@login_required
@require_safe
def data(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    organisation, standing = organisation_and_standing(request, organisation_id)
    facts = {
        "organisation": organisation,
        "people": queries.representatives_of(organisation),
        "grants": queries.standing_grants_of(organisation),
        "is_seen": queries.is_seen_by_everybody(organisation),
        "may_manage": rules.may_manage_people(standing),
        "who": queries.who_sees(organisation),
    }
    return render(request, "members/data.html", facts)


@login_required
@require_safe
def data_export(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    organisation = organisation_to_manage(request, organisation_id)
    content = services.organisation_export(actor=request.user, organisation=organisation)
    return attachment(content, name_of(organisation, timezone.localdate()))
