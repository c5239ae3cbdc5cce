"""The facts of an inventory are drawn once, and every framework reads the same draws."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from kragozor.instruments.assess import assess
from kragozor.instruments.errors import OutOfRange
from kragozor.instruments.examples import bottle
from kragozor.instruments.inventory import (
    Destination,
    Origin,
    Packaging,
    PackagingType,
    Place,
    Quantity,
)
from kragozor.instruments.readings import READERS
from kragozor.instruments.uncertainty.distributions import Distribution
from kragozor.instruments.uncertainty.facts import drawn_facts, figures_of, uncertain_facts
from kragozor.instruments.uncertainty.propagation import propagated
from kragozor.instruments.uncertainty.sample import Sample
from tests.inventories import inflow, inventories, inventory, known, outflow

FEW = Sample(64, seed=7)


def figures(facts, sample=FEW):
    found = uncertain_facts(facts)
    return propagated(figures_of(facts, found, READERS), drawn_facts(found, sample)).figures


def with_mass(facts, distribution):
    mass = Quantity(10, distribution=distribution)
    return replace(facts, inflows=(replace(facts.inflows[0], mass=mass), *facts.inflows[1:]))


def test_a_declared_distribution_goes_before_the_grade():
    declared = Distribution("uniform", {"low": 9.0, "high": 12.0})
    found = uncertain_facts(with_mass(bottle(), declared))
    assert found[0].distribution is declared
    assert found[1].distribution.family == "lognormal"


def test_what_is_exact_is_not_drawn():
    facts = inventory(inflow(0), inflow(2, Origin.RECYCLED_PRE_CONSUMER))
    efficiency = replace(facts.inflows[1], feedstock_recycling_efficiency=known(1))
    facts = replace(facts, inflows=(facts.inflows[0], efficiency))
    assert [str(fact.place) for fact in uncertain_facts(facts)] == ["inflows[2].mass"]


@pytest.mark.parametrize(
    ("place", "domain"),
    [
        (Place("inflows", 1, "mass"), ">= 0"),
        (Place("outflows", 1, "recycling_efficiency"), "0..1"),
        (Place("subject", None, "stock_change"), "real"),
    ],
)
def test_a_fact_knows_its_domain(place, domain):
    facts = replace(bottle(), subject=replace(bottle().subject, stock_change=Quantity(-1.0)))
    assert next(f for f in uncertain_facts(facts) if f.place == place).domain == domain


def test_a_distribution_that_leaves_its_domain_is_refused_with_its_place():
    facts = with_mass(bottle(), Distribution("normal", {"mean": 10.0, "sd": 8.0}))
    with pytest.raises(OutOfRange) as caught:
        assess(facts)
    assert str(caught.value).startswith("inflows[0].mass: the normal distribution also gives −")
    assert "Instead: lognormal" in str(caught.value)


def test_frameworks_read_the_same_draws():
    found = figures(bottle())
    recycled = found["iso59020.recycled_inflow_share"]
    assert found["cti.circular_inflow"] == pytest.approx(recycled)
    assert found["mci.virgin_feedstock"] == pytest.approx((1 - recycled) * product_mass(FEW))


def product_mass(sample):
    facts = uncertain_facts(bottle())
    numbers = zip(facts, drawn_facts(facts, sample), strict=True)
    masses = (f.place.section == "outflows" and f.place.name == "mass" for f in facts)
    return sum(draws for (_, draws), is_mass in zip(numbers, masses, strict=True) if is_mass)


@settings(max_examples=25, deadline=None)
@given(inventories)
def test_shares_of_one_whole_stay_on_the_simplex(facts):
    found = figures(facts)
    for side, parts in (
        ("inflow", ("reused_inflow_share", "recycled_inflow_share", "renewable_inflow_share")),
        ("outflow", ("reused_outflow_share", "recycled_outflow_share")),
    ):
        total = sum(found.get(f"iso59020.{part}", 0.0) for part in parts)
        assert np.all(total <= 1 + 1e-9), side
        assert np.all(total >= -1e-9), side


def test_every_figure_that_varies_says_how_far():
    result = assess(bottle())
    spread = result["mci.mci"].uncertainty
    assert spread.p05 < result["mci.mci"].value < spread.p95
    assert result["mci.utility"].uncertainty is None
    assert result["iso59020.relative_lifetime"].uncertainty is None
    assert result.sample == Sample(1000)


def test_an_index_has_the_interval_of_its_closed_form():
    """With X = 1, full efficiency and only one fact that varies, MCI is linear in it."""
    share = Distribution("uniform", {"low": 0.2, "high": 0.4})
    exact = Distribution("uniform", {"low": 1.0, "high": 1.0})
    recycled = outflow(
        1, Destination.RECYCLE, recycling_efficiency=Quantity(0.3, distribution=share)
    )
    row = replace(recycled, mass=Quantity(1, distribution=exact))
    entering = replace(inflow(1), mass=Quantity(1, distribution=exact))
    spread = assess(inventory(entering, row), draws=4096)["mci.mci"].uncertainty
    # LFI = (1 + W_C/2) / (2 - W_C/2) with W_C = 1 - E_C.
    expected = [1 - 0.9 * (1 + (1 - e) / 2) / (2 - (1 - e) / 2) for e in (0.21, 0.39)]
    assert [spread.p05, spread.p95] == pytest.approx(expected, abs=1e-4)


def test_the_same_seed_gives_the_same_uncertainty():
    assert assess(bottle(), seed=4) == assess(bottle(), seed=4)
    assert assess(bottle(), seed=4) != assess(bottle(), seed=5)


def test_values_do_not_depend_on_the_draws():
    drawn, plain = assess(bottle()), assess(bottle(), draws=0)
    assert plain.sample is None
    for reading in plain.readings:
        for name, value in reading.values.items():
            assert value.uncertainty is None
            assert drawn.reading(reading.indicator).values[name].value == value.value


def test_single_things_of_a_framework_are_summed_up_too():
    share = Quantity(0.6)
    formats = tuple(
        Packaging(name, PackagingType.BEVERAGE_BOTTLE, Quantity(7.0), "plant", share, share, share)
        for name in ("0.5 l", "1.5 l")
    )
    reading = assess(replace(bottle(), packaging=formats)).reading("packaging")
    graded = [item for item in reading.items if item.indicator == "packaging-grade"]
    spreads = [item.values["grade"].uncertainty for item in graded]
    assert len(spreads) == 2
    assert all(spread.p05 < 0.6 < spread.p95 for spread in spreads)
    assert spreads[0] != spreads[1]
