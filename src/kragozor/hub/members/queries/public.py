"""What members show to everybody: nothing of it is seen until a member agrees."""

from __future__ import annotations

from django.db.models import QuerySet

from kragozor.hub.members.models import Offering, Organisation
from kragozor.hub.members.queries.membership import members


def members_shown() -> QuerySet[Organisation]:
    """Today's members who agreed to be shown, by name."""
    return members().filter(page__is_shown=True).order_by("name", "id")


def offerings_standing() -> QuerySet[Offering]:
    """What organisations offer and seek and have not withdrawn."""
    return Offering.objects.filter(withdrawn_at__isnull=True)
