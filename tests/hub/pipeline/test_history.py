"""What the forecast learns from: entries into stages and what became of them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from kragozor.hub.pipeline import queries, services
from kragozor.hub.pipeline.enums import Stage
from kragozor.hub.pipeline.forecast import Experience
from kragozor.hub.pipeline.models import Card
from kragozor.hub.pipeline.outlook import outlooks
from tests.hub.pipeline.making import EIK, card_made, member_made

HORIZON = timedelta(days=365)


def learned(stage: Stage = Stage.INVITED) -> tuple[int, int]:
    found = queries.experience(HORIZON, timezone.localdate())[stage]
    return found.settled, found.joined


def days_ago(days: int):
    return timezone.now() - timedelta(days=days)


def test_a_card_that_still_waits_teaches_nothing(staff):
    card_made(staff, Stage.INVITED, at=days_ago(364))
    assert learned() == (0, 0)


def test_a_card_that_waited_the_whole_time_did_not_join(staff):
    card_made(staff, Stage.INVITED, at=days_ago(365))
    assert learned() == (1, 0)


@pytest.mark.parametrize("end", ["declined", "archived"])
def test_a_card_that_ended_did_not_join(staff, end):
    card = card_made(staff, Stage.INVITED, at=days_ago(10))
    if end == "declined":
        services.card_move(actor=staff, card=card, stage=Stage.DECLINED)
    else:
        services.card_archive(actor=staff, card=card)
    assert learned() == (1, 0)


def test_a_card_whose_term_began_joined_in_every_stage_it_came_through(staff):
    card = card_made(staff, Stage.INVITED, eik=EIK, at=days_ago(90))
    services.card_move(actor=staff, card=card, stage=Stage.APPROVED, at=days_ago(5))
    member_made(staff, starts=timezone.localdate() - timedelta(days=20))
    assert learned(Stage.INVITED) == learned(Stage.APPROVED) == (1, 1)
    assert learned(Stage.PROSPECT) == (0, 0)


def test_who_joined_after_the_horizon_did_not_join_in_time(staff):
    card_made(staff, Stage.INVITED, eik=EIK, at=days_ago(500))
    member_made(staff, starts=timezone.localdate() - timedelta(days=100))
    assert learned() == (1, 0)


def test_who_was_a_member_already_teaches_nothing(staff):
    member_made(staff, starts=timezone.localdate() - timedelta(days=200))
    card_made(staff, Stage.INVITED, eik=EIK, at=days_ago(20))
    assert learned() == (0, 0)


def test_who_lapsed_and_was_won_back_joined_again(staff):
    today = timezone.localdate()
    member_made(staff, starts=today - timedelta(days=900), ends=today - timedelta(days=500))
    card_made(staff, Stage.INVITED, eik=EIK, at=days_ago(60))
    member_made(staff, starts=today - timedelta(days=30))
    assert learned() == (1, 1)


def test_a_term_that_is_still_to_begin_is_not_known_yet(staff):
    card_made(staff, Stage.INVITED, eik=EIK, at=days_ago(60))
    member_made(staff, starts=timezone.localdate() + timedelta(days=10))
    assert learned() == (0, 0)


def test_coming_into_a_stage_twice_counts_once(staff):
    card = card_made(staff, Stage.INVITED, at=days_ago(400))
    services.card_move(actor=staff, card=card, stage=Stage.CONTACTED, at=days_ago(390))
    services.card_move(actor=staff, card=card, stage=Stage.INVITED, at=days_ago(380))
    assert learned() == (1, 0)


def test_waiting_counts_a_card_in_each_of_its_pillars_and_no_members(staff):
    card_made(staff, Stage.INVITED, pillars=["textiles", "plastics"])
    card_made(staff, Stage.DECLINED)
    card_made(staff, eik=EIK)
    member_made(staff)
    assert queries.waiting() == {
        "textiles": {"invited": 1},
        "plastics": {"invited": 1},
        "agrifood": {},
    }
    assert queries.waiting_in_all() == {"invited": 1}


def test_the_outlook_puts_pillars_and_history_together(staff):
    for _ in range(6):
        card_made(staff, Stage.INVITED, at=days_ago(500))
    member_made(staff)
    until = timezone.localdate() + HORIZON
    pillars, passages = outlooks(until)
    textiles, plastics, _agrifood = pillars
    assert (textiles.count.total, textiles.waiting) == (1, 6)
    assert textiles.forecast.low == 1
    assert not textiles.reaches
    assert (plastics.forecast.median, plastics.waiting) == (0, 0)
    invited = next(one for one in passages if one.stage == Stage.INVITED)
    assert (invited.experience, invited.share, invited.waiting) == (Experience(6, 0), 0, 6)
    prospect = next(one for one in passages if one.stage == Stage.PROSPECT)
    assert prospect.share is None


def test_a_pillar_without_history_has_no_number(staff):
    card_made(staff, Stage.INVITED)
    (textiles, *_others), _passages = outlooks(timezone.localdate() + HORIZON)
    assert textiles.forecast is None
    assert textiles.thin == []
    assert Card.objects.count() == 1
