"""All members in one list."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kragozor.hub.common.council import for_council
from kragozor.hub.members import queries
from kragozor.hub.members.enums import MemberState
from kragozor.hub.members.forms import MembersForm

ON_A_PAGE = 50


@for_council
@require_safe
def member_list(request: HttpRequest) -> HttpResponse:
    form, today = MembersForm(request.GET), timezone.localdate()
    found = Paginator(queries.organisations_listed(today, **form.wanted), ON_A_PAGE)
    counts = queries.state_counts(today)
    query = request.GET.copy()
    query.pop("page", None)
    facts = {
        "form": form,
        "page": found.get_page(request.GET.get("page")),
        "members": counts[MemberState.MEMBER] + counts[MemberState.ENDS_SOON],
        "ends_soon": counts[MemberState.ENDS_SOON],
        "lapsed": counts[MemberState.LAPSED],
        "pillars": queries.member_counts(today),
        "searching": any(value for name, value in form.wanted.items() if name != "sort"),
        "query": query.urlencode(),
    }
    return render(request, "members/council/list.html", facts)
