"""What a person says about themselves."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from kragozor.hub.common import audit
from kragozor.hub.people.models import Person


@transaction.atomic
def profile_save(*, person: Person, fields: Sequence[str]) -> None:
    """Keep what a person changed; the log tells which fields, not what they said."""
    if fields:
        person.save(update_fields=fields)
        audit.record(actor=person, action="profile.changed", subject=person, fields=list(fields))
