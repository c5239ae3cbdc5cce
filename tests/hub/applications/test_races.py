"""Two people who press at the same moment, where the database lets them."""

from __future__ import annotations

from kragozor.hub.applications import services
from kragozor.hub.applications.models import Answer, Decision
from kragozor.hub.members.models import Organisation
from tests.hub.applications.making import EIK, complete_make, sent_make, term
from tests.hub.racing import RACES, at_once

pytestmark = RACES


def test_of_two_decisions_one_stands(cast):
    sent = sent_make()
    approve = {"application": sent, "pillars": ["textiles"], "term": term(), "reason": "Да."}
    outcomes = at_once(
        lambda: services.application_approve(actor=cast.staff, **approve),
        lambda: services.application_approve(actor=cast.granted, **approve),
        lambda: services.application_decline(
            actor=cast.administrator, application=sent, reason="Не."
        ),
    )
    assert outcomes == ["NotSo", "NotSo", "done"]
    decision = Decision.objects.get()
    admitted = Organisation.objects.filter(eik=EIK).count()
    assert admitted == (decision.outcome == "approved")


def test_an_application_is_sent_once(cast):
    draft = complete_make()
    send = lambda: services.application_send(application=draft, language="bg")  # noqa: E731, it is called in threads
    assert at_once(send, send) == ["NotSo", "done"]


def test_a_question_is_answered_once(cast):
    sent = sent_make()
    question = services.question_ask(actor=cast.staff, application=sent, text="Едно?")
    services.question_ask(actor=cast.staff, application=sent, text="Две?")
    answer = lambda: services.question_answer(  # noqa: E731, it is called in threads
        application=sent, question=question, text="Да."
    )
    assert at_once(answer, answer) == ["AlreadyAnswered", "done"]
    assert Answer.objects.count() == 1
