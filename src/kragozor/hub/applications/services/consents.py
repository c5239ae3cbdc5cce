"""Consents wait in the application until the applicant has an account they belong to."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from kragozor.hub.applications.enums import State
from kragozor.hub.applications.models import Application, ConsentGiven
from kragozor.hub.members.queries import representatives_of
from kragozor.hub.people.enums import Purpose, Source
from kragozor.hub.people.services import consent_record


def consents_carry_over() -> int:
    """Carry the consents of approved applicants over to the accounts they made since."""
    waiting = ConsentGiven.objects.filter(
        carried_at__isnull=True, application__state=State.APPROVED
    ).values("application")
    return sum(map(consents_carry, Application.objects.filter(pk__in=waiting)))


@transaction.atomic
def consents_carry(application: Application) -> int:
    """Write the consents into the account of the applicant, as given when they were.

    Only somebody who acts for the organisation has shown that the address is theirs.
    """
    acting = representatives_of(application.organisation)
    found = acting.filter(person__email=application.applicant_email).first()
    if found is None:
        return 0
    waiting = list(application.consents.select_for_update().filter(carried_at__isnull=True))
    for consent in waiting:
        consent_record(
            person=found.person,
            purpose=Purpose(consent.purpose),
            given=True,
            source=Source.APPLICATION,
            at=consent.at,
            words=consent.words,
        )
        consent.carried_at = timezone.now()
        consent.save(update_fields=["carried_at"])
    return len(waiting)
