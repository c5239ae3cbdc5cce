"""The seventeen activities as the programme has them."""

import pytest
from django.core.management import call_command
from django.utils.translation import override

from kragozor.hub.programme.enums import Counting
from kragozor.hub.programme.indicators.sources import LIVE
from kragozor.hub.programme.models import Activity, Target
from kragozor.hub.programme.plans import EVIDENCE, ROOMS, council_name, plans
from kragozor.hub.programme.records import SOURCES, source_of


def test_there_are_seventeen_in_order():
    assert list(plans()) == list(range(1, 18))


@pytest.mark.parametrize("plan", plans().values(), ids=lambda plan: str(plan.number))
def test_each_says_all_of_itself_in_both_languages(plan):
    for said in (plan.title, plan.indicator, plan.unit):
        assert said.bg.strip()
        assert said.en.strip()
        assert said.bg != said.en
    with override("bg"):
        bulgarian = plan.method
    with override("en"):
        assert plan.method not in {"", bulgarian}


@pytest.mark.parametrize("plan", plans().values(), ids=lambda plan: str(plan.number))
def test_each_has_a_source_and_a_way_to_it(plan):
    if plan.source == EVIDENCE:
        assert plan.counting in Counting
        assert plan.room in ROOMS
        assert source_of(plan) is None
    else:
        assert plan.source in LIVE
        assert source_of(plan).address


def test_every_live_source_is_used():
    used = {plan.source for plan in plans().values()} - {EVIDENCE}
    assert used == set(LIVE) == set(SOURCES)


def test_name_of_the_council_is_in_the_language_of_the_page():
    with override("en"):
        assert council_name().startswith("Council-Cluster")
    with override("bg"):
        assert council_name().startswith("Съвет-клъстер")


def test_migrating_puts_them_in_once_and_keeps_what_staff_changed(db):
    Activity.objects.filter(number=3).update(next_step="Писмо")
    targets = Target.objects.count()
    call_command("migrate", verbosity=0)
    assert list(Activity.objects.values_list("number", flat=True)) == list(range(1, 18))
    assert Activity.objects.get(number=3).next_step == "Писмо"
    assert Target.objects.count() == targets
    named = Target.objects.values_list("activity_id", "value")
    assert dict(named) == {1: 3, 2: 20, 3: 1, 5: 3, 9: 8, 15: 5}
