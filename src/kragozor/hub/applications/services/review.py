"""What staff do before they decide: begin to look, and ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from kragozor.hub.applications import rules
from kragozor.hub.applications.enums import State
from kragozor.hub.applications.letters import question_letter
from kragozor.hub.applications.models import Application, Question
from kragozor.hub.applications.services.access import link_make, locked, record
from kragozor.hub.applications.services.cards import card_follow
from kragozor.hub.pipeline.enums import Stage

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


@transaction.atomic
def review_begin(*, actor: Person, application: Application) -> Application:
    """Say that somebody looks at an application; the applicant sees that it moves."""
    taken = locked(application, rules.may_begin_review)
    _taken(taken, actor, State.IN_REVIEW)
    record(actor, "review_begun", taken)
    return taken


@transaction.atomic
def question_ask(*, actor: Person, application: Application, text: str) -> Question:
    """Ask the applicant something by a letter with a link to answer by.

    What waits for an answer already, word for word, is not asked again: a form may be sent twice.
    """
    held = locked(application, rules.may_decide)
    if asked := held.questions.filter(text=text, answer=None).first():
        return asked
    question = Question.objects.create(application=held, text=text, asked_by=actor)
    _taken(held, actor, State.QUESTION)
    record(actor, "asked", held, question=question.pk)
    letter = question_letter(held, question, link_make(held))
    transaction.on_commit(letter.send)
    return question


def _taken(application: Application, actor: Person, state: State) -> None:
    """Let an application stand elsewhere; who took it up first stays its reviewer."""
    application.state = state
    application.reviewer = application.reviewer or actor
    application.reviewed_at = application.reviewed_at or timezone.now()
    application.save(update_fields=["state", "reviewer", "reviewed_at"])
    card_follow(actor, application, Stage.IN_REVIEW)
