"""Links that show a result to others, and the page that they show."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from kragozor.hub.common.attachments import attachment
from kragozor.hub.measuring import exports, queries
from kragozor.hub.measuring.forms import ShareForm
from kragozor.hub.measuring.models import ShareLink
from kragozor.hub.measuring.result_page import result_html
from kragozor.hub.measuring.services.sharing import link_create, link_revoke, link_seen
from kragozor.hub.measuring.views.finding import absent_if_archived, assessment_to_edit
from kragozor.hub.members.queries import who_sees_numbers


@login_required
def share(request: HttpRequest, assessment_id: UUID) -> HttpResponse:
    assessment = assessment_to_edit(request, assessment_id)
    form = ShareForm(request.POST or None)
    if request.method == "POST":
        absent_if_archived(assessment.inventory)
    if form.is_valid():
        link_create(actor=request.user, assessment=assessment, **form.cleaned_data)
        messages.success(request, _("The link is ready. Copy it below."))
        return redirect("measuring:share", assessment.pk)
    links = queries.links_for(request.user).filter(assessment=assessment)
    facts = {"assessment": assessment, "form": form, "links": links}
    facts["who"] = who_sees_numbers(assessment.inventory.organisation)
    return render(request, "measuring/share.html", facts)


@require_POST
@login_required
def revoke(request: HttpRequest, link_id: int) -> HttpResponse:
    link = get_object_or_404(queries.links_for(request.user), pk=link_id)
    assessment_to_edit(request, link.assessment_id)
    link_revoke(actor=request.user, link=link)
    messages.success(request, _("The link shows nothing from now on."))
    return redirect("measuring:share", link.assessment_id)


@never_cache
@require_safe
def shared(request: HttpRequest, token: str) -> HttpResponse:
    """A result for whoever holds the link: no names of people, nothing to press, not indexed."""
    link = _opened(request, token)
    if link is None:
        return _closed(request)
    assessment = link.assessment
    facts = {
        "link": link,
        "assessment": assessment,
        "organisation": assessment.inventory.organisation,
        "result": result_html(assessment.pk, request.LANGUAGE_CODE),
    }
    return _apart(render(request, "measuring/shared.html", facts))


@never_cache
@require_safe
def shared_pdf(request: HttpRequest, token: str) -> HttpResponse:
    """The same result to print, as long as the link is open."""
    link = _opened(request, token)
    if link is None:
        return _closed(request)
    content = exports.pdf(link.assessment, request.LANGUAGE_CODE)
    return _apart(attachment(content, f"{exports.name_of(link.assessment)}.pdf"))


def _opened(request: HttpRequest, token: str) -> ShareLink | None:
    """Return the link of a token while it is open; who only asks for the head reads nothing."""
    link = queries.link_open(token)
    if link is not None and request.method == "GET":
        link_seen(link)
    return link


def _closed(request: HttpRequest) -> HttpResponse:
    return _apart(render(request, "measuring/shared_closed.html", status=404))


def _apart(response: HttpResponse) -> HttpResponse:
    """Keep an answer out of search engines, and its address from the pages that it leads to."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response
