"""Consents: given and withdrawn by the same step, each written down with the words shown."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from kragozor.hub.common import audit
from kragozor.hub.people.enums import WORDS, Purpose, Source
from kragozor.hub.people.models import Consent, Person
from kragozor.hub.people.queries import has_consent


@transaction.atomic
def consent_record(
    *,
    person: Person,
    purpose: Purpose,
    given: bool,
    source: Source,
    at: datetime | None = None,
    words: str = "",
    actor: Person | None = None,
) -> Consent | None:
    """Write down that a person consents or withdraws; ``None`` where that is so already.

    ``at`` is when they said it, now unless told; ``words`` is what they read, the sentence of
    the page in its language unless told; ``actor`` is who writes it down, themselves unless told.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    if has_consent(person, purpose) == given:
        return None
    consent = Consent.objects.create(
        person=person,
        purpose=purpose,
        given=given,
        at=at or timezone.now(),
        words=words or str(WORDS[purpose]),
        source=source,
    )
    action = "consent.given" if given else "consent.withdrawn"
    facts = {"person": str(person.pk), "purpose": purpose, "source": source}
    audit.record(actor=actor or person, action=action, subject=consent, **facts)
    return consent
