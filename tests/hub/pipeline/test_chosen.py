"""What is done with many cards at once, more than a page of the list shows."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.urls import reverse

from kragozor.hub.common.lists import ON_A_PAGE
from kragozor.hub.pipeline.enums import Stage
from kragozor.hub.pipeline.models import Card, LetterTemplate
from tests.hub.pages import assert_page
from tests.hub.pipeline.making import EIK, card_made, member_made

LIST, CHOSEN = reverse("pipeline:list"), reverse("pipeline:chosen")
MANY = ON_A_PAGE + 2


@pytest.fixture
def desk(client_of, staff):
    return client_of(staff)


@pytest.fixture
def crowd(staff) -> list[Card]:
    """More cards of one pillar than a page shows, and one of another."""
    card_made(staff, name="Другаде", pillars=["plastics"])
    return [
        card_made(staff, name=f"Прежда {number}", contact_email=f"a{number}@example.org")
        for number in range(MANY)
    ]


def test_all_that_answer_to_the_filter_are_moved_and_the_filter_stays(desk, crowd):
    page = desk.get(LIST, {"pillar": "textiles"})
    assert f"Всички {MANY} карти" in assert_text(page)
    asked = {"everything": "1", "do": "stage", "stage": "invited"}
    answer = desk.post(f"{CHOSEN}?pillar=textiles", asked)
    assert answer.headers["Location"] == f"{LIST}?pillar=textiles"
    assert Card.objects.filter(stage=Stage.INVITED).count() == MANY
    assert Card.objects.get(name="Другаде").stage == Stage.PROSPECT


def test_a_list_on_one_page_is_chosen_at_once_too(desk, staff):
    card_made(staff, name="Прежда")
    assert 'name="everything"' not in desk.get(LIST).text
    card_made(staff, name="Тъкан")
    assert "Всички 2 карти от списъка" in assert_text(desk.get(LIST))


def test_all_are_given_to_somebody(desk, crowd, granted):
    desk.post(CHOSEN, {"everything": "1", "do": "owner", "owner": granted.pk})
    assert Card.objects.filter(owner=granted).count() == MANY + 1


def test_members_stay_where_their_terms_put_them(desk, staff):
    member, other = card_made(staff, Stage.APPROVED, eik=EIK), card_made(staff)
    member_made(staff)
    keys = [member.pk, other.pk]
    answer = desk.post(CHOSEN, {"cards": keys, "do": "stage", "stage": "invited"}, follow=True)
    assert "Променена е една карта" in answer.text
    alone = desk.post(reverse("pipeline:move", args=[member.pk]), {"stage": "invited"}, follow=True)
    assert_page(alone)
    member.refresh_from_db()
    assert member.stage == Stage.APPROVED


def test_letters_go_to_exactly_those_they_were_shown_for(desk, staff, crowd):
    template = LetterTemplate.objects.first()
    asked = {"everything": "1", "do": "letter", "template": template.pk}
    read = desk.post(f"{CHOSEN}?pillar=textiles", asked)
    assert_page(read)
    keys = re.search(r'name="cards" value="([^"]+)"', read.text)[1]
    card_made(staff, name="Дошла след това", contact_email="late@example.org")
    answer = desk.post(
        reverse("pipeline:send"), {"cards": keys, "template": template.pk}, follow=True
    )
    assert_page(answer)
    assert len(mail.outbox) == MANY
    assert "late@example.org" not in {letter.to[0] for letter in mail.outbox}


def test_members_are_not_asked_to_become_members(desk, staff):
    card_made(staff, eik=EIK, contact_email="member@example.org")
    member_made(staff)
    asked = {"everything": "1", "do": "letter", "template": LetterTemplate.objects.first().pk}
    answer = desk.post(CHOSEN, asked)
    assert_page(answer)
    assert "member@example.org" not in answer.text


@pytest.mark.parametrize("keys", ["", "x", "1,2", "\u0000", "0" * 5000])
def test_cards_that_are_none_are_refused(desk, keys):
    template = LetterTemplate.objects.first()
    answer = desk.post(
        reverse("pipeline:send"), {"cards": keys, "template": template.pk}, follow=True
    )
    assert "Нищо не е изпратено" in answer.text


def test_a_filter_that_means_nothing_is_no_fault(desk, crowd):
    asked = {"everything": "1", "do": "stage", "stage": "applied"}
    answer = desk.post(f"{CHOSEN}?pillar=x&owner=y&page=zz&district=%ff", asked)
    assert answer.status_code == 302


def assert_text(page) -> str:
    assert_page(page)
    return page.text
