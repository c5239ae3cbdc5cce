"""What the applicant does with a whole application: send it, answer about it, take it back."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kragozor.hub.applications import progress, rules
from kragozor.hub.applications.enums import State
from kragozor.hub.applications.letters import answered_letter, sent_letter
from kragozor.hub.applications.models import Answer, Application, Question
from kragozor.hub.applications.services.access import NotSo, Refused, link_make, locked, record
from kragozor.hub.applications.services.cards import card_follow
from kragozor.hub.pipeline.enums import Stage


class Incomplete(Refused):
    """Something that is asked for is missing."""


class AlreadyAnswered(Refused):
    """The question has an answer, which stays as it was given."""


@transaction.atomic
def application_send(*, application: Application, language: str) -> Application:
    """Hand a complete draft to the Council; from now on nothing of it changes."""
    sent = locked(application, rules.may_edit)
    if not progress.is_complete(sent):
        raise Incomplete
    sent.state, sent.language = State.SENT, language
    sent.sent_at = sent.changed_at = timezone.now()
    sent.save(update_fields=["state", "language", "sent_at", "changed_at"])
    record(None, "sent", sent)
    card_follow(None, sent, Stage.APPLIED)
    letter = sent_letter(sent, link_make(sent))
    transaction.on_commit(letter.send)
    return sent


@transaction.atomic
def application_withdraw(*, application: Application) -> Application:
    """Take an application back; it stays to be seen for a while, and goes no further."""
    taken = locked(application, rules.may_withdraw)
    taken.state, taken.closed_at = State.WITHDRAWN, timezone.now()
    taken.save(update_fields=["state", "closed_at"])
    record(None, "withdrawn", taken)
    if taken.sent_at:
        # Staff read it in the language of the Council, whatever the applicant's is.
        with translation.override(settings.LANGUAGE_CODE):
            reason = _("the applicant withdrew the application")
        card_follow(None, taken, Stage.DECLINED, reason)
    return taken


@transaction.atomic
def question_answer(*, application: Application, question: Question, text: str) -> Answer:
    """Answer a question, once; when none waits any more, the review goes on."""
    held = locked(application, rules.may_decide)
    if question.application_id != held.pk:
        raise NotSo
    if Answer.objects.filter(question=question).exists():
        raise AlreadyAnswered
    answer = Answer.objects.create(question=question, text=text)
    if not held.questions.filter(answer__isnull=True).exists():
        held.state = State.IN_REVIEW
    held.changed_at = timezone.now()
    held.save(update_fields=["state", "changed_at"])
    record(None, "answered", held, question=question.pk)
    letter = answered_letter(held, question)
    transaction.on_commit(letter.send)
    return answer
