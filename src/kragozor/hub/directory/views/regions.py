"""The regions and districts: who is there, what they do, what they could exchange."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kragozor.hub.common.languages import language
from kragozor.hub.directory import places, queries
from kragozor.hub.directory.maps import map_of
from kragozor.hub.members import queries as members
from kragozor.hub.members.enums import PILLARS, SIDES, Direction, Side
from kragozor.words import say

NAMED = 24
EXCHANGED = 20


@require_safe
def region_list(request: HttpRequest) -> HttpResponse:
    figures = queries.figures_by_district()
    facts = {
        "regions": places.regions(figures),
        "map": map_of(counts_of(figures), _("Members by district")),
        "pillars": PILLARS,
        "total": sum(one.members for one in figures.values()),
        "inhabited": sum(bool(code and one.members) for code, one in figures.items()),
        "elsewhere": figures[""].members,
        "today": timezone.localdate(),
    }
    return render(request, "directory/regions.html", facts)


@require_safe
def region_page(request: HttpRequest, code: str) -> HttpResponse:
    figures = queries.figures_by_district()
    found = places.place_of(code, figures)
    if found is None:
        raise Http404
    place, region = found
    shown = members.members_shown().filter(district__startswith=place.code)
    offerings = list(queries.offerings_in(place.code)[:EXCHANGED])
    title = _("Members by district: %(place)s") % {"place": say(place.name, language())}
    facts = {
        "place": place,
        "region": region,
        "shown": queries.for_cards(shown.filter(kind__in=kinds_of(Side.BUSINESS)))[:NAMED],
        "partners": queries.for_cards(shown.exclude(kind__in=kinds_of(Side.BUSINESS)))[:NAMED],
        "divisions": queries.divisions_of(place.code),
        "offers": [one for one in offerings if one.direction == Direction.OFFER],
        "needs": [one for one in offerings if one.direction == Direction.SEEK],
        "map": map_of(counts_of(figures), title, selected=place.code),
        "pillars": [(code, label, place.figures.pillars[code]) for code, label in PILLARS],
        "today": timezone.localdate(),
    }
    return render(request, "directory/region.html", facts)


def counts_of(figures: dict[str, queries.PlaceFigures]) -> dict[str, int]:
    """Return how many members each district has."""
    return {code: one.members for code, one in figures.items()}


def kinds_of(side: Side) -> list[str]:
    """Return the kinds of organisations that count on one side."""
    return [kind for kind, its_side in SIDES.items() if its_side == side]
