"""All members in one list."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kragozor.hub.common.council import for_council
from kragozor.hub.common.lists import page_of
from kragozor.hub.members import queries
from kragozor.hub.members.enums import MemberState
from kragozor.hub.members.forms import MembersForm


@for_council
@require_safe
def member_list(request: HttpRequest) -> HttpResponse:
    form, today = MembersForm(request.GET), timezone.localdate()
    found = queries.organisations_listed(today, **form.asked)
    counts = queries.state_counts(today)
    facts = {
        "form": form,
        "page": page_of(found, request),
        "members": counts[MemberState.MEMBER] + counts[MemberState.ENDS_SOON],
        "ends_soon": counts[MemberState.ENDS_SOON],
        "lapsed": counts[MemberState.LAPSED],
        "pillars": queries.member_counts(today),
        "searching": form.is_search,
    }
    return render(request, "members/council/list.html", facts)
