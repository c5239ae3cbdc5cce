"""Letters to many, one after the other, in the queue."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model

from kragozor.hub.common import jobs
from kragozor.hub.pipeline.models import Card, LetterTemplate
from kragozor.hub.pipeline.services import JustSent, Refused, letter_send

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from kragozor.hub.common.models import Job
    from kragozor.hub.people.models import Person

log = logging.getLogger(__name__)


def letters_ask(*, actor: Person, cards: Iterable[Card], template: LetterTemplate) -> Job:
    """Ask the queue to write to the contacts of some cards."""
    return jobs.enqueue(
        letters_sending,
        owner=actor,
        cards=[str(card.pk) for card in cards],
        template_id=template.pk,
        actor_id=str(actor.pk),
    )


@jobs.job
def letters_sending(
    progress: jobs.Progress, *, cards: list[str], template_id: int, actor_id: str
) -> dict[str, list[str]]:
    """Write to each; who had the letter just now, who may not be written to and whom it did not
    reach are told apart.
    """
    actor = get_user_model().objects.get(pk=actor_id)
    template = LetterTemplate.objects.get(pk=template_id)
    ended: dict[str, list[str]] = {"sent": [], "again": [], "refused": [], "failed": []}
    for number, card in enumerate(Card.objects.filter(pk__in=cards), start=1):
        ended[_sent(actor, card, template)].append(str(card.pk))
        progress(number, len(cards))
    return ended


def _sent(actor: Person, card: Card, template: LetterTemplate) -> str:
    """Send one letter and return how it ended; its failure must not keep the others."""
    try:
        letter_send(actor=actor, card=card, template=template)
    except JustSent:
        return "again"
    except Refused:
        return "refused"
    except Exception:
        log.exception("A letter to the card %s failed.", card.pk)
        return "failed"
    return "sent"


SENDING = f"{letters_sending.__module__}.{letters_sending.__qualname__}"


def sending_of(person: Person, job_id: UUID) -> Job | None:
    """Return the sending that a person asked for; None for other work, and other people's."""
    found = jobs.job_of(person, job_id)
    return found if found is not None and found.work == SENDING else None
