"""What members and places are called in the language of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django import template
from django.utils.translation import gettext as _

from kragozor.hub.common.templatetags.formats import language
from kragozor.hub.directory import queries
from kragozor.words import say
from kragozor.words.latin import latin

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


@register.filter
def called(organisation: Organisation) -> str:
    """``{{ member|called }}``: its name; to English readers in Latin letters."""
    if language() == "en":
        return organisation.name_latin or latin(organisation.name)
    return organisation.name


@register.filter
def spelled(text: str) -> str:
    """``{{ member.town|spelled }}``: a Bulgarian name in the letters of the page."""
    return latin(text) if language() == "en" else text


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
