"""Who ends soon, and how well the Council keeps its members, as of a day."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kragozor.hub.common.council import for_council
from kragozor.hub.members import queries, retention
from kragozor.hub.members.forms import DayForm


@for_council
@require_safe
def renewals(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    form = DayForm(request.GET if "on" in request.GET else None, initial={"on": today})
    on = form.cleaned_data["on"] if form.is_valid() else today
    history = queries.history()
    facts = {
        "form": form,
        "on": on,
        "since": retention.year_before(on),
        "endings": queries.memberships_ending(on),
        "renewals": retention.renewals(history, on),
        "attrition": retention.attrition(history, on),
        "lengths": retention.lengths(history, on),
        "grace": retention.GRACE.days,
        "soon": queries.SOON.days,
        "is_ahead": on > today,
    }
    return render(request, "members/council/renewals.html", facts)
