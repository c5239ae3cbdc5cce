"""What a person's offices allow towards another person; the plain offices say the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


def may_appoint(actor: Person) -> bool:
    """Whether offices may be given and ended."""
    return actor.is_superuser


def may_reset_second_factor(actor: Person, person: Person) -> bool:
    """Whether a lost second factor may be taken off: never one's own.

    Staff do so for members and experts; for who sees the Council's pages, administrators do.
    """
    if actor.pk == person.pk:
        return False
    return actor.is_superuser if person.sees_council else actor.works_for_council
