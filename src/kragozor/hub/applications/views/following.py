"""An application as a whole: its overview, its paper, sending it, answering, taking it back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kragozor.hub.applications import progress, queries, rules, services
from kragozor.hub.applications.enums import State
from kragozor.hub.applications.forms.steps import AnswerForm, DeclarationForm, SendForm
from kragozor.hub.applications.models import Application
from kragozor.hub.applications.paper import application_pdf
from kragozor.hub.applications.signatures import NotPdf
from kragozor.hub.applications.timeline import timeline
from kragozor.hub.applications.told import told_of
from kragozor.hub.applications.views.doors import by_link
from kragozor.hub.applications.views.steps import step_page
from kragozor.hub.common.attachments import attachment
from kragozor.hub.common.uploads import sent_with


@require_safe
@by_link()
def application_page(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    """The overview of a draft; the state, the questions and the decision afterwards."""
    facts = {"application": application, "token": token}
    if application.state == State.DRAFT:
        standings = progress.standings(application)
        facts |= {"standings": standings, "onward": progress.onward(standings)}
        return render(request, "applications/draft.html", facts)
    facts |= {
        "timeline": timeline(application),
        "questions": queries.questions_of(application),
        "told": told_of(application),
        "consents": application.consents.all(),
        "may_withdraw": rules.may_withdraw(application.state),
        "may_sign": rules.may_sign(application.state),
    }
    return render(request, "applications/following.html", facts)


@by_link(rules.may_sign)
def declaration(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    is_sent = request.method == "POST"
    form = DeclarationForm(request.POST, **sent_with(request)) if is_sent else DeclarationForm()
    if form.is_valid() and _is_taken(application, form):
        messages.success(request, _("We have read the declaration; see below what we found."))
        return redirect("applications:declaration", token)
    facts = {"form": form, "is_draft": application.state == State.DRAFT}
    return step_page(request, application, token, progress.DECLARATION, **facts)


def _is_taken(application: Application, form: DeclarationForm) -> bool:
    """Take the file in, or say on the form why it cannot be taken."""
    try:
        services.declaration_take(application=application, content=form.cleaned_data["file"].read())
    except NotPdf:
        form.add_error(
            "file",
            _("This cannot be read as a PDF. Download the declaration again, sign it, send it."),
        )
        return False
    return True


@require_safe
@by_link()
def declaration_pdf(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    return attachment(application_pdf(application), _("declaration") + ".pdf")


@by_link(rules.may_edit)
def review(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    form = SendForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            services.application_send(application=application, language=request.LANGUAGE_CODE)
        except services.Incomplete:
            form.add_error(None, _("Something is still missing; the list says what."))
        else:
            messages.success(request, _("Sent. We have mailed you a confirmation."))
            return redirect("applications:application", token)
    lacking = [one for one in progress.standings(application) if one.missing]
    facts = {"form": form, "lacking": lacking, "told": told_of(application)}
    facts["consents"] = application.consents.all()
    return step_page(request, application, token, progress.REVIEW, **facts)


@by_link(rules.may_withdraw)
def withdraw(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    if request.method == "POST":
        services.application_withdraw(application=application)
        messages.success(request, _("The application is withdrawn."))
        return redirect("applications:application", token)
    return render(
        request, "applications/withdraw.html", {"application": application, "token": token}
    )


@by_link(rules.may_decide)
def answer(
    request: HttpRequest, application: Application, token: str, question_id: int
) -> HttpResponse:
    question = get_object_or_404(queries.questions_of(application), pk=question_id)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            services.question_answer(
                application=application, question=question, text=form.cleaned_data["text"]
            )
            messages.success(request, _("Thank you. We have told the person who asked."))
        except services.AlreadyAnswered:
            messages.info(request, _("This question has an answer already."))
        return redirect("applications:application", token)
    facts = {"application": application, "token": token, "question": question, "form": form}
    return render(request, "applications/answer.html", facts)
