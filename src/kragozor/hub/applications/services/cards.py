"""The pipeline sees an application move: its card is found or made, and follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kragozor.hub.applications.models import Application
from kragozor.hub.members.facts.model import FACTS
from kragozor.hub.pipeline import services as pipeline
from kragozor.hub.pipeline.enums import Stage

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


def card_follow(actor: Person | None, application: Application, stage: Stage) -> None:
    """Put the card of an application into a stage."""
    facts = {name: getattr(application, name) for name in FACTS if name != "name"}
    pipeline.card_follow(
        actor=actor,
        eik=application.eik or None,
        name=application.name,
        facts=facts
        | {
            "contact_name": application.applicant_name,
            "contact_email": application.applicant_email,
            "language": application.language,
        },
        pillars=application.pillars,
        stage=stage,
        application_id=application.pk,
        organisation=application.organisation,
    )
