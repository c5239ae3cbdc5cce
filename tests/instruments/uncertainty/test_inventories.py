"""What drives a figure, and which of two inventories is better, draw by draw."""

import math
from dataclasses import replace

import numpy as np
import pytest

from kragozor.instruments.assess import assess
from kragozor.instruments.examples import bottle
from kragozor.instruments.inventory import (
    Destination,
    Grade,
    Impact,
    ImpactCategory,
    Origin,
    Place,
    Quantity,
)
from kragozor.instruments.parameters import (
    ANY_MATERIAL,
    Name,
    Parameter,
    ParameterTable,
    packaged_parameters,
)
from kragozor.instruments.revision import with_value
from kragozor.instruments.uncertainty.comparisons import compare, comparisons
from kragozor.instruments.uncertainty.distributions import Distribution
from kragozor.instruments.uncertainty.inventories import sensitivities
from kragozor.instruments.uncertainty.sample import Sample
from tests.inventories import inflow, inventory, known, outflow

MCI = "mci.mci"
SAMPLE = Sample(4000, seed=2)


def recycling(share, mass=100):
    """A product of which a share goes to recycling, and the rest to landfill."""
    return inventory(
        inflow(mass), outflow(mass * share, Destination.RECYCLE), outflow(mass * (1 - share))
    )


def test_first_order_indices_of_a_nearly_linear_figure_add_up():
    found = sensitivities(bottle(), MCI, sample=SAMPLE)
    assert found.indices.first.sum() == pytest.approx(1, abs=0.06)
    assert len(found.indices.first) == len(found.places) + 1
    assert list(found.indices.total[:3]) == sorted(found.indices.total[:3], reverse=True)


def test_what_has_no_index_of_its_own_is_in_that_of_the_others():
    whole, few = (sensitivities(bottle(), MCI, most=most, sample=SAMPLE) for most in (20, 2))
    assert few.places == whole.places[:2]
    assert few.indices.total[:2] == pytest.approx(whole.indices.total[:2], abs=0.05)
    assert few.indices.total[2] == pytest.approx(1 - sum(few.indices.total[:2]), abs=0.05)
    assert whole.indices.total[-1] == pytest.approx(0, abs=1e-6)


def test_a_figure_that_does_not_vary_has_no_drivers():
    found = sensitivities(inventory(inflow(), outflow()), "mci.utility")
    assert (found.places, found.indices) == ((), None)


def test_a_fact_that_a_figure_does_not_use_explains_nothing():
    facts = replace(recycling(0.4), money=replace(bottle().money, revenue=known(5, Grade.PROXY)))
    found = sensitivities(facts, MCI, most=4, sample=SAMPLE)
    at = found.places.index(Place("money", None, "revenue"))
    assert found.indices.total[at] == pytest.approx(0, abs=1e-9)


def test_the_same_inventory_is_neither_better_nor_worse():
    found = compare(bottle(), bottle(), MCI, sample=SAMPLE)
    assert found.comparison.tied == 1
    assert (found.difference.mean, found.difference.sd) == (0, 0)
    assert found.shared == 8


def test_a_far_better_product_is_better_in_every_draw():
    found = compare(recycling(0.1), recycling(0.9), MCI, sample=SAMPLE)
    assert (found.comparison.better, found.comparison.worse) == (1, 0)
    lower = compare(recycling(0.1), recycling(0.9), MCI, higher_is_better=False, sample=SAMPLE)
    assert (lower.comparison.better, lower.comparison.worse) == (0, 1)


def test_better_from_one_side_is_worse_from_the_other():
    one, other = recycling(0.50), recycling(0.52)
    there = compare(one, other, MCI, sample=SAMPLE).comparison
    back = compare(other, one, MCI, sample=SAMPLE).comparison
    assert 0.6 < there.better < 1
    assert there.better == pytest.approx(back.worse, abs=0.03)


def test_facts_that_are_the_same_do_not_blur_the_difference():
    """A year later only one mass has changed: the others are the same numbers in each draw."""
    later = with_value(bottle(), Place("inflows", 3, "mass"), 2.0)
    found = compare(bottle(), later, MCI, sample=SAMPLE)
    apart = [assess(facts, draws=4000)[MCI].uncertainty.sd for facts in (bottle(), later)]
    assert found.shared == 7
    assert found.difference.sd < math.hypot(*apart) / 3


@pytest.mark.parametrize(
    "other",
    [
        inflow(3, Origin.REUSED),
        inflow(3, material="памук"),
        inflow(3, grade=Grade.PROXY),
        inflow(4),
        replace(inflow(3), mass=Quantity(3.0, Grade.MEASURED, "scale")),
    ],
    ids=["origin", "material", "grade", "number", "source"],
)
def test_facts_that_differ_in_anything_are_independent(other):
    one, two = (inventory(row, outflow(3)) for row in (inflow(3), other))
    assert compare(one, two, "cti.circular_inflow", sample=SAMPLE).shared == 1


