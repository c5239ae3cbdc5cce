"""Deciding on an application: yes, with what membership begins with, or no, and why."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kragozor.hub.applications import rules, services
from kragozor.hub.applications.forms.council import ApproveForm, DeclineForm
from kragozor.hub.applications.matching import acting_already
from kragozor.hub.applications.models import Application
from kragozor.hub.applications.views.council import found_application
from kragozor.hub.common.council import for_staff
from kragozor.hub.members.services import TermsOverlap, TooManyInvitations


@for_staff
def approve(request: HttpRequest, application_id: UUID) -> HttpResponse:
    application = found_application(application_id)
    if not rules.may_decide(application.state):
        return _decided(request, application)
    posted = request.POST if request.method == "POST" else None
    form = ApproveForm(posted, initial={"pillars": application.pillars})
    if form.is_valid():
        try:
            return _approved(request, application, form)
        except services.NotSo:
            return _decided(request, application)
        except TermsOverlap:
            form.add_error("starts", _("A term of this member runs on some of these days."))
        except TooManyInvitations:
            form.add_error(None, _("The member has sent many invitations today. Go on tomorrow."))
    return _page(request, "approve", application, form)


def _approved(request: HttpRequest, application: Application, form: ApproveForm) -> HttpResponse:
    organisation = services.application_approve(
        actor=request.user,
        application=application,
        pillars=form.cleaned_data["pillars"],
        term=form.term,
        reason=form.cleaned_data["reason"],
    )
    messages.success(
        request,
        _("%(organisation)s is a member. The letters are sent.") % {"organisation": organisation},
    )
    return redirect("applications:council_application", application.pk)


@for_staff
def decline(request: HttpRequest, application_id: UUID) -> HttpResponse:
    application = found_application(application_id)
    if not rules.may_decide(application.state):
        return _decided(request, application)
    form = DeclineForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            services.application_decline(
                actor=request.user, application=application, **form.cleaned_data
            )
        except services.NotSo:
            return _decided(request, application)
        messages.success(request, _("Declined. The applicant has been written to."))
        return redirect("applications:council_application", application.pk)
    return _page(request, "decline", application, form)


def _decided(request: HttpRequest, application: Application) -> HttpResponse:
    """Show a decision that stands, instead of a form that could not change it."""
    messages.info(request, _("This application is over; nothing of it changes any more."))
    return redirect("applications:council_application", application.pk)


def _page(request: HttpRequest, name: str, application: Application, form: Form) -> HttpResponse:
    facts = {"application": application, "form": form, "acting": acting_already(application)}
    return render(request, f"applications/council/{name}.html", facts)
