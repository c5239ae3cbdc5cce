"""The three pillars, and each by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kragozor.hub.directory import places, queries
from kragozor.hub.directory.filters import narrowed
from kragozor.hub.directory.maps import map_of
from kragozor.hub.directory.progress import pillars_today
from kragozor.hub.members import queries as members
from kragozor.hub.people import queries as people
from kragozor.hub.people.enums import Purpose

if TYPE_CHECKING:
    from kragozor.hub.members.models import Pillar

# A pillar's page names some of its members; the directory has them all.
NAMED = 12


@require_safe
def pillar_list(request: HttpRequest) -> HttpResponse:
    facts = {"pillars": pillars_today(), "today": timezone.localdate()}
    return render(request, "directory/pillars.html", facts)


@require_safe
def pillar_page(request: HttpRequest, code: str) -> HttpResponse:
    one = next((one for one in pillars_today() if one.pillar.code == code), None)
    if one is None:
        raise Http404
    today = timezone.localdate()
    counts = queries.pillar_counts_by_district(code, today)
    shown = narrowed(members.members_shown(), {"pillar": code})
    facts = {
        "one": one,
        "pillar": one.pillar,
        "lead": lead_named(one.pillar),
        "today": today,
        "shown": queries.for_cards(shown)[:NAMED],
        "shown_count": shown.count(),
        "map": map_of(counts, _("Members of the pillar by district")),
        "places": places.districts_counted(counts),
        "elsewhere": counts.get("", 0),
    }
    return render(request, "directory/pillar.html", facts)


def lead_named(pillar: Pillar) -> str:
    """Return the name of who leads a pillar, while this person consents to be a contact."""
    lead = pillar.lead
    if lead is None or not lead.is_active or not people.has_consent(lead, Purpose.CONTACT):
        return ""
    return lead.full_name
