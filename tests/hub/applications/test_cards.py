"""The pipeline follows applications, and never holds them up."""

from __future__ import annotations

import pytest

from kragozor.hub.applications import services
from kragozor.hub.pipeline import services as pipeline
from kragozor.hub.pipeline.enums import Stage
from kragozor.hub.pipeline.queries import card_of_application, cards
from tests.hub.applications.making import EIK, EMAIL, complete_make, sent_make

pytestmark = pytest.mark.django_db


def test_a_prospect_of_the_same_code_becomes_the_applicant(staff):
    prospect = pipeline.card_add(actor=staff, facts={"name": "Трета", "eik": EIK, "town": "Русе"})
    sent = sent_make()
    card = card_of_application(sent.pk)
    assert card == prospect
    assert (card.stage, card.town, card.contact_email) == ("applied", "Русе", EMAIL)


def test_a_card_ends_with_the_application_that_is_withdrawn():
    sent = sent_make()
    services.application_withdraw(application=sent)
    card = card_of_application(sent.pk)
    assert card.stage == Stage.DECLINED
    assert card.changes.last().reason == "заявителят оттегли заявлението"


def test_a_draft_has_no_card():
    complete_make()
    assert not cards().exists()


def test_a_card_that_was_put_away_stays_away(staff):
    sent = sent_make()
    pipeline.card_archive(actor=staff, card=card_of_application(sent.pk))
    services.review_begin(actor=staff, application=sent)
    sent.refresh_from_db()
    assert sent.state == "in_review"
    assert card_of_application(sent.pk).stage == Stage.APPLIED


def test_cards_at_odds_do_not_hold_a_decision_up(staff):
    sent = sent_make()
    pipeline.card_change(actor=staff, card=card_of_application(sent.pk), facts={"eik": ""})
    pipeline.card_add(actor=staff, facts={"name": "Друга", "eik": EIK})
    services.application_decline(actor=staff, application=sent, reason="Не.")
    sent.refresh_from_db()
    assert sent.state == "declined"
