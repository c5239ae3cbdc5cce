"""Sending, asking, answering, withdrawing, deciding."""

from __future__ import annotations

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from kragozor.hub.applications import services
from kragozor.hub.applications.models import Decision
from kragozor.hub.applications.services.consents import consents_carry_over
from kragozor.hub.common.models import AuditEntry
from kragozor.hub.members import services as members
from kragozor.hub.members.models import Organisation
from kragozor.hub.people.queries import has_consent
from kragozor.hub.pipeline.queries import card_of_application
from tests.hub.applications.making import (
    EIK,
    EMAIL,
    PERSON,
    approved_make,
    complete_make,
    draft_make,
    sent_make,
    term,
)
from tests.hub.cast import EIK as KNOWN_EIK
from tests.hub.cast import person_make

pytestmark = pytest.mark.django_db


def approve(actor, application, **facts) -> Organisation:
    told = {"pillars": ["textiles", "agrifood"], "term": term(), "reason": "Отговаря."}
    return services.application_approve(actor=actor, application=application, **told | facts)


class TestSending:
    def test_a_complete_draft_is_handed_over(self, django_capture_on_commit_callbacks):
        draft = complete_make()
        with django_capture_on_commit_callbacks(execute=True):
            sent = services.application_send(application=draft, language="en")
        assert (sent.state, sent.language) == ("sent", "en")
        assert sent.sent_at
        assert "Treta" not in mail.outbox[0].subject  # the name as registered is used
        assert mail.outbox[0].to == [EMAIL]
        assert card_of_application(sent.pk).stage == "applied"

    def test_an_incomplete_one_is_not(self):
        draft = draft_make()
        with pytest.raises(services.Incomplete):
            services.application_send(application=draft, language="bg")
        draft.refresh_from_db()
        assert draft.state == "draft"

    def test_a_known_code_may_be_sent_all_the_same(self, cast):
        assert sent_make(eik=KNOWN_EIK).state == "sent"


class TestAsking:
    def test_a_question_is_mailed_with_a_link(self, staff, django_capture_on_commit_callbacks):
        sent = sent_make()
        with django_capture_on_commit_callbacks(execute=True):
            services.question_ask(actor=staff, application=sent, text="Кой е собственикът?")
        sent.refresh_from_db()
        assert (sent.state, sent.reviewer) == ("question", staff)
        assert "Кой е собственикът?" in mail.outbox[0].body
        assert "/applications/" in mail.outbox[0].body
        assert card_of_application(sent.pk).stage == "in_review"

    def test_a_question_that_is_sent_twice_is_asked_once(self, staff):
        sent = sent_make()
        for _press in range(2):
            services.question_ask(actor=staff, application=sent, text="Колко?")
        assert sent.questions.count() == 1
        services.question_ask(actor=staff, application=sent, text="Кога?")
        assert sent.questions.count() == 2

    def test_the_answer_takes_the_review_on(self, staff, django_capture_on_commit_callbacks):
        sent = sent_make()
        first = services.question_ask(actor=staff, application=sent, text="Едно?")
        second = services.question_ask(actor=staff, application=sent, text="Две?")
        with django_capture_on_commit_callbacks(execute=True):
            services.question_answer(application=sent, question=first, text="Да.")
        sent.refresh_from_db()
        assert sent.state == "question"
        assert mail.outbox[0].to == [staff.email]
        assert "Да." not in mail.outbox[0].body
        services.question_answer(application=sent, question=second, text="Не.")
        sent.refresh_from_db()
        assert sent.state == "in_review"

    def test_an_answer_stays_as_it_was_given(self, staff):
        sent = sent_make()
        question = services.question_ask(actor=staff, application=sent, text="Едно?")
        services.question_answer(application=sent, question=question, text="Да.")
        with pytest.raises(services.AlreadyAnswered):
            services.question_answer(application=sent, question=question, text="Не.")
        assert question.answer.text == "Да."

    def test_a_question_about_another_application_is_not_answered_here(self, staff):
        sent, other = sent_make(), sent_make("c" * 43)
        question = services.question_ask(actor=staff, application=other, text="Едно?")
        services.question_ask(actor=staff, application=sent, text="Две?")
        with pytest.raises(services.NotSo):
            services.question_answer(application=sent, question=question, text="Да.")

    def test_a_review_begins_once(self, staff, granted):
        sent = sent_make()
        services.review_begin(actor=staff, application=sent)
        with pytest.raises(services.NotSo):
            services.review_begin(actor=granted, application=sent)
        sent.refresh_from_db()
        assert (sent.state, sent.reviewer) == ("in_review", staff)


class TestWithdrawing:
    @pytest.mark.parametrize("make", [draft_make, sent_make])
    def test_an_applicant_may_take_it_back(self, make):
        taken = services.application_withdraw(application=make())
        assert taken.state == "withdrawn"
        assert taken.closed_at

    def test_not_after_the_decision(self, staff):
        approved = approved_make(staff)
        with pytest.raises(services.NotSo):
            services.application_withdraw(application=approved)


