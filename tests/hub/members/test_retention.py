"""Renewal, attrition and length of membership, against cases counted by hand."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.hub.members import retention
from kragozor.hub.members.retention import GRACE, Stretch

ON = date(2026, 7, 1)


def term(first, last):
    return Stretch(date.fromisoformat(first), date.fromisoformat(last))


def of(*histories):
    return dict(enumerate(histories))


@pytest.mark.parametrize(
    ("stretches", "found"),
    [
        # The last day before the day, renewed from the day itself.
        ([term("2025-07-01", "2026-06-30"), term("2026-07-01", "2027-06-30")], (1, 0, 0)),
        # The next term is written, and has not begun: it may still be taken back.
        ([term("2025-07-01", "2026-06-20"), term("2026-07-02", "2027-06-30")], (0, 0, 1)),
        # Grace is over the day after its last day.
        ([term("2025-05-02", "2026-05-01")], (0, 1, 0)),
        ([term("2025-05-03", "2026-05-02")], (0, 0, 1)),
        # Sixty days later is renewed, sixty-one is a new membership.
        ([term("2025-01-01", "2025-12-31"), term("2026-03-01", "2026-12-31")], (1, 0, 0)),
        ([term("2025-01-01", "2025-12-31"), term("2026-03-02", "2026-12-31")], (0, 1, 0)),
        # The window holds the same day a year before, and not the day itself.
        ([term("2024-07-02", "2025-07-01")], (0, 1, 0)),
        ([term("2024-07-01", "2025-06-30")], (0, 0, 0)),
        ([term("2025-07-02", "2026-07-01")], (0, 0, 0)),
        # Terms of two records that were merged share days: together they are one.
        ([term("2025-01-01", "2025-12-31"), term("2025-03-01", "2025-06-30")], (0, 1, 0)),
        ([term("2025-01-01", "2025-12-31"), term("2025-12-31", "2026-03-31")], (0, 1, 0)),
    ],
)
def test_what_became_of_a_term(stretches, found):
    counted = retention.renewals(of(stretches), ON)
    assert (counted.renewed, counted.lapsed, counted.undecided) == found


def test_renewal_rate_leaves_out_who_may_still_renew():
    renewed = [term("2025-01-01", "2025-12-31"), term("2026-01-01", "2026-12-31")]
    lapsed = [term("2025-01-01", "2025-12-31")]
    undecided = [term("2025-06-16", "2026-06-15")]
    rate = retention.renewals(of(renewed, renewed, renewed, lapsed, undecided), ON).rate
    assert (rate.value, rate.part, rate.whole) == (0.75, 3, 4)


def test_renewal_rate_of_nothing_is_a_reason_and_not_nought():
    rate = retention.renewals(of([term("2026-01-01", "2026-12-31")]), ON).rate
    assert rate.value is None
    assert rate.reason == retention.NOTHING_ENDED


def test_attrition_is_of_those_who_were_there_a_year_before():
    stayed = [term("2025-01-01", "2026-12-31")]
    left = [term("2025-01-01", "2025-12-31")]
    came = [term("2026-01-01", "2026-12-31")]
    passed_by = [term("2025-08-01", "2025-12-31")]
    figure = retention.attrition(of(stayed, stayed, stayed, left, came, passed_by), ON)
    assert (figure.value, figure.part, figure.whole) == (0.25, 1, 4)


def test_attrition_of_nobody_is_a_reason():
    figure = retention.attrition(of([term("2026-01-01", "2026-12-31")]), ON)
    assert (figure.value, figure.reason) == (None, retention.NOBODY_AT_THE_START)


def test_pauses_within_grace_do_not_end_a_membership():
    terms = [
        term("2023-01-01", "2023-12-31"),
        term("2024-02-29", "2024-12-31"),
        term("2025-03-02", "2025-12-31"),
    ]
    assert retention.memberships(terms) == [
        term("2023-01-01", "2024-12-31"),
        term("2025-03-02", "2025-12-31"),
    ]


def test_lengths_of_those_who_are_members_now():
    """Two years, four years, and somebody who left."""
    found = retention.lengths(
        of(
            [term("2024-07-01", "2026-12-31")],
            [term("2022-07-01", "2024-06-30"), term("2024-07-15", "2026-12-31")],
            [term("2020-01-01", "2020-12-31")],
        ),
        ON,
    )
    assert found.median_now.value == pytest.approx((730 + 1461) / 2 / 365.25)
    assert found.mean_now.value == found.median_now.value


def test_lengths_of_nobody_are_reasons():
    found = retention.lengths({}, ON)
    assert found.median_now.reason == found.mean_now.reason == retention.NOBODY_NOW
    assert found.median_of_all.reason == retention.NOBODY_EVER


def lasted(days, *, ended):
    """A membership of so many days; one without an end runs up to the day."""
    last = ON - GRACE - timedelta(days=1) if ended else ON
    return [Stretch(last - timedelta(days=days - 1), last)]


def test_kaplan_meier_by_hand():
    """Of 6, 6*, 7, 10, 13* days (* runs on): S = 4/5, 8/15, 4/15 at 6, 7 and 10."""
    history = of(
        lasted(6, ended=True),
        lasted(6, ended=False),
        lasted(7, ended=True),
        lasted(10, ended=True),
        lasted(13, ended=False),
    )
    staying = Fraction(4, 5) * Fraction(2, 3)
    assert staying > Fraction(1, 2) >= staying * Fraction(1, 2)
    assert retention.median_of_all(history, ON).value == pytest.approx(10 / 365.25)


def test_kaplan_meier_reaches_one_half_exactly():
    history = of(lasted(100, ended=True), lasted(200, ended=True))
    assert retention.median_of_all(history, ON).value == pytest.approx(100 / 365.25)


def test_kaplan_meier_without_half_ended_is_a_reason():
    history = of(lasted(5, ended=True), *[lasted(9, ended=False)] * 3)
    assert retention.median_of_all(history, ON) == retention.Figure(None, retention.FEWER_THAN_HALF)


def test_a_membership_in_its_grace_has_not_ended():
    last = ON - GRACE
    assert retention.median_of_all(of([Stretch(last, last)]), ON).value is None
    assert retention.median_of_all(of([Stretch(last, last)]), ON + timedelta(days=1)).value


@given(st.lists(st.integers(1, 4000), min_size=1, max_size=30))
def test_where_all_ended_the_median_is_the_plain_one(days):
    """Without memberships that run on, Kaplan and Meier is counting."""
    found = retention.median_of_all(of(*(lasted(one, ended=True) for one in days)), ON)
    half = sorted(days)[(len(days) + 1) // 2 - 1]
    assert found.value == pytest.approx(half / 365.25)


@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 800)), max_size=12))
def test_shares_are_between_nought_and_one(spans):
    terms = [Stretch(ON - timedelta(a), ON - timedelta(a) + timedelta(b)) for a, b in spans]
    history = of(*([one] for one in terms))
    for figure in (retention.renewals(history, ON).rate, retention.attrition(history, ON)):
        assert (figure.value is None) is bool(figure.reason)
        assert figure.value is None or 0 <= figure.value <= 1


def test_a_year_before_the_29th_of_february():
    assert retention.year_before(date(2028, 2, 29)) == date(2027, 2, 28)
