"""What happened to an application, with dates: the same for who applied and who decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from kragozor.hub.applications.enums import OPEN, State
from kragozor.hub.applications.models import Application


@dataclass(frozen=True)
class Moment:
    """One thing that happened; one without a date is still to come."""

    label: str | Promise
    at: datetime | None = None


def timeline(application: Application) -> list[Moment]:
    """Return what happened, in order, and the next thing that is to come."""
    questions = application.questions.select_related("answer")
    happened = [
        Moment(_("Begun"), application.created_at),
        Moment(_("Sent"), application.sent_at),
        Moment(_("Taken into review"), application.reviewed_at),
        *(Moment(_("A question was asked"), one.asked_at) for one in questions),
        *(Moment(_("Answered"), one.answer.answered_at) for one in questions if one.is_answered),
        Moment(application.get_state_display(), application.closed_at),
    ]
    dated = sorted((one for one in happened if one.at), key=lambda one: one.at)
    return [*dated, *_to_come(application)]


def _to_come(application: Application) -> list[Moment]:
    if application.state == State.QUESTION:
        return [Moment(_("The answer to the question"))]
    return [Moment(_("The decision"))] if application.state in OPEN else []
