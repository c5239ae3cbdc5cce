"""The memberships that end soon, and whether the letters about it reached anybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from kragozor.hub.common.mail import letters_sent_to
from kragozor.hub.common.models import LetterOutcome
from kragozor.hub.members.enums import Role
from kragozor.hub.members.models import Representation, Term
from kragozor.hub.members.queries.standing import terms_ending

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True)
class Ending:
    """A term that ends soon and is followed by none: who was written to, and with what outcome."""

    term: Term
    written: list[datetime]
    has_owner: bool
    has_failed: bool

    @property
    def needs_a_call(self) -> bool:
        """Whether nobody learns of the end unless somebody of the Council tells them."""
        return self.has_failed or not self.has_owner


def memberships_ending(on: date) -> list[Ending]:
    """The terms that end soon after a day, the first to end first."""
    terms = list(terms_ending(on))
    owners = _owners_of([term.organisation_id for term in terms])
    written = {term.pk: [one.sent_at for one in term.reminders.all()] for term in terms}
    unreached = _unreached(terms, owners, written)
    return [
        Ending(
            term,
            written[term.pk],
            has_owner=bool(owners[term.organisation_id]),
            has_failed=term.pk in unreached,
        )
        for term in terms
    ]


def _owners_of(organisations: Sequence[UUID]) -> dict[UUID, list[str]]:
    """Return the addresses of the owners who may be written to."""
    found: dict[UUID, list[str]] = defaultdict(list)
    acting = Representation.objects.filter(
        organisation__in=organisations, role=Role.OWNER, until=None, person__is_active=True
    )
    for organisation, email in acting.values_list("organisation_id", "person__email"):
        # The log of letters has addresses in small letters.
        found[organisation].append(email.lower())
    return found


def _unreached(
    terms: Sequence[Term], owners: dict[UUID, list[str]], written: dict[int, list[datetime]]
) -> set[int]:
    """Return the terms about which letters went out last, and none of them arrived."""
    asked = {term.pk: max(written[term.pk]) for term in terms if written[term.pk]}
    if not asked:
        return set()
    everybody = [email for emails in owners.values() for email in emails]
    letters = list(letters_sent_to(everybody, since=min(asked.values())))
    unreached = set()
    for term in terms:
        since, emails = asked.get(term.pk), owners[term.organisation_id]
        mine = [one for one in letters if since and one.sent_at >= since and one.to in emails]
        if mine and all(one.outcome == LetterOutcome.FAILED for one in mine):
            unreached.add(term.pk)
    return unreached
