"""What staff does with the programme: changed, on record, and nothing lost."""

from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from kragozor.hub.common.audit import entries_about
from kragozor.hub.programme import queries, services
from kragozor.hub.programme.models import Activity, Evidence

DAY = date(2025, 6, 30)


@pytest.fixture
def activity(db):
    return Activity.objects.get(number=12)


@pytest.fixture
def evidence(staff, activity):
    return services.evidence_add(
        actor=staff, activity=activity, on=DAY, title="Обща конференция", value=1
    )


def aim(number, day):
    return queries.reading_of(number, day).aim


def test_responsible_and_next_step_change_on_record(staff, board, activity):
    services.activity_change(
        actor=staff, activity=activity, responsible=board, next_step="Писмо", next_on=DAY
    )
    activity.refresh_from_db()
    assert (activity.responsible, activity.next_step, activity.next_on) == (board, "Писмо", DAY)
    (entry,) = entries_about(activity)
    assert entry.actor == staff
    assert entry.detail["before"]["responsible"] is None
    assert entry.detail["after"] == {
        "responsible": str(board.pk),
        "next_step": "Писмо",
        "next_step_en": "",
        "next_on": "2025-06-30",
    }


def test_past_day_is_compared_with_the_target_of_then(staff, activity):
    services.target_set(actor=staff, activity=activity, value=4, since=date(2024, 1, 1))
    services.target_set(actor=staff, activity=activity, value=9, since=date(2025, 1, 1))
    assert [aim(12, date(year, 6, 30)) for year in (2023, 2024, 2025)] == [None, 4, 9]
    assert [target.value for target in queries.targets_of(activity)] == [9, 4]
    assert [entry.action for entry in entries_about(activity)] == ["activity.target_set"] * 2


def test_last_target_set_for_a_day_counts(staff, activity):
    for value in (4, 5):
        services.target_set(actor=staff, activity=activity, value=value, since=DAY)
    assert aim(12, DAY) == 5


def test_step_that_is_late_today_says_nothing_of_a_past_day(staff, evidence):
    today = timezone.localdate()
    services.activity_change(
        actor=staff,
        activity=evidence.activity,
        responsible=None,
        next_step="Писмо",
        next_on=today - timedelta(days=20),
    )
    states = [queries.reading_of(12, day).state for day in (today - timedelta(days=10), today)]
    assert states == ["without_target", "behind"]


def test_what_is_sent_twice_counts_once(staff, activity, evidence):
    with pytest.raises(services.AlreadyOnRecord):
        services.evidence_add(
            actor=staff, activity=activity, on=DAY, title="Обща конференция", value=1
        )
    services.evidence_withdraw(actor=staff, evidence=evidence, reason="сгрешено")
    services.evidence_add(actor=staff, activity=activity, on=DAY, title="Обща конференция", value=1)
    for _time in range(2):
        services.target_set(actor=staff, activity=activity, value=4, since=DAY)
    assert activity.targets.count() == 1
    assert len(entries_about(activity)) == 1


def test_long_name_of_a_file_keeps_its_ending(staff, activity):
    file = ContentFile(b"%PDF-", name="п" * 250 + ".pdf")
    added = services.evidence_add(actor=staff, activity=activity, on=DAY, title="п", file=file)
    assert len(added.file_name) == 200
    assert added.file_name.endswith("п.pdf")


def test_target_can_be_given_up(staff):
    services.target_set(actor=staff, activity=Activity.objects.get(number=2), value=None, since=DAY)
    assert aim(2, date(2025, 6, 29)) == 20
    assert aim(2, DAY) is None


def test_evidence_is_added_with_its_file_under_a_name_that_says_nothing(staff, activity):
    added = services.evidence_add(
        actor=staff,
        activity=activity,
        on=DAY,
        title="Протокол",
        file=ContentFile(b"%PDF-", name="Протокол от срещата.pdf"),
    )
    added.refresh_from_db()
    assert added.file_name == "Протокол от срещата.pdf"
    assert added.file.name == f"evidence/{added.pk}"
    with added.file.open() as stored:
        assert stored.read() == b"%PDF-"
    (entry,) = entries_about(added)
    assert (entry.action, entry.detail["activity"]) == ("evidence.added", 12)


def test_withdrawn_evidence_stays_on_record_and_is_changed_no_more(staff, evidence):
    services.evidence_withdraw(actor=staff, evidence=evidence, reason="друга година")
    evidence.refresh_from_db()
    assert evidence.is_withdrawn
    assert (evidence.withdrawn_by, evidence.withdrawn_reason) == (staff, "друга година")
    assert evidence in queries.evidence_of(evidence.activity, DAY)
    assert evidence not in queries.evidence_standing()
    with pytest.raises(services.Withdrawn):
        services.evidence_withdraw(actor=staff, evidence=evidence, reason="пак")
    with pytest.raises(services.Withdrawn):
        services.evidence_show(actor=staff, evidence=evidence, is_public=True)
    actions = [entry.action for entry in entries_about(evidence)]
    assert actions == ["evidence.withdrawn", "evidence.added"]


def test_evidence_is_shown_and_hidden_again(staff, evidence):
    assert not queries.evidence_shown()
    services.evidence_show(actor=staff, evidence=evidence, is_public=True)
    assert queries.evidence_shown().get() == evidence
    services.evidence_show(actor=staff, evidence=evidence, is_public=False)
    assert not queries.evidence_shown()
    actions = [entry.action for entry in entries_about(evidence)]
    assert actions == ["evidence.hidden", "evidence.shown", "evidence.added"]


def test_shown_evidence_that_is_withdrawn_is_shown_no_more(staff, evidence):
    services.evidence_show(actor=staff, evidence=evidence, is_public=True)
    services.evidence_withdraw(actor=staff, evidence=evidence, reason="сгрешено")
    assert not queries.evidence_shown()


@pytest.mark.parametrize(
    "facts",
    [
        {"value": -1},
        {"withdrawn_reason": "без кой и кога"},
        {"file": "evidence/x"},
        {"file_name": "без файл.pdf"},
    ],
)
def test_database_refuses_what_cannot_be(staff, activity, facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.create(activity=activity, on=DAY, title="т", added_by=staff, **facts)


def test_database_refuses_targets_that_cannot_be(staff, activity):
    for facts in (
        {"value": 0},
        {"value": 3, "due": date(2025, 6, 1)},
        {"value": None, "due": date(2025, 7, 1)},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            activity.targets.create(since=DAY, **facts)
    with pytest.raises(IntegrityError), transaction.atomic():
        Activity.objects.filter(pk=12).update(next_on=DAY)
