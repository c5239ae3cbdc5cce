"""What everybody may ask about members: whoever agreed to be shown, and figures about all."""

from kragozor.hub.directory.queries.figures import (
    PlaceFigures,
    divisions_of,
    figures_by_district,
    pillar_counts_by_district,
)
from kragozor.hub.directory.queries.past import Pillars, PillarThen, pillars_on
from kragozor.hub.directory.queries.shown import (
    badge_of,
    for_cards,
    member_shown,
    offerings_in,
    pillar_facets,
)
from kragozor.hub.members.queries import contacts_of

__all__ = [
    "PillarThen",
    "Pillars",
    "PlaceFigures",
    "badge_of",
    "contacts_of",
    "divisions_of",
    "figures_by_district",
    "for_cards",
    "member_shown",
    "offerings_in",
    "pillar_counts_by_district",
    "pillar_facets",
    "pillars_on",
]
