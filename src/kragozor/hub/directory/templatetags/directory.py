"""What members and places are called in the language of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django import template
from django.utils.translation import gettext as _

from kragozor.hub.common.languages import language
from kragozor.hub.common.written import spelled
from kragozor.hub.directory import queries
from kragozor.words import say

if TYPE_CHECKING:
    from kragozor.hub.directory.places import Place
    from kragozor.hub.directory.queries import PlaceFigures
    from kragozor.hub.measuring.models import Assessment
    from kragozor.hub.members.models import Organisation

register = template.Library()


@register.simple_tag
def badge_of(organisation: Organisation) -> Assessment | None:
    """``{% badge_of member as badge %}``: the result it chose to show to everybody."""
    return queries.badge_of(organisation)


# ``{{ member.town|spelled }}``
register.filter(spelled)


@register.filter
def titled(place: Place) -> str:
    """``{{ place|titled }}``: a district or a region with the word for what it is."""
    names = {"name": say(place.name, language())}
    if not place.is_district:
        return _("%(name)s Region") % names
    # An adjective stands before its noun: Софийска област.
    if language() == "bg" and names["name"].endswith("ска"):
        return f"{names['name']} област"
    return _("%(name)s District") % names


@register.filter
def host(address: str) -> str:
    """``{{ member.website|host }}``: an address as people say it."""
    return urlsplit(address).netloc.removeprefix("www.") or address


@register.filter
def in_pillar(figures: PlaceFigures, pillar: str) -> int:
    """``{{ place.figures|in_pillar:code }}``: how many members of a place are in a pillar."""
    return figures.pillars[pillar]
