"""What applications lay on the desk of the Council: those that wait for it."""

from __future__ import annotations

from django.http import HttpRequest

from kragozor.hub.applications import queries

SHOWN = 5


def desk_facts(request: HttpRequest) -> dict[str, object] | None:
    """Return what waits for the Council, the longest first; nothing where nothing does."""
    if not request.user.sees_council:
        return None
    waiting = queries.applications_waiting()
    count = waiting.count()
    return {"applications": waiting[:SHOWN], "count": count} if count else None
