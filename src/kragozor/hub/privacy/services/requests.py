"""Requests to be erased: entered, taken back, and carried out when their day has come."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from kragozor.hub.common import audit
from kragozor.hub.common.mail import unlogged
from kragozor.hub.common.personal import Obstacle, obstacles_of
from kragozor.hub.people.queries import language_of
from kragozor.hub.privacy.letters import asked_letter, done_letter
from kragozor.hub.privacy.models import ErasureRequest
from kragozor.hub.privacy.queries import person_at, subject_at, subject_of
from kragozor.hub.privacy.services.erasing import Erased, erase
from kragozor.hub.privacy.services.erasure_list import erasure_remember

if TYPE_CHECKING:
    from django.core.mail import EmailMessage

    from kragozor.hub.people.models import Person

# So long an erasure can be taken back: by somebody in haste, or whose account was used by others.
WAITING = timedelta(days=14)

log = logging.getLogger(__name__)


class Refused(Exception):
    """A request that cannot be entered; the subclasses say why."""


class AlreadyAsked(Refused):
    """An erasure of this person waits already."""


class Hindered(Refused):
    """Something must be done first; `hindrances_of` says what."""


class Settled(Refused):
    """The request was carried out or taken back meanwhile."""


def erasure_ask(*, person: Person) -> ErasureRequest:
    """Enter a person's own request."""
    facts = {"person": person, "address": person.email, "language": person.language}
    return _enter(asked_by=person, **facts)


def erasure_enter(
    *,
    actor: Person,
    address: str,
    language: str,
    note: str,
    full_name: str = "",
    telephone: str = "",
) -> ErasureRequest:
    """Enter the request of somebody who wrote to the Council, with an account or without one."""
    person = person_at(address)
    return _enter(
        asked_by=actor,
        person=person,
        address=person.email if person else address.strip().lower(),
        language=language_of(person.email if person else address) or language,
        note=note,
        full_name=full_name,
        telephone=telephone,
    )


@transaction.atomic
def erasure_withdraw(*, actor: Person, request: ErasureRequest) -> None:
    """Take a request back while it waits."""
    request = _open(request)
    request.withdrawn_at = timezone.now()
    request.save(update_fields=["withdrawn_at"])
    audit.record(actor=actor, action="erasure.withdrawn", subject=request)


def erasures_carry_out() -> int:
    """Carry out what is due and not hindered, and return how many requests that settled."""
    due = ErasureRequest.objects.open().filter(due_at__lte=timezone.now())
    ready = [one for one in due.select_related("person", "asked_by") if not hindrances(one)]
    return sum(_tried(request) for request in ready)


def hindrances(request: ErasureRequest) -> list[Obstacle]:
    """What must be done before a request is carried out."""
    return hindrances_of(request.person, by_council=request.asked_by != request.person)


def hindrances_of(person: Person | None, *, by_council: bool) -> list[Obstacle]:
    """What somebody must do first; nothing where there is no account."""
    found = obstacles_of(person) if person else []
    return [one for one in found if not (by_council and one.council_may_pass)]


@transaction.atomic
def erasure_carry_out(*, request: ErasureRequest) -> Erased:
    """Erase somebody now; the last letter goes when nothing of them is left."""
    request = _open(request)
    subject = subject_of(request.person) if request.person else subject_at(request.address)
    letter = done_letter(request)
    erased = erase(subject)
    erasure_remember(subject=subject, erasure_id=request.pk)
    # Its address went, and its day came, with everything else (`privacy.personal`).
    ErasureRequest.objects.filter(pk=request.pk).update(records=erased.total)
    audit.record(actor=None, action="erasure.carried_out", subject=request, records=+erased.records)
    transaction.on_commit(lambda: _send_last(letter))
    return erased


@transaction.atomic
def _enter(*, asked_by: Person, person: Person | None, **facts: str) -> ErasureRequest:
    if hindrances_of(person, by_council=asked_by != person):
        raise Hindered
    due = timezone.now() + WAITING
    try:
        with transaction.atomic():
            request = ErasureRequest.objects.create(
                asked_by=asked_by, person=person, due_at=due, **facts
            )
    except IntegrityError as error:
        raise AlreadyAsked from error
    audit.record(actor=asked_by, action="erasure.asked", subject=request)
    transaction.on_commit(asked_letter(request).send)
    return request


def _open(request: ErasureRequest) -> ErasureRequest:
    """Return a request that nobody else settles meanwhile."""
    found = ErasureRequest.objects.open().select_for_update(of=("self",)).filter(pk=request.pk)
    standing = found.select_related("person").first()
    if standing is None:
        raise Settled
    return standing


def _tried(request: ErasureRequest) -> int:
    """Carry one request out; what fails in one must not keep the others waiting."""
    try:
        erasure_carry_out(request=request)
    except Settled:
        return 0
    except Exception:
        log.exception("The erasure %s failed, and is tried again.", request.pk)
        return 0
    return 1


def _send_last(letter: EmailMessage) -> None:
    """Send the letter that leaves no trace: neither among the letters nor in the program's log."""
    try:
        unlogged().send_messages([letter])
    except Exception as error:
        # What a mail server says may repeat the address.
        log.warning("The letter about an erasure did not go out: %s.", type(error).__name__)