class TestApproving:
    def test_the_organisation_is_admitted_whole(self, staff, django_capture_on_commit_callbacks):
        sent = sent_make()
        with django_capture_on_commit_callbacks(execute=True):
            organisation = approve(staff, sent)
        sent.refresh_from_db()
        assert (organisation.eik, organisation.name, organisation.town) == (
            EIK,
            "Трета ООД",
            "Сливен",
        )
        held = organisation.pillars.filter(until__isnull=True)
        assert set(held.values_list("pillar", flat=True)) == {"textiles", "agrifood"}
        assert organisation.terms.get().fee == 200
        assert organisation.invitations.get().role == "owner"
        assert (sent.state, sent.organisation, sent.decision.outcome) == (
            "approved",
            organisation,
            "approved",
        )
        assert {letter.to[0] for letter in mail.outbox} == {EMAIL}
        assert len(mail.outbox) == 2
        card = card_of_application(sent.pk)
        assert (card.stage, card.organisation) == ("approved", organisation)
        entry = AuditEntry.objects.get(action="application.approved")
        assert (entry.actor, entry.organisation_id) == (staff, organisation.pk)

    def test_offers_and_needs_become_the_members(self, staff):
        organisation = approve(staff, sent_make())
        [offering] = organisation.offerings.all()
        assert (offering.direction, offering.topic) == ("offer", "residue")
        assert offering.text_bg == "2 т памучни изрезки на месец"

    def test_one_on_record_is_taken_not_doubled(self, cast, staff):
        organisation = approve(staff, sent_make(eik=KNOWN_EIK))
        assert organisation == cast.company
        assert organisation.name == "Нишка ООД"

    def test_who_acts_for_it_already_gets_no_invitation(self, cast, staff):
        sent = complete_make(eik=KNOWN_EIK)
        services.representative_name(
            application=sent, **PERSON | {"email": cast.editor.email, "name": "Ива Втора"}
        )
        services.application_send(application=sent, language="bg")
        approve(staff, sent)
        assert list(cast.company.invitations.values_list("email", flat=True)) == [EMAIL]

    def test_a_person_becomes_a_member_without_a_code(self, staff):
        facts = {"kind": "person", "eik": "", "legal_form": "", "size_class": ""}
        assert approve(staff, sent_make(**facts)).eik is None

    def test_a_member_whose_term_runs_is_not_admitted_again(self, staff):
        approved_make(staff)
        again = sent_make("c" * 43)
        with pytest.raises(members.TermsOverlap):
            approve(staff, again)
        again.refresh_from_db()
        assert again.state == "sent"
        assert not Decision.objects.filter(application=again).exists()

    def test_two_people_decide_once(self, staff, granted):
        sent = sent_make()
        approve(staff, sent)
        with pytest.raises(services.NotSo):
            approve(granted, sent)
        with pytest.raises(services.NotSo):
            services.application_decline(actor=granted, application=sent, reason="Не.")
        assert Decision.objects.get().decided_by == staff
        assert Organisation.objects.get(eik=EIK).terms.count() == 1

    def test_a_decision_is_never_rewritten(self, staff):
        decision = approved_make(staff).decision
        decision.reason = "Друго."
        with pytest.raises(TypeError):
            decision.save()
        with pytest.raises(TypeError):
            decision.delete()
        with pytest.raises(TypeError):
            Decision.objects.update(reason="Друго.")

    def test_a_decision_has_a_reason(self, staff):
        with pytest.raises(IntegrityError), transaction.atomic():
            approve(staff, sent_make(), reason="")


class TestDeclining:
    def test_the_applicant_reads_why(self, staff, django_capture_on_commit_callbacks):
        sent = sent_make()
        with django_capture_on_commit_callbacks(execute=True):
            services.application_decline(actor=staff, application=sent, reason="Не е в секторите.")
        sent.refresh_from_db()
        assert (sent.state, sent.organisation) == ("declined", None)
        assert "Не е в секторите." in mail.outbox[0].body
        assert not Organisation.objects.filter(eik=EIK).exists()
        assert card_of_application(sent.pk).stage == "declined"


class TestConsents:
    def test_they_wait_for_the_account_of_the_applicant(self, staff):
        organisation = approved_make(staff).organisation
        assert consents_carry_over() == 0
        person = person_make("iva")
        assert consents_carry_over() == 0, "an address alone proves nothing"
        members.invitation_accept(actor=person, invitation=organisation.invitations.get())
        assert consents_carry_over() == 1
        assert has_consent(person, "news")
        assert not has_consent(person, "events")
        assert consents_carry_over() == 0

    def test_they_are_kept_as_they_were_given(self, staff):
        application = approved_make(staff)
        given = application.consents.get()
        person = person_make("iva")
        members.invitation_accept(
            actor=person, invitation=application.organisation.invitations.get()
        )
        consents_carry_over()
        kept = person.consents.get()
        assert (kept.at, kept.words, kept.source) == (given.at, given.words, "application")
