"""Which organisations let their numbers be counted: the latest word of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import OuterRef, QuerySet, Subquery

from kragozor.hub.figures.models import Agreement
from kragozor.hub.members import queries as members

if TYPE_CHECKING:
    from kragozor.hub.members.models import Organisation


def agreed_organisations() -> QuerySet[Organisation]:
    """The organisations that agree today."""
    latest = Agreement.objects.filter(organisation=OuterRef("pk")).order_by("-at", "-id")
    found = members.organisations().alias(agrees=Subquery(latest.values("given")[:1]))
    return found.filter(agrees=True)


def has_agreed(organisation: Organisation) -> bool:
    """Whether an organisation agrees today."""
    return agreed_organisations().filter(pk=organisation.pk).exists()


def agreements_of(organisations: QuerySet[Organisation]) -> QuerySet[Agreement]:
    """Every word of some organisations, the latest first."""
    found = Agreement.objects.filter(organisation__in=organisations)
    return found.select_related("by", "organisation").order_by("-at", "-id")
