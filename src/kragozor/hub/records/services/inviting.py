"""Invite the contacts that came with imported members: each once, as an owner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone

from kragozor.hub.common import audit
from kragozor.hub.members import queries
from kragozor.hub.members.enums import Role
from kragozor.hub.members.services import Refused as RefusedByMembers
from kragozor.hub.members.services import invitation_send
from kragozor.hub.pipeline.queries.silence import silent_among
from kragozor.hub.records.enums import Outcome, Target
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
    want_no_letters: int = 0


def contacts_of(batch: Import) -> Contacts:
    """Sort the contacts of a batch by whether they are to be written to."""
    if batch.target != Target.MEMBERS or not batch.is_standing:
        raise NotOfMembers
    written = batch.rows.exclude(record_id=None).exclude(outcome=Outcome.REFUSED)
    rows = [row for row in written if row.values.get("contact_email")]
    known = _Known([row.record_id for row in rows])
    silent = silent_among(row.values["contact_email"] for row in rows)
    found = Contacts()
    for row in rows:
        mark = (row.record_id, row.values["contact_email"])
        if mark in known.acting:
            found.represent_already += 1
        elif mark in known.invited or row.invited_at:
            found.invited_before += 1
        elif row.values["contact_email"] in silent:
            found.want_no_letters += 1
        elif row.record_id in known.organisations:
            found.to_invite.append(row)
    return found


class _Known:
    """Who acts for some organisations, and who is invited to, by small letters of addresses."""

    def __init__(self, keys: Iterable[UUID]) -> None:
        members = queries.organisations().filter(pk__in=list(keys))
        standing = members.filter(representations__until__isnull=True)
        self.organisations = set(members.values_list("pk", flat=True))
        self.acting = _marks(standing.values_list("pk", "representations__person__email"))
        self.invited = _marks(members.values_list("pk", "invitations__email"))


def _marks(pairs: Iterable[tuple[UUID, str | None]]) -> set[tuple[UUID, str]]:
    return {(key, email.lower()) for key, email in pairs if email}


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
