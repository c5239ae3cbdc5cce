"""The directory of members, and the page of each."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kragozor.hub.directory import queries
from kragozor.hub.directory.filters import address, narrowed
from kragozor.hub.directory.forms import SearchForm
from kragozor.hub.members import queries as members
from kragozor.hub.members.enums import PILLARS, Direction

ON_A_PAGE = 24


@require_safe
def member_list(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET)
    wanted = form.asked
    if form.is_valid() and "" in request.GET.values():
        # A form sends its empty fields too; an address that people pass on is without them.
        return redirect(request.path + address(wanted).rstrip("?"))
    everybody = members.members_shown()
    answers = members.by_relevance(narrowed(everybody, wanted), wanted.get("q", ""))
    found = Paginator(queries.for_cards(answers), ON_A_PAGE)
    facets = pillar_facets(wanted)
    # Counted for its facet already; asking twice would cost as much as the page itself.
    found.count = next(one["count"] for one in facets if one["current"])
    facts = {
        "form": form,
        "page": found.get_page(request.GET.get("page")),
        "facets": facets,
        "chips": chips(form, wanted),
        "searching": bool(wanted),
    }
    return render(request, "directory/members.html", facts)


@require_safe
def member_page(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    member = queries.member_shown(organisation_id)
    if member is None:
        return to_kept(organisation_id)
    offerings = member.offerings_today
    facts = {
        "member": member,
        "offers": [one for one in offerings if one.direction == Direction.OFFER],
        "seeks": [one for one in offerings if one.direction == Direction.SEEK],
        "contacts": queries.contacts_of(member),
        "badge": queries.badge_of(member),
    }
    return render(request, "directory/member.html", facts)


def to_kept(organisation_id: UUID) -> HttpResponse:
    """Lead on from the address of a merged member to the one that was kept, if it is shown."""
    kept = members.kept_at_last(organisation_id)
    if kept is None or queries.member_shown(kept) is None:
        raise Http404
    return redirect("directory:member", kept)


def pillar_facets(wanted: Mapping[str, str]) -> list[dict[str, object]]:
    """Return a line for all pillars and for each: how many it has, where it leads."""
    others = narrowed(members.members_shown(), wanted, but="pillar")
    counts = queries.pillar_facets(others)
    here = wanted.get("pillar", "")
    lines = [("", _("All")), *PILLARS]
    return [
        {
            "label": label,
            "count": counts[code],
            "address": address(wanted, pillar=code),
            "current": code == here,
        }
        for code, label in lines
    ]


def chips(form: SearchForm, wanted: Mapping[str, str]) -> list[dict[str, str]]:
    """Return what the directory is narrowed down to, each with the way to take it off."""
    return [
        {
            "name": str(field.label),
            "value": _choice_label(field.field.choices, wanted[field.name]),
            "address": address(wanted, **{field.name: ""}),
        }
        for field in form.filters
        if field.name in wanted
    ]


def _choice_label(choices: object, value: str) -> str:
    """Return the label of a choice, which may stand in a group."""
    for key, label in choices:
        if isinstance(label, list | tuple):
            if inner := _choice_label(label, value):
                return inner
        elif key == value:
            return str(label)
    return ""
