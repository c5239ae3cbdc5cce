"""Invented applications: one at least in every state, each on its card, none of a real company."""

from __future__ import annotations

import pytest
from django.core import mail
from django.utils import timezone

from kragozor.hub.applications import demonstration, personal, services
from kragozor.hub.applications.enums import State
from kragozor.hub.applications.models import Application
from kragozor.hub.common.demonstration import table_of
from kragozor.hub.members import demonstration as members
from kragozor.hub.pipeline import demonstration as pipeline
from kragozor.hub.pipeline.queries import card_of_application
from tests.hub.applications.making import term

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded():
    for app in (members, pipeline, demonstration):
        list(app.load())
    return Application.objects.all()


def test_every_state_that_lasts_is_shown(loaded):
    states = set(loaded.values_list("state", flat=True))
    assert states == set(State) - {State.WITHDRAWN}
    assert len(loaded) == len(table_of(demonstration.__name__, "applications"))
    assert mail.outbox == []
    assert set(loaded.values_list("eik", "is_demonstration")) == {("", True)}


def test_loading_again_adds_nothing(loaded):
    count = loaded.count()
    list(demonstration.load())
    assert Application.objects.count() == count


def test_each_that_was_sent_moves_a_card_that_was_there(loaded):
    for application in loaded.exclude(state=State.DRAFT):
        card = card_of_application(application.pk)
        assert card.name == application.name
        assert card.is_demonstration
        expected = "in_review" if application.state == State.QUESTION else application.state
        assert card.stage == {"sent": "applied"}.get(expected, expected)


def test_nothing_of_it_is_overdue_from_the_start(loaded):
    assert not personal.overdue(timezone.now()).exists()


def test_one_that_waits_can_be_approved(loaded):
    waiting = loaded.filter(state=State.IN_REVIEW).first()
    clerk = waiting.reviewer
    organisation = services.application_approve(
        actor=clerk, application=waiting, pillars=waiting.pillars, term=term(), reason="Да."
    )
    assert organisation.is_demonstration
    assert organisation.eik is None
