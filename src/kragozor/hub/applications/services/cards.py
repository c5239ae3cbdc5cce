"""The pipeline sees an application move: its card is found or made, and follows."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from django.db import transaction

from kragozor.hub.applications.models import Application
from kragozor.hub.members.facts.model import FACTS
from kragozor.hub.pipeline import services as pipeline
from kragozor.hub.pipeline.enums import Stage

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


def card_follow(
    actor: Person | None, application: Application, stage: Stage, reason: str = ""
) -> None:
    """Put the card of an application into a stage.

    Two cards that are at odds stay as they are: the pipeline must not hold a decision up.
    """
    with suppress(pipeline.AlreadyOnBoard), transaction.atomic():
        pipeline.card_follow(
            actor=actor,
            eik=application.eik or None,
            name=application.name,
            facts=_facts(application),
            pillars=application.pillars,
            stage=stage,
            reason=reason,
            application_id=application.pk,
            organisation=application.organisation,
        )


def _facts(application: Application) -> dict[str, object]:
    """Return what a card holds of who applies, and whom to write to."""
    return {name: getattr(application, name) for name in FACTS if name != "name"} | {
        "contact_name": application.applicant_name,
        "contact_email": application.applicant_email,
        "language": application.language,
    }
