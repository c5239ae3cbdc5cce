"""Inviting somebody, and taking up an invitation."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from kragozor.hub.members import queries, services
from kragozor.hub.members.enums import Role
from kragozor.hub.members.forms import InvitationForm
from kragozor.hub.members.models import Organisation
from kragozor.hub.members.views.doors import (
    changed_meanwhile,
    organisation_to_invite_to,
    organisation_to_manage,
)


@login_required
def invite(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    organisation = organisation_to_invite_to(request, organisation_id)
    form = InvitationForm(request.POST or None, organisation=organisation)
    if request.method == "POST" and form.is_valid() and _is_sent(request, organisation, form):
        email = form.cleaned_data["email"]
        messages.success(request, _("We have written to %(email)s.") % {"email": email})
        return redirect("members:people", organisation.pk)
    facts = {"form": form, "organisation": organisation, "who": queries.who_sees(organisation)}
    return render(request, "members/invite.html", facts)


def _is_sent(request: HttpRequest, organisation: Organisation, form: InvitationForm) -> bool:
    """Send the invitation, or say on the form why it cannot be sent."""
    try:
        services.invitation_send(
            actor=request.user,
            organisation=organisation,
            email=form.cleaned_data["email"],
            role=Role(form.cleaned_data["role"]),
            language=request.LANGUAGE_CODE,
        )
    except services.AlreadyRepresents:
        form.add_error("email", _("This person acts for the company already."))
        return False
    except services.TooManyInvitations:
        form.add_error(None, _("The company has sent many invitations today. Go on tomorrow."))
        return False
    return True


@never_cache
@require_safe
def invitation_page(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever has the link may read it; only the person it was sent to may accept."""
    invitation = get_object_or_404(queries.invitations(), token_hash=services.token_hash(token))
    if request.user.is_authenticated and invitation.accepted_by_id == request.user.pk:
        return redirect("members:detail", invitation.organisation_id)
    if not invitation.is_open:
        return render(request, "members/invitation_closed.html", status=410)
    is_mine = request.user.is_authenticated and request.user.email == invitation.email
    return render(
        request, "members/invitation.html", {"invitation": invitation, "is_mine": is_mine}
    )


@login_required
@require_POST
def invitation_accept(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    invitation = get_object_or_404(queries.invitations_to(request.user), pk=invitation_id)
    try:
        services.invitation_accept(actor=request.user, invitation=invitation)
    except services.NotInvited:
        if (
            not queries.organisations_of(request.user)
            .filter(pk=invitation.organisation_id)
            .exists()
        ):
            return render(request, "members/invitation_closed.html", status=410)
    except services.AlreadyRepresents:
        services.invitation_revoke(actor=request.user, invitation=invitation)
        messages.info(request, _("You act for this company already."))
    return redirect("members:detail", invitation.organisation_id)


@login_required
@require_POST
def invitation_revoke(
    request: HttpRequest, organisation_id: UUID, invitation_id: UUID
) -> HttpResponse:
    organisation = organisation_to_manage(request, organisation_id)
    invitation = get_object_or_404(organisation.invitations, pk=invitation_id)
    try:
        services.invitation_revoke(actor=request.user, invitation=invitation)
    except services.Ended:
        return changed_meanwhile(request, "members:people", organisation)
    messages.success(request, _("The invitation is withdrawn."))
    return redirect("members:people", organisation.pk)
