"""What the members lay on a person's desk: what waits for them, who is here, who ends soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils import timezone

from kragozor.hub.members import queries

if TYPE_CHECKING:
    from kragozor.hub.members.queries import Visitor


def desk_facts(request: HttpRequest) -> dict[str, object] | None:
    """Return what waits; nothing does for who is at home here already."""
    person = request.user
    waiting = list(queries.invitations_for(person))
    is_new = not (waiting or person.sees_council or queries.organisations_of(person).exists())
    council = _council(person) if person.sees_council else None
    found = {"invitations": waiting, "is_new": is_new, "council": council}
    return found if any(found.values()) else None


def _council(person: Visitor) -> dict[str, object]:
    """Return what the Council sees of the members."""
    return {
        "companies": queries.organisations_for(person).count(),
        "open": list(queries.organisations_granted_to(person)),
    }


def endings_facts(request: HttpRequest) -> dict[str, object] | None:
    """Return the memberships that end soon, for the Council; nothing where none does."""
    if not request.user.sees_council:
        return None
    endings = queries.memberships_ending(timezone.localdate())
    calls = sum(ending.needs_a_call for ending in endings)
    return {"endings": endings, "calls": calls} if endings else None
