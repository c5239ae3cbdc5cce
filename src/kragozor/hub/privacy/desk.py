"""What of personal data lies on the desk of the Council: what nobody else would notice."""

from __future__ import annotations

from django.http import HttpRequest

from kragozor.hub.common.mail import letters_failed_lately
from kragozor.hub.privacy.queries import erasures_late
from kragozor.hub.privacy.services.overdue import overdue_kinds


def desk_facts(request: HttpRequest) -> dict[str, int] | None:
    """Count what waits for somebody: nothing of it goes by itself."""
    if not request.user.sees_council:
        return None
    facts = {
        "late": erasures_late().count(),
        "overdue": sum(one.count for one in overdue_kinds() if not one.declared.automatic),
        "failures": letters_failed_lately().count(),
    }
    return facts if any(facts.values()) else None
