"""What enters must leave; how well it is known is weighed by mass."""

import pytest
from hypothesis import given, settings

from kragozor.instruments.balance import grade_shares, mass_balance
from kragozor.instruments.inventory import Grade
from tests.inventories import inflow, inventories, inventory, known, outflow


@pytest.mark.parametrize(
    ("entering", "leaving", "stock", "gap", "relative", "closes"),
    [
        (100, 100, 0, 0, 0, True),
        (100, 90, 10, 0, 0, True),
        (100, 99, 0, 1, 0.01, True),
        (100, 98.9, 0, 1.1, 0.011, False),
        (100, 110, -10, 0, 0, True),
        (100, 110, 0, -10, -10 / 110, False),
    ],
)
def test_mass_balance_compares_both_sides(entering, leaving, stock, gap, relative, closes):
    facts = inventory(inflow(entering), outflow(leaving), stock_change=known(stock))
    balance = mass_balance(facts)
    assert balance.gap == pytest.approx(gap)
    assert balance.relative_gap == pytest.approx(relative)
    assert balance.closes is closes


def test_mass_balance_without_mass_is_undefined_and_does_not_close():
    balance = mass_balance(inventory())
    assert balance.relative_gap is None
    assert not balance.closes


def test_mass_balance_takes_its_tolerance():
    facts = inventory(inflow(100), outflow(95))
    assert mass_balance(facts, tolerance=0.05).closes
    assert not mass_balance(facts, tolerance=0.049).closes


@settings(max_examples=40)
@given(inventories)
def test_grade_shares_sum_to_one(facts):
    shares = grade_shares(facts.masses())
    assert sum(shares.values()) == pytest.approx(1)
    assert list(shares) == [grade for grade in Grade if grade in shares]


def test_grade_shares_are_the_same_in_any_order():
    rows = [*map(known, [1e16, 1, 1, 1]), known(1e15, grade=Grade.PROXY)]
    assert grade_shares(rows) == grade_shares(rows[::-1])


def test_grade_shares_of_nothing_are_empty():
    assert grade_shares([]) == {}
    assert grade_shares([known(0)]) == {}
