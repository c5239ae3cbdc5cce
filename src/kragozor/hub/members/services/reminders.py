"""Writing to the owners of a member before its term ends: three times, each once."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from kragozor.hub.members.enums import Role
from kragozor.hub.members.letters import reminder_letter
from kragozor.hub.members.models import Organisation, Representation, Term, TermReminder
from kragozor.hub.members.queries import representatives_of, terms_ending
from kragozor.hub.members.services.changes import locked, record

# How many days before the last one the owners are written to.
DAYS_BEFORE = (60, 30, 7)


def reminders_send() -> int:
    """Write the letters that are due today, and return of how many terms they are.

    A hub that stood still for some days sends the one letter that is due now, not all it missed.
    """
    today = timezone.localdate()
    due = terms_ending(today, timedelta(days=max(DAYS_BEFORE)))
    return sum(reminder_send(term=term, today=today) for term in due)


@transaction.atomic
def reminder_send(*, term: Term, today: date) -> bool:
    """Write to the owners about one term, unless that was done for this stretch of days."""
    days = min(days for days in DAYS_BEFORE if (term.ends - today).days <= days)
    # Two workers may look at the same moment; the second waits here, and finds it done.
    locked(term.organisation_id)
    owners = owners_of(term.organisation)
    if not owners or term.reminders.filter(days_before=days).exists():
        return False
    TermReminder.objects.create(term=term, days_before=days)
    record(None, "term.reminded", term, term.organisation, days=days)
    for owner in owners:
        # A letter that fails is in the log of letters and on the desk, and holds up no other.
        transaction.on_commit(reminder_letter(term, owner.person).send, robust=True)
    return True


def owners_of(organisation: Organisation) -> list[Representation]:
    """Return the owners who may be written to."""
    found = representatives_of(organisation)
    return list(found.filter(role=Role.OWNER, person__is_active=True))
