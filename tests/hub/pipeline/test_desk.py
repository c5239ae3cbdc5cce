"""What waits on the desk of the staff: steps that are due, theirs and nobody's."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kragozor.hub.pipeline.desk import SHOWN
from kragozor.hub.pipeline.enums import Stage
from tests.hub.pages import assert_page
from tests.hub.pipeline.making import EIK, card_made, member_made

DESK = reverse("people:desk")
DAY = timedelta(days=1)


def step(staff, name: str, *, days: int, stage=Stage.CONTACTED, **facts):
    due = timezone.localdate() + days * DAY
    return card_made(staff, stage, name=name, next_step="Да се обадим", next_on=due, **facts)


def test_overdue_and_todays_steps_wait_for_their_owner_and_nobody(client_of, staff, granted):
    step(staff, "Просрочена", days=-3, owner=staff)
    step(staff, "Днешна", days=0)
    step(staff, "Утрешна", days=1, owner=staff)
    step(staff, "Чужда", days=-3, owner=granted)
    step(staff, "Отказана", days=-3, owner=staff, stage=Stage.DECLINED)
    page = client_of(staff).get(DESK)
    assert_page(page)
    shown = [name for name in ("Просрочена", "Днешна") if name in page.text]
    assert shown == ["Просрочена", "Днешна"]
    assert page.text.index("Просрочена") < page.text.index("Днешна")
    for name in ("Утрешна", "Чужда", "Отказана"):
        assert name not in page.text


def test_a_member_has_no_step_that_is_due(client_of, staff):
    step(staff, "Вретено ООД", days=-3, eik=EIK)
    member_made(staff)
    assert "desk-steps" not in client_of(staff).get(DESK).text


@pytest.mark.parametrize("part", ["board", "owner", "expert"])
def test_others_are_not_told(client_of, cast, part):
    step(cast.staff, "Просрочена", days=-3)
    assert "Просрочена" not in client_of(getattr(cast, part)).get(DESK).text


def test_many_steps_are_counted_and_the_first_shown(client_of, staff):
    for number in range(SHOWN + 4):
        step(staff, f"Карта {number:02}", days=-1, owner=staff)
    page = client_of(staff).get(f"/en{DESK}")
    assert page.text.count("Карта ") == SHOWN
    assert f"{SHOWN + 4} steps of recruitment are due" in page.text


def test_more_steps_need_no_more_queries(client_of, staff):
    desk = client_of(staff)
    step(staff, "Карта", days=-1, owner=staff)
    with CaptureQueriesContext(connection) as one:
        desk.get(DESK)
    for number in range(SHOWN):
        step(staff, f"Карта {number}", days=-1)
    with CaptureQueriesContext(connection) as many:
        desk.get(DESK)
    assert len(many) == len(one)
