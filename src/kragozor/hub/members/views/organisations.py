"""My companies, a new one, and the page of each."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kragozor.hub.common.lists import page_of
from kragozor.hub.members import queries, rules, services
from kragozor.hub.members.facts.form import initial_of
from kragozor.hub.members.forms import REGISTERED, OrganisationForm, RegistrationForm
from kragozor.hub.members.views.doors import organisation_and_standing, organisation_if


@login_required
@require_safe
def organisation_list(request: HttpRequest) -> HttpResponse:
    others = queries.other_organisations_for(request.user)
    facts = {
        "representations": queries.representations_of(request.user),
        "invitations": queries.invitations_for(request.user),
        "others": page_of(others, request),
    }
    return render(request, "members/list.html", facts)


@login_required
def organisation_new(request: HttpRequest) -> HttpResponse:
    form = RegistrationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            organisation = services.organisation_create(actor=request.user, **form.cleaned_data)
        except services.AlreadyRegistered:
            form.add_error("eik", REGISTERED)
        else:
            messages.success(request, _("%(name)s is registered.") % {"name": organisation})
            return redirect("members:detail", organisation.pk)
    return render(request, "members/new.html", {"form": form})


@login_required
@require_safe
def organisation_page(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    if kept := queries.kept_instead_of(request.user, organisation_id):
        return redirect("members:detail", kept)
    organisation, standing = organisation_and_standing(request, organisation_id)
    facts = {
        "organisation": organisation,
        "standing": standing,
        "may_edit": rules.may_edit_organisation(standing),
        "people": queries.representatives_of(organisation),
        "membership": queries.membership_of(organisation),
        "who": queries.who_sees(organisation),
    }
    return render(request, "members/detail.html", facts)


@login_required
def organisation_edit(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    organisation = organisation_if(rules.may_edit_organisation, request, organisation_id)
    held = {**initial_of(organisation), "pillar": organisation.pillar}
    form = OrganisationForm(request.POST or None, initial=held)
    if request.method == "POST" and form.is_valid():
        services.organisation_edit(
            actor=request.user, organisation=organisation, **form.cleaned_data
        )
        messages.success(request, _("Saved."))
        return redirect("members:detail", organisation.pk)
    facts = {"form": form, "organisation": organisation, "who": queries.who_sees(organisation)}
    return render(request, "members/edit.html", facts)
