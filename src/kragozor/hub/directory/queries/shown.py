"""The members who agreed to be shown, and what each of them shows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet
from django.utils import timezone

from kragozor.hub.measuring import queries as measuring
from kragozor.hub.members import queries as members
from kragozor.hub.members.enums import PILLARS, Topic
from kragozor.instruments.indicators.catalogue import indicator

if TYPE_CHECKING:
    from kragozor.hub.measuring.models import Assessment
    from kragozor.hub.members.models import Offering, Organisation

# The figure that a badge shows: no other is comparable between products.
BADGE = "mci.mci"
RESIDUES = (Topic.RESIDUE, Topic.MATERIAL)


def for_cards(found: QuerySet[Organisation]) -> QuerySet[Organisation]:
    """The same with what their cards say: page, pillars, what they offer and seek."""
    return (
        found.select_related("page")
        .defer("search_text")
        .prefetch_related(
            Prefetch("pillars", _pillars(), to_attr="pillars_today"),
            Prefetch("offerings", members.offerings_standing(), to_attr="offerings_today"),
        )
    )


def member_shown(organisation_id: UUID) -> Organisation | None:
    """One of the members who agreed to be shown, with all that their page says."""
    found = for_cards(members.members_shown()).prefetch_related("projects")
    return found.filter(pk=organisation_id).first()


def pillar_facets(found: QuerySet[Organisation]) -> dict[str, int]:
    """How many are found in all, under "", and in each pillar.

    They are looked for once: comparing words costs more than all the rest.
    """
    held = members.pillars_held_on(timezone.localdate()).filter(organisation=OuterRef("pk"))
    in_pillars = {
        code: Count("pk", filter=Exists(held.filter(pillar=code))) for code, _label in PILLARS
    }
    counts = found.order_by().aggregate(everywhere=Count("pk"), **in_pillars)
    return {"": counts.pop("everywhere")} | counts


def offerings_in(place: str) -> QuerySet[Offering]:
    """Residues and materials that members shown in a district or a region offer and seek."""
    shown = members.members_shown().filter(district__startswith=place)
    found = members.offerings_standing().filter(
        organisation__in=shown.order_by().values("pk"), topic__in=RESIDUES
    )
    return found.select_related("organisation").order_by("direction", "topic", "-created_at", "pk")


def badge_of(organisation: Organisation) -> Assessment | None:
    """The latest circularity of a product that a member measured, if it chose to show it."""
    if not organisation.page.shows_badge:
        return None
    inventories = organisation.inventories.filter(archived_at__isnull=True)
    measured = measuring.latest_of_each(inventories).filter(
        headline=BADGE, value__isnull=False, version=indicator(BADGE.partition(".")[0]).version
    )
    return measured.order_by("-created_at", "pk").first()


def _pillars() -> QuerySet:
    return members.pillar_memberships_on(timezone.localdate())
