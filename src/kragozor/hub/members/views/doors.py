"""How a page comes by an organisation: absent or not open is 404, open but not for this 403."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from kragozor.hub.members import queries, rules
from kragozor.hub.members.models import Organisation
from kragozor.hub.members.rules import Standing


def organisation_and_standing(
    request: HttpRequest, organisation_id: UUID
) -> tuple[Organisation, Standing]:
    """Return an organisation that is open to the person, and what ties them to it."""
    found = get_object_or_404(queries.organisations_for(request.user), pk=organisation_id)
    return found, queries.standing_of(request.user, found)


def organisation_if(
    may: Callable[[Standing], bool], request: HttpRequest, organisation_id: UUID
) -> Organisation:
    """Return an organisation with which the person may do something."""
    organisation, standing = organisation_and_standing(request, organisation_id)
    if not may(standing):
        raise PermissionDenied
    return organisation


def organisation_to_manage(request: HttpRequest, organisation_id: UUID) -> Organisation:
    """Return an organisation whose people and access the person looks after."""
    return organisation_if(rules.may_manage_people, request, organisation_id)


def organisation_to_invite_to(request: HttpRequest, organisation_id: UUID) -> Organisation:
    """Return an organisation to whose people the person may add somebody."""
    organisation, standing = organisation_and_standing(request, organisation_id)
    if not rules.may_invite(standing, has_owner=queries.has_owner(organisation)):
        raise PermissionDenied
    return organisation


def changed_meanwhile(request: HttpRequest, page: str, organisation: Organisation) -> HttpResponse:
    """Lead back from what another window, or a colleague, has changed before."""
    messages.info(request, _("This was changed meanwhile. Here is how it stands now."))
    return redirect(page, organisation.pk)
