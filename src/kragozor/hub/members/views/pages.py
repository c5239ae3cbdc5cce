"""The public page of a member, as its owners make it and its people preview it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kragozor.hub.common.uploads import sent_with
from kragozor.hub.members import queries, rules, services
from kragozor.hub.members.forms import LogoForm, OfferingForm, PageForm, ProjectForm
from kragozor.hub.members.models import Organisation
from kragozor.hub.members.views.doors import (
    changed_meanwhile,
    organisation_and_standing,
    organisation_if,
)

PAGE = ("text_bg", "text_en", "is_shown", "shows_badge")
PROJECT = ("title_bg", "title_en", "year", "text_bg", "text_en", "address")


@login_required
@require_safe
def page(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    organisation, standing = organisation_and_standing(request, organisation_id)
    shown, is_seen = queries.page_of(organisation), queries.is_seen_by_everybody(organisation)
    facts = {
        "organisation": organisation,
        "page": shown,
        # A badge has a number, which the staff sees no sooner than everybody does.
        "shows_badge": shown.shows_badge and (is_seen or rules.may_view_numbers(standing)),
        "offerings": queries.offerings_of(organisation),
        "projects": queries.projects_of(organisation),
        "may_edit": rules.may_edit_organisation(standing),
        "is_seen": is_seen,
        "is_reached": organisation.website or queries.contacts_of(organisation),
        "who": who_sees_page(organisation),
    }
    return render(request, "members/page.html", facts)


@login_required
def page_edit(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    organisation = _to_edit(request, organisation_id)
    held = queries.page_of(organisation)
    form = PageForm(request.POST or None, initial={name: getattr(held, name) for name in PAGE})
    if request.method == "POST" and form.is_valid():
        services.page_edit(actor=request.user, organisation=organisation, **form.cleaned_data)
        return _saved(request, organisation)
    return _form(request, organisation, form, _("What the page says"))


@login_required
def logo_edit(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    organisation = _to_edit(request, organisation_id)
    is_sent = request.method == "POST"
    form = LogoForm(request.POST, **sent_with(request)) if is_sent else LogoForm()
    if form.is_valid():
        services.logo_set(
            actor=request.user, organisation=organisation, content=form.cleaned_data["logo"]
        )
        return _saved(request, organisation)
    return _form(request, organisation, form, _("Logo"))


@login_required
@require_POST
def logo_remove(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    organisation = _to_edit(request, organisation_id)
    services.logo_remove(actor=request.user, organisation=organisation)
    return _saved(request, organisation)


@login_required
def offering_new(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    organisation = _to_edit(request, organisation_id)
    form = OfferingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.offering_add(actor=request.user, organisation=organisation, **form.cleaned_data)
        return _saved(request, organisation)
    return _form(request, organisation, form, _("Offer or seek something"))


@login_required
@require_POST
def offering_withdraw(
    request: HttpRequest, organisation_id: UUID, offering_id: int
) -> HttpResponse:
    organisation = _to_edit(request, organisation_id)
    offering = get_object_or_404(organisation.offerings, pk=offering_id)
    try:
        services.offering_withdraw(actor=request.user, offering=offering)
    except services.Ended:
        return changed_meanwhile(request, "members:page", organisation)
    return _saved(request, organisation)


@login_required
def project_new(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    organisation = _to_edit(request, organisation_id)
    form = ProjectForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.project_write(actor=request.user, organisation=organisation, **form.cleaned_data)
        return _saved(request, organisation)
    return _form(request, organisation, form, _("Describe a project"))


@login_required
def project_edit(request: HttpRequest, organisation_id: UUID, project_id: int) -> HttpResponse:
    organisation = _to_edit(request, organisation_id)
    project = get_object_or_404(queries.projects_of(organisation), pk=project_id)
    held = {name: getattr(project, name) for name in PROJECT}
    form = ProjectForm(request.POST or None, initial=held)
    if request.method == "POST" and form.is_valid():
        services.project_write(
            actor=request.user, organisation=organisation, project=project, **form.cleaned_data
        )
        return _saved(request, organisation)
    return _form(request, organisation, form, project.title)


@login_required
@require_POST
def project_remove(request: HttpRequest, organisation_id: UUID, project_id: int) -> HttpResponse:
    organisation = _to_edit(request, organisation_id)
    project = queries.projects_of(organisation).filter(pk=project_id).first()
    if project is None:
        return changed_meanwhile(request, "members:page", organisation)
    services.project_remove(actor=request.user, project=project)
    return _saved(request, organisation)


def who_sees_page(organisation: Organisation) -> str:
    """Who sees what the member says of itself, in words for the page."""
    if queries.is_seen_by_everybody(organisation):
        return _("everybody on the internet, what is shown here; not your people and terms.")
    return queries.who_sees(organisation)


def _to_edit(request: HttpRequest, organisation_id: UUID) -> Organisation:
    return organisation_if(rules.may_edit_organisation, request, organisation_id)


def _saved(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    messages.success(request, _("Saved."))
    return redirect("members:page", organisation.pk)


def _form(
    request: HttpRequest, organisation: Organisation, form: Form, heading: str
) -> HttpResponse:
    facts = {"organisation": organisation, "form": form, "heading": heading}
    facts["who"] = who_sees_page(organisation)
    return render(request, "members/page_form.html", facts)
