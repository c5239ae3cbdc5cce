"""Invite the contacts that came with imported members: each once, as an owner."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils import timezone

from kragozor.hub.common import audit
from kragozor.hub.members import queries
from kragozor.hub.members.enums import Role
from kragozor.hub.members.services import Refused as RefusedByMembers
from kragozor.hub.members.services import invitation_send
from kragozor.hub.records.enums import Target
from kragozor.hub.records.models import Import, ImportRow
from kragozor.hub.records.services.imports import Refused

if TYPE_CHECKING:
    from kragozor.hub.common.jobs import Progress
    from kragozor.hub.people.models import Person


class NotOfMembers(Refused):
    """Only members have people to invite, and only once they are admitted."""


@dataclass
class Contacts:
    """Whom a batch lets invite, and who needs no letter."""

    to_invite: list[ImportRow] = field(default_factory=list)
    invited_before: int = 0
    represent_already: int = 0


def contacts_of(batch: Import) -> Contacts:
    """Sort the contacts of a batch by whether they are to be written to."""
    if batch.target != Target.MEMBERS or not batch.is_standing:
        raise NotOfMembers
    rows = [row for row in batch.rows.exclude(record_id=None) if row.values.get("contact_email")]
    members = queries.organisations().filter(pk__in=[row.record_id for row in rows])
    acting = set(
        members.filter(representations__until__isnull=True).values_list(
            "pk", "representations__person__email"
        )
    )
    invited = set(members.values_list("pk", "invitations__email"))
    known = set(members.values_list("pk", flat=True))
    found = Contacts()
    for row in rows:
        mark = (row.record_id, row.values["contact_email"])
        if mark in acting:
            found.represent_already += 1
        elif mark in invited or row.invited_at:
            found.invited_before += 1
        elif row.record_id in known:
            found.to_invite.append(row)
    return found


def contacts_invite(
    *, actor: Person, batch: Import, language: str, progress: Progress | None = None
) -> dict[str, int]:
    """Write to every contact who is not invited yet; return how many letters went out.

    Each letter is a change of its own: what was sent is sent, even if a later one fails.
    """
    contacts = contacts_of(batch)
    organisations = queries.organisations().in_bulk([row.record_id for row in contacts.to_invite])
    sent = refused = 0
    for done, row in enumerate(contacts.to_invite, start=1):
        try:
            invitation_send(
                actor=actor,
                organisation=organisations[row.record_id],
                email=row.values["contact_email"],
                role=Role.OWNER,
                language=language,
            )
        except RefusedByMembers:
            refused += 1
        else:
            sent += 1
            ImportRow.objects.filter(pk=row.pk).update(invited_at=timezone.now())
        if progress:
            progress(done, len(contacts.to_invite))
    audit.record(actor=actor, action="import.contacts_invited", subject=batch, sent=sent)
    return {"sent": sent, "refused": refused}
