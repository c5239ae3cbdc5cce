"""What may stand once only, where two records become one: settled before anything moves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import QuerySet
from django.utils import timezone

from kragozor.hub.records.queries import duplicates

if TYPE_CHECKING:
    from kragozor.hub.members.models import Organisation


@dataclass
class Settled:
    """Which records stay with the absorbed one, and which were ended so that one is left."""

    # By "app.Model", the keys of what does not move.
    staying: dict[str, set[Any]] = field(default_factory=lambda: defaultdict(set))
    # By "app.Model.field", the keys of what was ended by the merger.
    changed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def settle(kept: Organisation, absorbed: Organisation) -> Settled:
    """End, or leave behind, what the kept record has already."""
    settled = Settled()
    for ended, name in _ended(kept, absorbed):
        setattr(ended, name, timezone.now())
        ended.save(update_fields=[name])
        settled.changed[f"{ended._meta.label}.{name}"].append(str(ended.pk))
    for record in duplicates.left_behind(kept, absorbed):
        settled.staying[record._meta.label].add(record.pk)
    return settled


def unsettle(changed: dict[str, list[str]]) -> None:
    """Let what was ended by a merger stand again."""
    for path, keys in changed.items():
        label, _dot, name = path.rpartition(".")
        QuerySet(apps.get_model(label)).filter(pk__in=keys).update(**{name: None})


def _ended(kept: Organisation, absorbed: Organisation) -> Iterator[tuple[Any, str]]:
    """Yield what ends, and the field that says so: the lesser of two that mean the same."""
    for held, other in duplicates.shared_people(kept, absorbed):
        yield (held if duplicates.is_higher(other.role, held.role) else other), "until"
    standing = {one.staff_id: one for one in kept.grants.filter(revoked_at__isnull=True)}
    for grant in absorbed.grants.filter(revoked_at__isnull=True):
        if held := standing.get(grant.staff_id):
            yield min(held, grant, key=lambda one: one.until), "revoked_at"
    waiting = {"accepted_at__isnull": True, "revoked_at__isnull": True}
    invited = kept.invitations.filter(**waiting).values_list("email", flat=True)
    for invitation in absorbed.invitations.filter(**waiting, email__in=list(invited)):
        yield invitation, "revoked_at"
