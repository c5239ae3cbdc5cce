"""Cards through their life: added, changed, moved, followed, archived, removed."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from kragozor.hub.common.models import AuditEntry
from kragozor.hub.pipeline import queries, services
from kragozor.hub.pipeline.enums import Source, Stage
from kragozor.hub.pipeline.models import Card, StageChange
from tests.hub.pipeline.making import EIK, card_made, member_made


def shown_stage(card: Card) -> str:
    return queries.shown(Card.objects.filter(pk=card.pk)).get().shown_stage


def test_a_card_begins_with_its_first_stage_and_a_line_in_the_log(staff):
    card = card_made(staff, Stage.CONTACTED, contact_email="maria@example.org")
    change = card.changes.get()
    assert (change.before, change.stage, change.by) == ("", "contacted", staff)
    entry = AuditEntry.objects.get(action="card.added")
    assert entry.object_id == str(card.pk)
    assert "maria" not in str(entry.detail)


def test_an_eik_stands_on_one_card_that_is_not_archived(staff):
    card = card_made(staff, eik=EIK)
    with pytest.raises(services.AlreadyOnBoard) as refusal:
        card_made(staff, eik=EIK)
    assert refusal.value.card == card
    services.card_archive(actor=staff, card=card)
    second = card_made(staff, eik=EIK)
    with pytest.raises(services.AlreadyOnBoard):
        services.card_restore(actor=staff, card=card)
    services.card_archive(actor=staff, card=second)
    services.card_restore(actor=staff, card=card)
    assert queries.card_by_eik(EIK) == card


def test_a_change_returns_what_undoes_it(staff):
    card = card_made(staff, town="Сливен", eik=EIK)
    facts = {"town": "Ямбол", "name": "Вретено ООД", "eik": ""}
    before = services.card_change(actor=staff, card=card, facts=facts)
    assert before == {"town": "Сливен", "eik": EIK}
    assert (card.town, card.eik) == ("Ямбол", "")
    services.card_change(actor=staff, card=card, facts=before)
    card.refresh_from_db()
    assert (card.town, card.eik) == ("Сливен", EIK)
    assert AuditEntry.objects.filter(action="card.changed").first().detail == {
        "fields": ["eik", "town"]
    }


def test_a_change_of_nothing_leaves_no_trace(staff):
    card = card_made(staff)
    assert services.card_change(actor=staff, card=card, facts={"name": card.name}) == {}
    assert not AuditEntry.objects.filter(action="card.changed").exists()


def test_a_move_is_history(staff):
    card = card_made(staff)
    services.card_move(actor=staff, card=card, stage=Stage.INVITED, reason="на панаира")
    assert services.card_move(actor=staff, card=card, stage=Stage.INVITED) is None
    assert card.stage == Stage.INVITED
    assert list(card.changes.values_list("before", "stage", "reason")) == [
        ("", "prospect", ""),
        ("prospect", "invited", "на панаира"),
    ]
    with pytest.raises(TypeError):
        StageChange.objects.update(stage="declined")


@pytest.mark.parametrize("stage", [Stage.MEMBER, Stage.LAPSED, "nowhere"])
def test_nobody_is_put_into_a_derived_stage(staff, stage):
    card = card_made(staff)
    with pytest.raises(services.NotStored):
        services.card_move(actor=staff, card=card, stage=stage)
    card.refresh_from_db()
    assert card.stage == Stage.PROSPECT


def test_an_archived_card_is_not_moved(staff):
    card = card_made(staff)
    services.card_archive(actor=staff, card=card)
    with pytest.raises(services.IsArchived):
        services.card_move(actor=staff, card=card, stage=Stage.INVITED)


@pytest.mark.parametrize("pillars", [["mining"], ["textiles", "textiles"], [[]], {"textiles": 1}])
def test_pillars_are_those_of_the_council(pillars):
    with pytest.raises(ValidationError):
        Card(name="А", pillars=pillars).clean_fields()


def test_a_running_term_makes_a_member_wherever_the_card_was_left(staff):
    card = card_made(staff, eik=EIK)
    assert shown_stage(card) == Stage.PROSPECT
    member_made(staff)
    assert shown_stage(card) == Stage.MEMBER
    card.refresh_from_db()
    assert card.stage == Stage.PROSPECT


def test_a_term_that_ran_out_lapses_until_somebody_takes_the_card_up(staff):
    today = timezone.localdate()
    member_made(staff, starts=today - timedelta(days=400), ends=today - timedelta(days=30))
    card = card_made(staff, Stage.APPROVED, eik=EIK)
    assert shown_stage(card) == Stage.LAPSED
    services.card_move(actor=staff, card=card, stage=Stage.CONTACTED)
    assert shown_stage(card) == Stage.CONTACTED


def test_an_admitted_person_is_found_by_the_organisation_of_the_card(staff):
    organisation = member_made(staff)
    card = card_made(staff, Stage.APPROVED)
    Card.objects.filter(pk=card.pk).update(organisation=organisation)
    assert shown_stage(card) == Stage.MEMBER


def test_a_merged_organisation_counts_by_what_it_was_merged_into(staff):
    kept = member_made(staff)
    double = member_made(staff, eik="831642181")
    type(double).objects.filter(pk=double.pk).update(merged_into=kept)
    card = card_made(staff, Stage.APPROVED)
    Card.objects.filter(pk=card.pk).update(organisation=double)
    found = queries.shown(Card.objects.filter(pk=card.pk)).get()
    assert found.member_id == kept.pk
    assert found.shown_stage == Stage.MEMBER


def follow(card_facts: dict, **asked: object) -> Card:
    told = {
        "actor": None,
        "eik": EIK,
        "name": "Вретено",
        "facts": card_facts,
        "pillars": ["plastics"],
        "stage": Stage.APPLIED,
        "application_id": uuid.uuid4(),
    }
    return services.card_follow(**{**told, **asked})


def test_an_application_of_a_stranger_makes_a_card(db):
    card = follow({"town": "Ямбол"})
    assert (card.source, card.stage, card.town) == (Source.APPLICATION, "applied", "Ямбол")
    assert card.changes.get().by is None


def test_an_application_finds_its_card_by_eik_and_fills_what_is_empty(staff):
    card = card_made(staff, eik=EIK, town="Сливен")
    application = uuid.uuid4()
    followed = follow({"town": "Ямбол", "address": "ул. Явор 1"}, application_id=application)
    assert followed == card
    assert (followed.town, followed.address) == ("Сливен", "ул. Явор 1")
    assert (followed.name, followed.pillars) == ("Вретено ООД", ["plastics"])
    assert followed.stage == Stage.APPLIED
    assert queries.card_of_application(application) == card


def test_the_card_of_an_application_that_staff_put_away_stays_away(staff):
    application = uuid.uuid4()
    card = follow({}, application_id=application)
    services.card_archive(actor=staff, card=card)
    again = follow({}, application_id=application, stage=Stage.IN_REVIEW)
    assert again == card
    assert (again.is_archived, again.stage) == (True, "applied")


def test_an_application_without_eik_is_found_again_by_itself(db):
    application = uuid.uuid4()
    first = follow({}, eik=None, application_id=application)
    again = follow({}, eik=EIK, application_id=application, stage=Stage.IN_REVIEW)
    assert again == first
    assert (again.stage, again.eik) == ("in_review", EIK)
    assert Card.objects.count() == 1


def test_an_application_finds_the_card_by_the_address_that_was_written_to(staff):
    card = card_made(staff, contact_email="maria@example.org")
    told = {"contact_email": "Maria@example.org"}
    assert follow(told, eik=EIK) == card
    card.refresh_from_db()
    assert (card.eik, card.stage) == (EIK, "applied")
    other = follow(told, eik="831641791", application_id=uuid.uuid4())
    assert other != card


def test_whoever_acts_for_two_organisations_moves_no_card_of_the_other(staff):
    card = card_made(staff, name="Совалка ООД", contact_email="maria@example.org")
    assert follow({"contact_email": "maria@example.org"}) != card
    card.refresh_from_db()
    assert (card.eik, card.stage) == ("", "prospect")


def test_two_cards_of_one_address_are_not_guessed_between(staff):
    cards = [card_made(staff, contact_email="maria@example.org") for _number in range(2)]
    assert follow({"contact_email": "maria@example.org"}) not in cards


def test_an_activity_on_record_keeps_its_edition(staff):
    held = {"activity_version": "kid-2008", "activity_code": "13.10"}
    card = card_made(staff, eik=EIK, **held)
    follow({"activity_version": "kid-2025", "activity_code": "13.20"})
    card.refresh_from_db()
    assert (card.activity_version, card.activity_code) == ("kid-2008", "13.10")


def test_a_card_is_removed_only_while_nothing_was_built_on_it(staff):
    mistaken, moved = card_made(staff), card_made(staff)
    services.card_move(actor=staff, card=moved, stage=Stage.CONTACTED)
    services.card_remove(actor=staff, card=mistaken)
    with pytest.raises(services.BuiltOn):
        services.card_remove(actor=staff, card=moved)
    assert list(Card.objects.all()) == [moved]


def test_stages_are_counted_on_any_day(staff):
    now = timezone.now()
    card = card_made(staff, at=now - timedelta(days=100))
    services.card_move(actor=staff, card=card, stage=Stage.INVITED, at=now - timedelta(days=10))
    today = timezone.localdate()
    assert queries.stage_counts(today - timedelta(days=200)) == {}
    assert queries.stage_counts(today - timedelta(days=50)) == {"prospect": 1}
    assert queries.stage_counts(today) == {"invited": 1}
    member_made(staff, starts=today)
    Card.objects.filter(pk=card.pk).update(eik=EIK)
    assert queries.stage_counts(today) == {"member": 1}
