"""The archives of everything, each for the owner who asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kragozor.hub.members.models import Organisation, Takeaway

if TYPE_CHECKING:
    from kragozor.hub.members.queries.access import Visitor


def takeaway_of(person: Visitor, organisation: Organisation) -> Takeaway | None:
    """The archive that a person asked for last of an organisation, whether it is made or not."""
    asked = Takeaway.objects.filter(asked_by=person.pk, organisation=organisation)
    return asked.select_related("job").first()