def test_rows_that_say_the_same_are_matched_one_by_one():
    twice = inventory(inflow(3), inflow(3), outflow(6))
    once = inventory(inflow(3), outflow(6))
    assert compare(twice, once, MCI, sample=SAMPLE).shared == 2


def test_a_figure_that_is_exact_in_both_can_be_compared():
    found = compare(recycling(0.1), recycling(0.9), "mci.utility", sample=SAMPLE)
    assert found.comparison.tied == 1


def test_a_figure_that_is_undefined_in_one_compares_nothing():
    found = compare(bottle(), inventory(inflow()), MCI, sample=SAMPLE)
    assert found.comparison.better is None
    assert found.comparison.undefined_share == 1
    assert found.difference.mean is None


def test_difference_is_that_of_the_figures():
    one, other = recycling(0.2), recycling(0.6)
    values = [assess(facts, draws=0)[MCI].value for facts in (one, other)]
    found = compare(one, other, MCI, sample=SAMPLE).difference
    assert found.mean == pytest.approx(values[1] - values[0], abs=1e-3)
    assert np.sign(found.p05) == np.sign(found.p95) == 1


def test_facts_of_sections_without_rows_are_matched_by_their_numbers():
    one = replace(recycling(0.2), use=replace(bottle().use, lifetime=known(3)))
    other = replace(recycling(0.4, mass=70), use=one.use)
    assert compare(one, other, "iso59020.relative_lifetime", sample=SAMPLE).shared == 1


def test_a_fact_that_cannot_vary_is_no_driver():
    exact = Quantity(100, distribution=Distribution("uniform", {"low": 100.0, "high": 100.0}))
    facts = recycling(0.4)
    facts = replace(facts, inflows=(replace(facts.inflows[0], mass=exact),))
    found = sensitivities(facts, MCI, most=3, sample=SAMPLE)
    assert found.places[-1] == Place("inflows", 1, "mass")
    assert found.indices.total[2] == pytest.approx(0, abs=1e-9)


def burdened(content):
    """Bottles of which a share is recycled, with burdens that a parameter divides."""
    rows = (
        inflow(100 * content, Origin.RECYCLED_POST_CONSUMER, material="PET"),
        inflow(100 - 100 * content, material="PET"),
    )
    burdens = {
        "virgin_burden": known(2),
        "recycled_burden": known(1),
        "disposal_burden": known(0.1),
        "end_of_life_recycling_burden": known(1),
    }
    impact = Impact("PET", ImpactCategory.CLIMATE_CHANGE, **burdens)
    return inventory(*rows, outflow(100, material="PET"), impact)


@pytest.fixture
def neutral():
    """A table by which recycled content counts for nothing: A = 0 with Q = 1."""
    rows = {Name.ALLOCATION_FACTOR: 0.0, Name.QUALITY_RATIO_IN: 1.0}
    others = [row for row in packaged_parameters() if row.parameter not in rows]
    own = [Parameter(ANY_MATERIAL, "", "", name, value) for name, value in rows.items()]
    return ParameterTable((*others, *own))


def test_figures_are_compared_with_the_parameters_in_force(neutral):
    one, other = burdened(0.0), burdened(0.5)
    figure = "cff.total"
    packaged = compare(one, other, figure, higher_is_better=False, sample=SAMPLE)
    in_force = compare(
        one, other, figure, higher_is_better=False, sample=SAMPLE, parameters=neutral
    )
    assert packaged.comparison.better > 0.9
    assert in_force.difference.p50 == pytest.approx(0, abs=0.2 * abs(packaged.difference.p50))


def test_drivers_are_those_with_the_parameters_in_force(neutral):
    facts = burdened(0.5)
    shares = []
    for table in (None, neutral):
        found = sensitivities(facts, "cff.total", sample=SAMPLE, parameters=table)
        at = found.places.index(Place("impacts", 1, "recycled_burden"))
        shares.append(found.indices.total[at])
    assert shares[0] > 0.005
    assert shares[1] == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("scale", [1e-170, 1e170])
def test_drivers_do_not_depend_on_how_large_the_numbers_are(scale):
    """Their squares are beyond all numbers, or nothing."""
    rows = (outflow(60 * scale, Destination.RECYCLE, grade=Grade.PROXY), outflow(40 * scale))
    found = sensitivities(inventory(inflow(100 * scale), *rows), "cti.circular_outflow")
    assert found.places[0] == Place("outflows", 1, "mass")


def test_several_figures_are_compared_in_the_same_draws():
    one, other = recycling(0.50), recycling(0.52)
    figures = {MCI: True, "cti.circular_outflow": True, "mci.linear_flow_index": False}
    found = comparisons(one, other, figures, sample=SAMPLE)
    assert list(found) == list(figures)
    for figure, higher in figures.items():
        alone = compare(one, other, figure, higher_is_better=higher, sample=SAMPLE)
        assert found[figure] == alone
    assert found[MCI].comparison.better == found["mci.linear_flow_index"].comparison.better
