"""The Material Circularity Indicator over arrays: closed forms, properties, refusals."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.instruments.errors import (
    InstrumentError,
    NotBalanced,
    OutOfRange,
    ShapeMismatch,
)
from kragozor.instruments.indicators import mci

shares = st.floats(0, 1)
masses = st.floats(1e-6, 1e6)
uses = st.floats(0.01, 100)


@st.composite
def shares_of_one(draw, names):
    """Shares that leave some of the whole over."""
    cuts = sorted(draw(st.lists(shares, min_size=len(names), max_size=len(names))))
    return dict(zip(names, np.diff([0.0, *cuts]).tolist(), strict=True))


FEEDSTOCK = ["recycled_feedstock", "reused_feedstock", "renewable_feedstock"]
COLLECTED = ["collected_for_recycling", "collected_for_reuse", "composted"]
EFFICIENCIES = st.fixed_dictionaries(
    {
        "feedstock_recycling_efficiency": st.floats(0.01, 1),
        "end_of_life_recycling_efficiency": shares,
    }
)


@st.composite
def products(draw):
    return {
        "mass": draw(masses),
        **draw(shares_of_one(FEEDSTOCK)),
        **draw(shares_of_one(COLLECTED)),
        **draw(EFFICIENCIES),
    }


def flows(product):
    """The flows of a product, function by function."""
    mass = {"mass": product["mass"]}

    def chosen(*names):
        return {name: product[name] for name in names}

    w_f = mci.feedstock_losses(
        **mass, **chosen("recycled_feedstock", "feedstock_recycling_efficiency")
    )
    w_c = mci.recycling_losses(
        **mass, **chosen("collected_for_recycling", "end_of_life_recycling_efficiency")
    )
    w_0 = mci.unrecoverable_waste(**mass, **chosen(*COLLECTED))
    return {
        **mass,
        "virgin": mci.virgin_feedstock(**mass, **chosen(*FEEDSTOCK)),
        "waste": mci.waste(unrecoverable_waste=w_0, feedstock_losses=w_f, recycling_losses=w_c),
        "feedstock_losses": w_f,
        "recycling_losses": w_c,
    }


@given(products())
def test_linear_flow_index_lies_between_circular_and_linear(product):
    assert -1e-12 <= mci.linear_flow_index(**flows(product)) <= 1 + 1e-12


@given(products(), uses)
def test_indicator_lies_between_0_and_1_and_keeps_what_was_cut_off(product, utility):
    lfi = mci.linear_flow_index(**flows(product))
    cut = mci.material_circularity_indicator(linear_flow_index=lfi, utility=utility)
    whole = mci.unclamped_circularity(linear_flow_index=lfi, utility=utility)
    assert 0 <= cut <= 1
    assert cut == (whole if whole > 0 else 0)


@given(products(), st.floats(0.01, 100))
def test_mass_cancels(product, scale):
    scaled = {**product, "mass": product["mass"] * scale}
    assert mci.linear_flow_index(**flows(scaled)) == pytest.approx(
        mci.linear_flow_index(**flows(product)), rel=1e-9, abs=1e-12
    )


@given(products(), st.integers(1, 5))
def test_equal_parts_have_the_index_of_the_whole(product, count):
    repeated = {name: np.full(count, flow) for name, flow in flows(product).items()}
    assert mci.linear_flow_index_of_parts(**repeated) == pytest.approx(
        mci.linear_flow_index(**flows(product)), rel=1e-9, abs=1e-12
    )


@given(products(), products())
def test_index_of_parts_lies_between_those_of_the_parts(first, second):
    both = [flows(first), flows(second)]
    together = {name: [float(part[name]) for part in both] for name in both[0]}
    lowest, highest = sorted(float(mci.linear_flow_index(**part)) for part in both)
    assert lowest - 1e-9 <= mci.linear_flow_index_of_parts(**together) <= highest + 1e-9


def test_index_of_parts_is_not_the_mean_of_their_indices():
    parts = {"virgin": [1.0, 0.0], "waste": [1.5, 0.0], "mass": [1.0, 1.0]}
    losses = {"feedstock_losses": [2.0, 0.0]}
    mean = np.mean(mci.linear_flow_index(**parts, **losses))
    assert mci.linear_flow_index_of_parts(**parts, **losses) == pytest.approx(2.5 / 5)
    assert mean == pytest.approx((2.5 / 3) / 2)


@given(uses)
def test_a_fully_linear_product_scores_by_its_utility_alone(utility):
    scored = mci.unclamped_circularity(linear_flow_index=1.0, utility=utility)
    assert scored == pytest.approx(1 - 0.9 / utility)


def test_sensitivity_to_recycled_feedstock_is_that_of_the_closed_form():
    """At efficiencies of 1, dMCI/dF_R = 0.9 / (2 X)."""
    low, high = mci.product_circularity(mass=1.0, recycled_feedstock=[0.2, 0.3], lifetime=2.0)
    assert (high - low) / 0.1 == pytest.approx(0.9 / (2 * 2.0))


def test_sensitivity_to_collection_is_the_same_and_both_add_up():
    """At efficiencies of 1 and X = 1; with a longer life 0.225 and 0.300 give 0.450 together."""
    columns = {"recycled_feedstock": [0, 0.5, 0, 0.5], "collected_for_recycling": [0, 0, 0.5, 0.5]}
    none, recycled, collected, both = mci.product_circularity(mass=1.0, **columns)
    assert recycled - none == collected - none == pytest.approx(0.5 * 0.9 / 2)
    assert both - none == pytest.approx(0.45)
    life = mci.product_circularity(mass=1.0, lifetime=1.5)
    long_and_recycled = mci.product_circularity(mass=1.0, lifetime=1.5, recycled_feedstock=0.5)
    assert (recycled - none, life - none) == (pytest.approx(0.225), pytest.approx(0.3))
    assert long_and_recycled - none == pytest.approx(0.45)


@given(shares, st.floats(1, 10))
def test_sensitivity_to_utility_is_that_of_the_closed_form(index, utility):
    """dMCI/dX = 0.9 LFI / X²."""
    step = 1e-6 * utility
    low, high = mci.unclamped_circularity(
        linear_flow_index=index, utility=[utility - step, utility + step]
    )
    assert (high - low) / (2 * step) == pytest.approx(0.9 * index / utility**2, abs=1e-8)


@given(st.lists(st.tuples(masses, shares), min_size=1, max_size=6))
def test_company_lies_between_its_ranges(ranges):
    weights, indicators = zip(*ranges, strict=True)
    company = mci.company_circularity_indicator(weights=weights, indicators=indicators)
    assert min(indicators) - 1e-9 <= company <= max(indicators) + 1e-9


def test_company_without_weight_is_undefined():
    assert np.isnan(mci.company_circularity_indicator(weights=[0.0, 0.0], indicators=[0.1, 0.2]))


def test_zero_denominators_are_undefined():
    assert np.isnan(mci.linear_flow_index(virgin=0.0, waste=0.0, mass=0.0))
    assert np.isnan(mci.utility(lifetime=1.0, industry_lifetime=0.0))
    assert np.isnan(
        mci.energy_recovered_share(
            recovered_energy=0, higher_heating_value=0, biological_mass=1, biogenic_carbon_share=1
        )
    )


def test_undefined_stays_undefined():
    lfi = mci.linear_flow_index(virgin=[np.nan, 1.0], waste=1.0, mass=1.0)
    scored = mci.material_circularity_indicator(linear_flow_index=lfi)
    np.testing.assert_allclose(scored, [np.nan, 0.1])


def test_no_recycled_feedstock_has_no_losses_whatever_the_efficiency():
    losses = mci.feedstock_losses(
        mass=1.0, recycled_feedstock=[0.0, 0.5], feedstock_recycling_efficiency=[0.0, 0.5]
    )
    np.testing.assert_allclose(losses, [0.0, 0.5])


def test_shares_that_miss_one_by_rounding_leave_nothing_negative():
    parts = {"recycled_feedstock": 0.01, "reused_feedstock": 0.06, "renewable_feedstock": 0.93}
    assert mci.virgin_feedstock(mass=1e6, **parts) == 0.0


def test_whole_numbers_and_lists_are_taken_as_arrays():
    assert mci.virgin_feedstock(mass=[1, 2], recycled_feedstock=0).tolist() == [1.0, 2.0]


@pytest.mark.parametrize(
    ("call", "error", "told"),
    [
        (lambda: mci.virgin_feedstock(mass=-1.0), OutOfRange, "mass is −1; .* at least 0"),
        (
            lambda: mci.virgin_feedstock(mass=[[1.0, 2.0], [3.0, -4.0]]),
            OutOfRange,
            r"mass\[1, 1\] is −4",
        ),
        (lambda: mci.virgin_feedstock(mass=np.inf), OutOfRange, "mass is inf; .* finite"),
        (
            lambda: mci.virgin_feedstock(mass=1.0, recycled_feedstock=[0.5, 1.2]),
            OutOfRange,
            r"recycled_feedstock\[1\] is 1.2; it must be a share from 0 to 1",
        ),
        (
            lambda: mci.virgin_feedstock(
                mass=1.0, recycled_feedstock=[0.5, 0.7], reused_feedstock=0.4
            ),
            NotBalanced,
            r"recycled_feedstock\[1\], reused_feedstock\[1\], .* add up to 1.1; .* at most 1",
        ),
        (
            lambda: mci.unrecoverable_waste(mass=1.0, composted=0.6, energy_recovered=0.5),
            NotBalanced,
            "energy_recovered add up to 1.1",
        ),
        (
            lambda: mci.recycling_losses(mass=1.0, end_of_life_recycling_efficiency=-0.1),
            OutOfRange,
            "end_of_life_recycling_efficiency is −0.1",
        ),
        (
            lambda: mci.feedstock_losses(
                mass=1.0, recycled_feedstock=0.5, feedstock_recycling_efficiency=[1.0, 0.0]
            ),
            OutOfRange,
            r"efficiency\[1\] is 0; it must be above 0 when recycled_feedstock is above 0",
        ),
        (lambda: mci.waste(unrecoverable_waste=-1.0), OutOfRange, "unrecoverable_waste is −1"),
        (
            lambda: mci.energy_recovered_share(
                recovered_energy=[8.0, 30.0],
                higher_heating_value=20.0,
                biological_mass=[1.0, 1.0],
                biogenic_carbon_share=1.0,
            ),
            NotBalanced,
            r"recovered_energy\[1\] is 30; it must be at most 20",
        ),
        (
            lambda: mci.linear_flow_index(virgin=[1.0, 2.0], waste=[1.0, 2.0, 3.0], mass=1.0),
            ShapeMismatch,
            r"virgin \(2,\), waste \(3,\)",
        ),
        (lambda: mci.utility(lifetime=0.0), OutOfRange, "lifetime is 0; it must be above 0"),
        (lambda: mci.utility_factor(utility=-1.0), OutOfRange, "utility is −1"),
        (
            lambda: mci.unclamped_circularity(linear_flow_index=1.1),
            OutOfRange,
            "linear_flow_index is 1.1",
        ),
        (
            lambda: mci.material_circularity_indicator(linear_flow_index=0.5, utility=0.0),
            OutOfRange,
            "utility is 0",
        ),
        (
            lambda: mci.company_circularity_indicator(weights=[-1.0], indicators=[0.5]),
            OutOfRange,
            r"weights\[0\] is −1",
        ),
        (
            lambda: mci.linear_flow_index_of_parts(virgin=[-1.0], waste=[0.0], mass=[1.0]),
            OutOfRange,
            r"virgin\[0\] is −1",
        ),
        (
            lambda: mci.virgin_feedstock(mass="heavy"),
            InstrumentError,
            "mass is an array of <U5; it must hold numbers",
        ),
        (
            lambda: mci.virgin_feedstock(mass=[1 + 1j]),
            InstrumentError,
            "mass is an array of complex128",
        ),
    ],
)
def test_refusals_name_argument_value_and_bound(call, error, told):
    with pytest.raises(error, match=told):
        call()
