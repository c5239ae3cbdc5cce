"""What members show to everybody: nothing of it is seen until a member agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from kragozor.hub.members.models import Offering, Organisation
from kragozor.hub.members.queries.access import representatives_of
from kragozor.hub.members.queries.membership import members
from kragozor.hub.people.enums import Purpose
from kragozor.hub.people.queries import people_who_consented

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


def members_shown() -> QuerySet[Organisation]:
    """Today's members who agreed to be shown, by name."""
    return members().filter(page__is_shown=True).order_by("name", "id")


def offerings_standing() -> QuerySet[Offering]:
    """What organisations offer and seek and have not withdrawn."""
    return Offering.objects.filter(withdrawn_at__isnull=True)


def contacts_of(organisation: Organisation) -> list[Person]:
    """Who acts for an organisation and agreed to be its contact for everybody."""
    agreed = people_who_consented(Purpose.CONTACT)
    acting = representatives_of(organisation).filter(person__in=agreed.order_by())
    return [one.person for one in acting]
