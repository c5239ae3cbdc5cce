"""What the uncertainty of a headline comes from, held to a product whose shares are known."""

from dataclasses import replace
from math import prod

import pytest

from kragozor.instruments.assess import assess
from kragozor.instruments.examples import bottle
from kragozor.instruments.inventory import Place, Quantity, Use
from kragozor.instruments.uncertainty.contributions import LEAST, NAMED, contributions
from kragozor.instruments.uncertainty.distributions import Distribution
from kragozor.instruments.uncertainty.sample import Sample
from tests.inventories import inflow, inventory, outflow

UTILITY = "mci.utility"
SAMPLE = Sample(4096, seed=4)
EXACT = 0.0


def number(mean, cv):
    """A number of so much, spread so widely; exact where it is not spread at all."""
    family, of = ("lognormal", {"mean": mean, "cv": cv}) if cv else ("uniform", {"low": mean})
    return Quantity(mean, distribution=Distribution(family, of | ({} if cv else {"high": mean})))


def used(**spread):
    """A product whose utility is its lifetime times its intensity, over those of the industry."""
    numbers = {name: number(2.0, spread.get(name, EXACT)) for name in vars(Use())}
    return inventory(inflow(), outflow(), use=Use(**numbers))


def test_shares_of_a_product_of_numbers_are_those_of_theory():
    """The variance of a product is that of its squared variations, each with one added."""
    spread = {"lifetime": 0.2, "use_intensity": 0.1}
    whole = prod(1 + cv**2 for cv in spread.values()) - 1
    total = {
        name: cv**2 * prod(1 + other**2 for key, other in spread.items() if key != name) / whole
        for name, cv in spread.items()
    }
    found = contributions(used(**spread), UTILITY, SAMPLE)
    assert [one.place for one in found] == [Place("use", None, name) for name in spread]
    for one in found:
        assert one.share == pytest.approx(total[one.place.name], abs=0.02)
        assert one.low < one.share < one.high


def test_only_fact_that_varies_is_the_whole_of_it():
    (found,) = contributions(used(lifetime=0.3), UTILITY, SAMPLE)
    assert found.share == pytest.approx(1, abs=0.02)


def test_nothing_contributes_where_nothing_varies():
    assert contributions(used(), UTILITY, SAMPLE) == ()


def test_nothing_contributes_where_too_few_draws_are_defined():
    assert contributions(inventory(inflow()), "mci.mci", SAMPLE) == ()


def test_few_are_named_strongest_first_and_none_that_hardly_counts():
    found = contributions(bottle(), "mci.mci", SAMPLE)
    shares = [one.share for one in found]
    assert len(found) <= NAMED
    assert shares == sorted(shares, reverse=True)
    assert min(shares) >= LEAST


def test_more_draws_than_enough_give_the_same():
    more, enough = (contributions(bottle(), "mci.mci", Sample(n)) for n in (100_000, 4096))
    assert more == enough


def test_assessment_carries_those_of_its_headline_in_its_own_sample():
    result = assess(bottle(), draws=500, seed=9)
    assert result.contributions == contributions(bottle(), result.headline, Sample(500, 9))
    assert result.contributions


def test_assessment_without_draws_has_none():
    assert assess(bottle(), draws=0).contributions == ()


def test_exact_facts_leave_nothing_to_know_better():
    one = number(1.0, EXACT)
    rows = (replace(inflow(), mass=one), replace(outflow(), mass=one))
    result = assess(inventory(*rows))
    assert result.headline_value.value is not None
    assert result.contributions == ()
