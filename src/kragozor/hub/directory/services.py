"""What the staff changes of what everybody sees."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from kragozor.hub.common import audit

if TYPE_CHECKING:
    from kragozor.hub.members.models import Pillar
    from kragozor.hub.people.models import Person


@transaction.atomic
def pillar_edit(
    *,
    actor: Person,
    pillar: Pillar,
    purpose_bg: str,
    purpose_en: str,
    lead: Person | None,
    target: int,
) -> Pillar:
    """Change what a pillar is for, who leads it and what it aims at; what it was is logged."""
    before = type(pillar).objects.select_for_update().get(pk=pillar.pk)
    facts = {
        "purpose_bg": purpose_bg,
        "purpose_en": purpose_en,
        "lead_id": lead.pk if lead else None,
        "target": target,
    }
    changed = {name: getattr(before, name) for name in facts}
    changed = {name: value for name, value in changed.items() if value != facts[name]}
    if not changed:
        return before
    for name in changed:
        setattr(before, name, facts[name])
    before.save(update_fields=["purpose_bg", "purpose_en", "lead", "target"])
    audit.record(actor=actor, action="pillar.edited", subject=before, before=_logged(changed))
    return before


def _logged(changed: dict[str, object]) -> dict[str, object]:
    """Return facts as the log keeps them, which knows texts and numbers."""
    return {
        name: str(value) if isinstance(value, UUID) else value for name, value in changed.items()
    }
