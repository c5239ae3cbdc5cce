"""The applications as the Council sees them: the list, one of them, questions about it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kragozor.hub.applications import queries, rules, services
from kragozor.hub.applications.forms.council import QuestionForm, SearchForm
from kragozor.hub.applications.matching import matches
from kragozor.hub.applications.models import Application
from kragozor.hub.applications.timeline import timeline
from kragozor.hub.applications.told import told_of
from kragozor.hub.common.attachments import attachment
from kragozor.hub.common.council import for_council, for_staff
from kragozor.hub.common.lists import page_of
from kragozor.hub.pipeline.queries import card_of_application


@for_council
@require_safe
def application_list(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET)
    asked = form.asked
    found = queries.applications_found(
        state=asked.get("state", ""), pillar=asked.get("pillar", ""), text=asked.get("q", "")
    )
    facts = {
        "form": form,
        "applications": page_of(found, request),
        "counts": queries.state_counts(),
        "is_search": bool(asked),
    }
    return render(request, "applications/council/list.html", facts)


@for_council
@require_safe
def application_page(request: HttpRequest, application_id: UUID) -> HttpResponse:
    return review_page(request, found_application(application_id), QuestionForm())


@for_staff
@require_POST
def review_begin(request: HttpRequest, application_id: UUID) -> HttpResponse:
    application = found_application(application_id)
    try:
        services.review_begin(actor=request.user, application=application)
        messages.success(request, _("The applicant sees that it is in review."))
    except services.NotSo:
        messages.info(request, _("Somebody was quicker; see below where it stands."))
    return redirect("applications:council_application", application.pk)


@for_staff
@require_POST
def question_ask(request: HttpRequest, application_id: UUID) -> HttpResponse:
    application, form = found_application(application_id), QuestionForm(request.POST)
    if not form.is_valid():
        return review_page(request, application, form)
    try:
        services.question_ask(actor=request.user, application=application, **form.cleaned_data)
        messages.success(request, _("The question is on its way."))
    except services.NotSo:
        messages.info(request, _("Somebody was quicker; see below where it stands."))
    return redirect("applications:council_application", application.pk)


@for_council
@require_safe
def declaration_file(request: HttpRequest, application_id: UUID) -> HttpResponse:
    """The signed declaration, where it was kept."""
    application = found_application(application_id)
    if not hasattr(application, "declaration") or not application.declaration.file:
        raise Http404
    with application.declaration.file.open() as file:
        return attachment(file.read(), f"{application} – {_('declaration')}.pdf")


def found_application(application_id: UUID) -> Application:
    return get_object_or_404(queries.applications_for_council(), pk=application_id)


def review_page(request: HttpRequest, application: Application, form: QuestionForm) -> HttpResponse:
    """Show all that is known about one application, and what can be done with it."""
    state = application.state
    facts = {
        "application": application,
        "form": form,
        "told": told_of(application),
        "consents": application.consents.all(),
        "questions": queries.questions_of(application),
        "timeline": timeline(application),
        "card": card_of_application(application.pk),
        "matches": matches(application) if rules.may_decide(state) else [],
        "may_begin": request.user.works_for_council and rules.may_begin_review(state),
        "may_decide": request.user.works_for_council and rules.may_decide(state),
    }
    return render(request, "applications/council/application.html", facts)
