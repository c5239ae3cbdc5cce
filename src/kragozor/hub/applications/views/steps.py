"""Filling an application in: each step is a page, kept by itself, in any order."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kragozor.hub.applications import progress, rules, services
from kragozor.hub.applications.forms.steps import (
    ConsentsStep,
    FactsStep,
    OfferForm,
    OrganisationStep,
    PillarsStep,
    PlaceStep,
    RepresentativeForm,
)
from kragozor.hub.applications.models import Application
from kragozor.hub.applications.progress import Step
from kragozor.hub.applications.views.doors import by_link
from kragozor.hub.people.enums import WORDS


@by_link(rules.may_edit)
def organisation(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    return _facts(request, application, token, progress.ORGANISATION, OrganisationStep)


@by_link(rules.may_edit)
def place(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    return _facts(request, application, token, progress.PLACE, PlaceStep)


def _facts(
    request: HttpRequest,
    application: Application,
    token: str,
    step: Step,
    form_class: type[FactsStep],
) -> HttpResponse:
    """Keep what is right of a step; only what is wrong holds the applicant on the page."""
    form = form_class(_posted(request), application=application)
    if request.method == "POST":
        form.is_valid()
        services.facts_save(application=application, facts=form.kept())
        if form.is_kept:
            return onward(request, token, step)
    return step_page(request, application, token, step, form=form)


@by_link(rules.may_edit)
def pillars(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    form = PillarsStep(_posted(request), initial={"pillars": application.pillars})
    if form.is_valid():
        services.pillars_save(application=application, **form.cleaned_data)
        return onward(request, token, progress.PILLARS)
    return step_page(request, application, token, progress.PILLARS, form=form)


@by_link(rules.may_edit)
def people(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    named = list(application.representatives.all())
    own = {"name": application.applicant_name, "email": application.applicant_email}
    form = RepresentativeForm(_posted(request), initial={} if named else own)
    if form.is_valid() and _is_named(application, form):
        return redirect("applications:people", token)
    return step_page(request, application, token, progress.PEOPLE, form=form, representatives=named)


def _is_named(application: Application, form: RepresentativeForm) -> bool:
    """Name somebody, or say on the form why they cannot be named."""
    try:
        services.representative_name(application=application, **form.cleaned_data)
    except services.AlreadyNamed:
        form.add_error("email", _("This person is named already; remove them first to change it."))
        return False
    except services.TooMany:
        form.add_error(None, _("Ten people are enough here; owners invite others later."))
        return False
    return True


@require_POST
@by_link(rules.may_edit)
def person_remove(
    request: HttpRequest, application: Application, token: str, representative_id: int
) -> HttpResponse:
    services.representative_remove(application=application, representative_id=representative_id)
    return redirect("applications:people", token)


@by_link(rules.may_edit)
def offers(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    form = OfferForm(_posted(request))
    if form.is_valid():
        try:
            services.offer_make(application=application, **form.cleaned_data)
            return redirect("applications:offers", token)
        except services.TooMany:
            form.add_error(None, _("Twenty are enough here; more can be told as a member."))
    made = application.offers.all()
    return step_page(request, application, token, progress.OFFERS, form=form, offers=made)


@require_POST
@by_link(rules.may_edit)
def offer_remove(
    request: HttpRequest, application: Application, token: str, offer_id: int
) -> HttpResponse:
    services.offer_remove(application=application, offer_id=offer_id)
    return redirect("applications:offers", token)


@by_link(rules.may_edit)
def consents(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    given = {one.purpose: True for one in application.consents.all()}
    form = ConsentsStep(_posted(request), initial=given)
    if form.is_valid():
        services.consents_set(
            application=application, purposes=form.purposes, language=request.LANGUAGE_CODE
        )
        return onward(request, token, progress.CONSENTS)
    fields = [(purpose.label, form[purpose.value]) for purpose in WORDS]
    return step_page(request, application, token, progress.CONSENTS, form=form, purposes=fields)


def onward(request: HttpRequest, token: str, step: Step) -> HttpResponse:
    """Lead to the next step, or to the overview for who goes on later."""
    if "later" in request.POST:
        messages.success(request, _("Saved. Go on any day by the link in the letter."))
        return redirect("applications:application", token)
    return redirect(f"applications:{progress.after(step).view}", token)


def step_page(
    request: HttpRequest, application: Application, token: str, step: Step, **facts: object
) -> HttpResponse:
    """Show one step among all of them."""
    standings = progress.standings(application)
    done = {one.step for one in standings if one.told and not one.missing}
    facts |= {"application": application, "token": token, "step": step}
    facts |= {"steps": progress.STEPS, "done": done}
    facts["next"] = progress.after(step)
    return render(request, f"applications/steps/{step.view}.html", facts)


def _posted(request: HttpRequest) -> object:
    """Return what was posted, even if it is nothing but an empty form."""
    return request.POST if request.method == "POST" else None
