"""Who acts for a company, in which role; who was let in besides."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kragozor.hub.members import queries, rules, services
from kragozor.hub.members.enums import Role
from kragozor.hub.members.forms import RoleForm
from kragozor.hub.members.models import Representation
from kragozor.hub.members.views.doors import (
    changed_meanwhile,
    organisation_and_standing,
    organisation_to_manage,
)


@login_required
@require_safe
def people_page(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    organisation, standing = organisation_and_standing(request, organisation_id)
    facts = {
        "organisation": organisation,
        "may_manage": rules.may_manage_people(standing),
        "may_invite": rules.may_invite(standing, has_owner=queries.has_owner(organisation)),
        "people": queries.representatives_of(organisation),
        "invitations": queries.open_invitations().filter(organisation=organisation),
        "grants": queries.standing_grants_of(organisation),
        "former_people": queries.former_representatives_of(organisation),
        "former_grants": queries.former_grants_of(organisation),
        "who": queries.who_sees(organisation),
    }
    return render(request, "members/people.html", facts)


@login_required
@require_safe
def person_page(
    request: HttpRequest, organisation_id: UUID, representation_id: int
) -> HttpResponse:
    """Where a representation is changed or ended: by an owner, or ended by the person."""
    found, may_manage = _representation(request, organisation_id, representation_id)
    if not found.is_current:
        return changed_meanwhile(request, "members:people", found.organisation)
    facts = {
        "organisation": found.organisation,
        "representation": found,
        "may_manage": may_manage,
        "form": RoleForm(initial={"role": found.role}),
        "who": queries.who_sees(found.organisation),
    }
    return render(request, "members/person.html", facts)


@login_required
@require_POST
def role_change(
    request: HttpRequest, organisation_id: UUID, representation_id: int
) -> HttpResponse:
    organisation = organisation_to_manage(request, organisation_id)
    found = get_object_or_404(organisation.representations, pk=representation_id)
    form = RoleForm(request.POST)
    if form.is_valid():
        try:
            services.representation_change_role(
                actor=request.user, representation=found, role=Role(form.cleaned_data["role"])
            )
            messages.success(request, _("The role is changed."))
        except services.LastOwner:
            messages.error(request, _last_owner())
        except services.Ended:
            return changed_meanwhile(request, "members:people", organisation)
    return redirect("members:people", organisation.pk)


@login_required
@require_POST
def representation_end(
    request: HttpRequest, organisation_id: UUID, representation_id: int
) -> HttpResponse:
    found, _may_manage = _representation(request, organisation_id, representation_id)
    try:
        services.representation_end(actor=request.user, representation=found)
    except services.LastOwner:
        messages.error(request, _last_owner())
        return redirect("members:people", organisation_id)
    except services.Ended:
        return changed_meanwhile(request, "members:people", found.organisation)
    text = _("%(person)s no longer acts for %(organisation)s.")
    messages.success(request, text % {"person": found.person, "organisation": found.organisation})
    if found.person_id == request.user.pk:
        return redirect("members:list")
    return redirect("members:people", organisation_id)


def _representation(
    request: HttpRequest, organisation_id: UUID, representation_id: int
) -> tuple[Representation, bool]:
    """Return one that the person may end, and whether they may change it too."""
    organisation, standing = organisation_and_standing(request, organisation_id)
    people = organisation.representations.select_related("organisation", "person")
    found = get_object_or_404(people, pk=representation_id)
    may_manage = rules.may_manage_people(standing)
    if not (may_manage or found.person_id == request.user.pk):
        raise PermissionDenied
    return found, may_manage


def _last_owner() -> str:
    return _("A company always has an owner. Make somebody else an owner first.")
