"""What a person consents to: given and withdrawn by one press each, with the whole history."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kragozor.hub.people import queries, services
from kragozor.hub.people.enums import WORDS, Purpose, Source
from kragozor.hub.people.models import Consent


@dataclass(frozen=True)
class Line:
    """A purpose as the page shows it: the words to agree to, and what was said last."""

    purpose: Purpose
    words: str
    latest: Consent | None

    @property
    def given(self) -> bool:
        return self.latest is not None and self.latest.given


@login_required
@require_safe
def consent_page(request: HttpRequest) -> HttpResponse:
    history = list(queries.consents_of(request.user))
    latest = {consent.purpose: consent for consent in reversed(history)}
    purposes = [Line(purpose, str(WORDS[purpose]), latest.get(purpose)) for purpose in Purpose]
    return render(request, "people/consents.html", {"purposes": purposes, "history": history})


@login_required
@require_POST
def consent_say(request: HttpRequest, purpose: str) -> HttpResponse:
    if purpose not in Purpose.values:
        raise Http404
    given = request.POST.get("given") == "yes"
    services.consent_record(
        person=request.user, purpose=Purpose(purpose), given=given, source=Source.ACCOUNT
    )
    text = _("Thank you. You can withdraw at any time.") if given else _("Withdrawn.")
    messages.success(request, text)
    return redirect("people:consents")
