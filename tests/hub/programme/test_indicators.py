"""The values of the indicators as of a day, counted from the records of the lower rooms."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone
from django.utils.translation import override

from kragozor.hub.measuring.models import Assessment
from kragozor.hub.members.models import Organisation, PillarMembership, TermEnd
from kragozor.hub.members.queries import member_counts
from kragozor.hub.programme.indicators import Facts, value_of
from kragozor.hub.programme.indicators.facts import month_ends
from kragozor.hub.programme.models import Activity
from kragozor.hub.programme.plans import plans
from kragozor.hub.programme.services import evidence_add, evidence_withdraw
from tests.hub.programme.records import measuring, member, pillar, pillar_changed

pytestmark = pytest.mark.django_db
DAY, YEAR_END = date(2025, 6, 30), date(2025, 12, 31)


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def value(number, day=DAY):
    return value_of(plans()[number], Facts([day]), day)


def number(activity, day=DAY):
    return value(activity, day).number


@pytest.fixture
def three_pillars(staff):
    for code in ("textiles", "plastics", "agrifood"):
        pillar(code, purpose_bg="За какво е.", lead=staff)


def test_smallest_pillar_is_what_counts(staff):
    for place in range(3):
        member(staff, f"Т{place}", pillar="textiles")
        member(staff, f"П{place}", pillar="plastics")
    assert number(2) == 0
    member(staff, "А", pillar="agrifood")
    assert number(2) == 1


def test_business_and_academia_are_counted_apart(staff):
    member(staff, "Фирма", kind="company")
    member(staff, "Университет", kind="university")
    member(staff, "Институт", kind="institute")
    member(staff, "Община", kind="public")
    parts = {part.label: part.text for part in value(2).parts}
    assert parts["Textiles"] == "4 members: business 1, academia 2, others 1"


def test_first_and_last_day_of_a_term_count_and_no_other(staff):
    for code in ("textiles", "plastics", "agrifood"):
        member(staff, code, pillar=code, term=(date(2025, 3, 1), date(2025, 3, 31)))
    counts = [number(2, date(2025, *day)) for day in ((2, 28), (3, 1), (3, 31), (4, 1))]
    assert counts == [0, 1, 1, 0]


def test_term_that_ended_early_counts_to_its_end(staff):
    one = member(staff, pillar="textiles", district="BG311")
    TermEnd.objects.create(
        term=one.terms.get(), on=date(2025, 5, 31), reason="напусна", created_by=staff
    )
    assert number(16, date(2025, 5, 31)) == 1
    assert number(16, date(2025, 6, 1)) == 0


def test_pillar_that_was_left_does_not_count(staff):
    one = member(staff, district="BG311")
    PillarMembership.objects.filter(organisation=one).update(until=date(2025, 5, 31))
    assert number(16) == 0


def test_member_of_two_terms_and_pillars_counts_once_in_each(staff):
    one = member(staff, district="BG311")
    PillarMembership.objects.create(organisation=one, pillar="plastics", since=date(2025, 1, 1))
    facts = Facts([DAY])
    counts = facts.pillar_counts(DAY)
    assert {code: sides.total() for code, sides in counts.items()} == {
        "textiles": 1,
        "plastics": 1,
        "agrifood": 0,
    }
    assert number(16) == 1


def test_merged_organisation_does_not_count(staff):
    one, other = member(staff, district="BG311"), member(staff, "Друго", district="BG312")
    Organisation.objects.filter(pk=one.pk).update(merged_into=other)
    assert number(16) == 1


def test_many_days_are_counted_as_each_is_by_itself(staff, three_pillars):
    for place in range(12):
        one = member(
            staff,
            f"Член {place}",
            pillar=("textiles", "plastics", "agrifood")[place % 3],
            kind=("company", "university", "public")[place % 2],
            term=(date(2024, place + 1, 5), date(2025, 12 - place, 5)),
        )
        if place % 4 == 0:
            PillarMembership.objects.filter(organisation=one).update(until=date(2025, 2, 28))
    days = month_ends(DAY)
    facts = Facts(days)
    for day in days:
        counts = {code: sides.total() for code, sides in facts.pillar_counts(day).items()}
        assert counts == {count.pillar: count.total for count in member_counts(day)}
    assert len({sum(c.total for c in member_counts(day)) for day in days}) > 3


def test_pillar_is_whole_with_purpose_lead_and_members(staff, three_pillars):
    assert number(1) == 0
    member(staff, pillar="textiles")
    assert number(1) == 1
    pillar("textiles", lead=None)
    found = value(1)
    assert found.number == 0
    assert found.parts[0].text == "no lead yet"
    assert found.parts[1].text == "no members yet"


def test_pillar_is_what_it_was_on_the_day(staff, board, three_pillars):
    member(staff, pillar="textiles")
    # Half past midnight in Sofia, on the day after: the change belongs to that day.
    pillar_changed(staff, "textiles", datetime(2025, 6, 30, 21, 30, tzinfo=UTC), lead=None)
    pillar_changed(staff, "textiles", datetime(2025, 8, 1, 9, tzinfo=UTC), lead=board)
    pillar_changed(
        staff, "textiles", datetime(2025, 9, 1, 9, tzinfo=UTC), purpose_bg="", purpose_en=""
    )
    days = [date(2025, 6, 30), date(2025, 7, 1), date(2025, 8, 1), date(2025, 8, 31), YEAR_END]
    facts = Facts(days)
    assert [value_of(plans()[1], facts, day).number for day in days] == [1, 0, 1, 1, 0]
    assert [number(1, day) for day in days] == [1, 0, 1, 1, 0]


def test_pillar_has_the_target_it_had_on_the_day(staff, three_pillars):
    pillar_changed(staff, "plastics", datetime(2025, 7, 1, 9, tzinfo=UTC), target=40)
    facts = Facts([DAY, YEAR_END])
    targets = [[one.target for one in facts.pillars(day)] for day in (DAY, YEAR_END)]
    assert targets == [[20, 20, 20], [20, 40, 20]]


def test_districts_are_counted_once_with_their_regions(staff):
    for place, district in enumerate(("BG341", "BG342", "BG341", "BG411", "")):
        member(staff, f"Член {place}", district=district)
    found = value(16)
    assert found.number == 3
    assert found.parts[0].text == "2 of 6"


def test_measurings_count_from_the_day_they_were_made_here(staff):
    one = member(staff)
    # Half past midnight in Sofia: the evening before in UTC.
    late = datetime(2025, 6, 30, 21, 30, tzinfo=UTC)
    measuring(staff, one, 2023, made_at=late)
    measuring(staff, one, 2024, made_at=datetime(2025, 6, 30, 20, 30, tzinfo=UTC))
    found = value(14)
    assert (found.number, found.parts[0].text) == (1, "1")
    assert value(14, date(2025, 7, 1)).parts[0].text == "2"


def test_measured_again_is_a_second_period_and_not_a_second_version(staff):
    one, two = member(staff, "Едно"), member(staff, "Две")
    for year in (2023, 2024):
        measuring(staff, one, year)
    measuring(staff, two, 2023, name="Риза")
    measuring(staff, two, 2024, name="Панталон")
    assert number(17, date(2026, 1, 1)) == 0
    assert number(17, timezone.localdate()) == 1


NOT_SAID = "not said while it would tell of single organisations"


def how_many_improved():
    return value(17, timezone.localdate()).parts[0].text


def test_improvement_is_told_only_of_five_and_more(staff):
    for place in range(4):
        improved(staff, place, better=True)
    assert how_many_improved() == NOT_SAID
    improved(staff, 4, better=False)
    assert value(17, timezone.localdate()).number == 5
    assert how_many_improved() == "4 of the first 5"


@pytest.mark.parametrize("better", [True, False])
def test_whether_the_sixth_improved_is_not_told_by_the_next_day(staff, better):
    for place in range(5):
        improved(staff, place, better=place > 0)
    before = how_many_improved()
    for place in range(5, 9):
        improved(staff, place, better=better)
        assert how_many_improved() == before == "4 of the first 5"
    improved(staff, 9, better=better)
    assert how_many_improved() == f"{4 + 5 * better} of the first 10"


@pytest.mark.parametrize("better", [True, False])
def test_that_all_improved_or_none_is_not_told(staff, better):
    for place in range(5):
        improved(staff, place, better=better)
    assert how_many_improved() == NOT_SAID


def test_unequal_headlines_and_undefined_values_are_no_improvement(staff):
    improved(staff, 0, better=True)
    for place in range(1, 5):
        improved(staff, place, better=None)
    assert how_many_improved() == "1 of the first 5"


def test_figures_of_two_methods_are_not_compared(staff):
    for place in range(5):
        improved(staff, place, better=place > 0)
    assert how_many_improved() == "4 of the first 5"
    newest = Assessment.objects.filter(period_end__year=2024).order_by("-created_at").first()
    assert newest is not None
    Assessment.objects.filter(pk=newest.pk).update(version="9")
    assert how_many_improved() == "3 of the first 5"


def test_evidence_is_added_up_or_the_newest_counts(staff):
    for activity in (4, 11):
        evidence(staff, activity, date(2025, 2, 1), 5)
        evidence(staff, activity, date(2025, 3, 1), 2)
        evidence(staff, activity, date(2025, 4, 1), None)
        evidence(staff, activity, date(2025, 7, 1), 100)
    assert (number(4), number(11)) == (7, 2)
    assert (number(4, date(2025, 2, 1)), number(11, date(2025, 2, 1))) == (5, 5)


def test_without_a_number_there_is_no_value_and_zero_is_one(staff):
    assert number(4) is None
    evidence(staff, 4, DAY, None)
    assert number(4) is None
    evidence(staff, 4, DAY, 0)
    assert number(4) == 0


def test_withdrawn_evidence_counts_on_no_day(staff):
    wrong = evidence(staff, 4, DAY, 5)
    evidence_withdraw(actor=staff, evidence=wrong, reason="сгрешено")
    assert number(4) is None


@pytest.mark.parametrize(
    ("day", "first", "second_to_last"),
    [
        (date(2025, 6, 30), date(2024, 6, 30), date(2025, 5, 31)),
        (date(2024, 3, 15), date(2023, 3, 31), date(2024, 2, 29)),
        (date(2025, 1, 1), date(2024, 1, 31), date(2024, 12, 31)),
    ],
)
def test_month_ends(day, first, second_to_last):
    ends = month_ends(day)
    assert len(ends) == 13
    assert (ends[0], ends[-2], ends[-1]) == (first, second_to_last, day)


def test_many_days_cost_no_more_queries_than_one(staff, django_assert_num_queries):
    pillar()
    for place in range(3):
        measuring(staff, member(staff, f"Член {place}"), 2024)
    for days in ([DAY], month_ends(DAY)):
        facts = Facts(days)
        with django_assert_num_queries(5):
            for day in days:
                for plan in plans().values():
                    value_of(plan, facts, day)


def improved(staff, place, *, better):
    one = member(staff, f"Мери {place}")
    last = {True: 0.5, False: 0.3, None: None}[better]
    measuring(staff, one, 2023, 0.4)
    measuring(staff, one, 2024, last)


def evidence(staff, activity, on, given):
    return evidence_add(
        actor=staff,
        activity=Activity.objects.get(number=activity),
        on=on,
        title="Направено",
        value=given,
    )
