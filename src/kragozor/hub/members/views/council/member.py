"""One member: what it is, its pillars and terms, its people, what was done."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kragozor.hub.common.council import for_council, for_staff
from kragozor.hub.common.templatetags.formats import day
from kragozor.hub.members import queries, rules, services
from kragozor.hub.members.enums import MemberState
from kragozor.hub.members.forms import PillarsForm, TermEndForm, TermForm
from kragozor.hub.members.models import Organisation
from kragozor.hub.members.wording import deeds

LOG = 50
# Whose last term is over, or nearly: they are renewed on its conditions by one press.
RENEWED_AT_A_PRESS = {MemberState.ENDS_SOON, MemberState.LAPSED}


@for_council
@require_safe
def member(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    organisation = found(organisation_id)
    membership, proposed = queries.membership_of(organisation), proposal(organisation)
    facts = {
        "organisation": organisation,
        "membership": membership,
        "needs_renewal": membership.state in RENEWED_AT_A_PRESS,
        "terms": queries.terms_of(organisation),
        "people": queries.representatives_of(organisation),
        "invitations": queries.open_invitations().filter(organisation=organisation),
        "page": queries.page_of(organisation),
        "log": deeds(queries.log_of(organisation)[:LOG]),
        "proposal": proposed,
        # A hidden field is read as a number is written, whatever the language of the page.
        "fee": "" if proposed.get("fee") is None else str(proposed["fee"]),
        "today": timezone.localdate(),
        "may_act": request.user.works_for_council,
    }
    return render(request, "members/council/member.html", facts)


@for_staff
def term_new(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    organisation = found(organisation_id)
    form = TermForm(request.POST or None, initial=proposal(organisation))
    if request.method == "POST" and form.is_valid():
        try:
            term = services.term_begin(
                actor=request.user, organisation=organisation, term=form.term
            )
        except services.TermsOverlap:
            form.add_error("starts", _("Another term runs on some of these days; see the list."))
        else:
            text = _("The term is written: %(name)s is a member until %(day)s.")
            messages.success(request, text % {"name": organisation, "day": day(term.ends)})
            return redirect("members:council_member", organisation.pk)
    facts = {"form": form, "organisation": organisation}
    return render(request, "members/council/term_new.html", facts)


@for_staff
def term_end(request: HttpRequest, organisation_id: UUID, term_id: int) -> HttpResponse:
    organisation = found(organisation_id)
    term = get_object_or_404(organisation.terms.filter(end__isnull=True), pk=term_id)
    today = timezone.localdate()
    form = TermEndForm(
        request.POST or None, term=term, initial={"on": min(max(today, term.starts), term.ends)}
    )
    if request.method == "POST" and form.is_valid():
        # A colleague who pressed at the same moment has ended it as well as one's own press.
        with suppress(services.TermIsOver):
            services.term_end(actor=request.user, term=term, **form.cleaned_data)
        messages.success(request, _("The term is ended. What was written stays on record."))
        return redirect("members:council_member", organisation.pk)
    facts = {"form": form, "organisation": organisation, "term": term}
    return render(request, "members/council/term_end.html", facts)


@for_staff
def pillars(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    organisation = found(organisation_id)
    held = [one.pillar for one in organisation.pillars.filter(until__isnull=True)]
    form = PillarsForm(request.POST or None, initial={"pillars": held})
    if request.method == "POST" and form.is_valid():
        services.pillars_set(actor=request.user, organisation=organisation, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("members:council_member", organisation.pk)
    facts = {"form": form, "organisation": organisation}
    return render(request, "members/council/pillars.html", facts)


def found(organisation_id: UUID) -> Organisation:
    """Return an organisation on record."""
    return get_object_or_404(queries.organisations(), pk=organisation_id)


def proposal(organisation: Organisation) -> dict[str, object]:
    """Return the term to propose: the next year, on the conditions of the last term."""
    latest = queries.terms_of(organisation).first()
    last = queries.membership_of(organisation).until
    starts, ends = rules.next_term(last, timezone.localdate())
    days = {"starts": starts, "ends": ends}
    if latest is None:
        return days
    conditions = ("payment", "fee", "waiver_reason")
    return days | {name: getattr(latest, name) for name in conditions}
