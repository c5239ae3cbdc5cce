"""What recruitment lays on the desk of the staff: the steps that are due, theirs and nobody's."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone

from kragozor.hub.pipeline import queries

SHOWN = 8


def desk_facts(request: HttpRequest) -> dict[str, object] | None:
    """Return the steps that are due for somebody of the staff; nothing where none is."""
    if not request.user.works_for_council:
        return None
    today = timezone.localdate()
    due = queries.cards_due(today).filter(Q(owner=request.user) | Q(owner=None))
    count = due.count()
    return {"cards": due[:SHOWN], "count": count, "today": today} if count else None
