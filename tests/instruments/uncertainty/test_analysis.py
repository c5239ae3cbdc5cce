"""Inputs that are distributions give every value its interval, and the interval its causes."""

import json
import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kragozor.instruments.compute import compute
from kragozor.instruments.errors import InstrumentError, OutOfRange
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.uncertainty.sample import FEWEST, MOST, Sample

SAMPLINGS = ("latin-hypercube", "sobol")


def uniform(low, high):
    return {"distribution": "uniform", "low": low, "high": high}


def normal(mean, sd):
    return {"distribution": "normal", "mean": mean, "sd": sd}


LINEAR = {
    "mass": 1,
    "recycled_feedstock": uniform(0.2, 0.4),
    "collected_for_recycling": uniform(0.4, 0.6),
    "end_of_life_recycling_efficiency": 1,
    "feedstock_recycling_efficiency": 1,
    "utility": 1,
}


@pytest.mark.parametrize("sampling", SAMPLINGS)
def test_mci_with_two_uniform_shares_in_closed_form(sampling):
    """MCI = 1 - 0.9 (2 - F_R - C_R)/2 is linear: its variance is 0.45² (0.2²/12 + 0.2²/12)."""
    found = compute("mci", LINEAR, draws=100_000, seed=1, sampling=sampling).uncertainty
    mci, indices = found.values["mci"], found.indices["mci"]
    assert mci.mean == pytest.approx(0.46, abs=1e-4)
    assert mci.sd == pytest.approx(0.45 * math.sqrt(2 * 0.2**2 / 12), rel=0.01)
    assert mci.sd == pytest.approx(0.036742, rel=0.01)
    assert mci.p50 == pytest.approx(0.46, abs=1e-3)
    assert mci.p95 - 0.46 == pytest.approx(0.45 * (0.2 - math.sqrt(0.1 * 0.04)), abs=1e-3)
    assert found.inputs == ("recycled_feedstock", "collected_for_recycling")
    assert indices.first == pytest.approx([0.5, 0.5], abs=0.03)
    assert indices.total == pytest.approx([0.5, 0.5], abs=0.03)


@pytest.mark.parametrize("sampling", SAMPLINGS)
def test_a_quotient_of_drawn_list_items(sampling):
    """The circular share of an inflow of which one item varies: 10 / (10 + m), m in 10..30."""
    rows = [{"mass": 10, "circular_share": 1}, {"mass": uniform(10, 30), "circular_share": 0}]
    found = compute("cti", {"inflows": rows}, draws=20_000, sampling=sampling).uncertainty
    share = found.values["circular_inflow"]
    assert share.mean == pytest.approx(0.5 * math.log(2), rel=2e-3)
    assert (share.p05, share.p95) == pytest.approx((10 / 39, 10 / 21), rel=2e-3)
    assert found.inputs == ("inflows[1].mass",)


def test_values_are_those_at_the_means():
    means = LINEAR | {"recycled_feedstock": 0.3, "collected_for_recycling": 0.5}
    assert compute("mci", LINEAR).values == pytest.approx(dict(compute("mci", means).values))


def test_a_value_that_nothing_uncertain_reaches_has_no_spread():
    found = compute("mci", LINEAR).uncertainty
    assert "utility" not in found.values
    assert "mci" in found.values


def test_undefined_draws_are_counted_and_not_averaged():
    inputs = {"total_energy_in": uniform(0, 2), "renewable_energy_in": 0, "total_energy_out": 0.5}
    found = compute("iso59020", inputs | {"renewable_energy_out": 0}, draws=8000).uncertainty
    assert found.values["renewable_energy_share"].undefined_share == pytest.approx(0.25, abs=1e-3)


def test_shares_are_kept_on_the_simplex_and_it_is_said():
    inputs = {"mass": 1, "recycled_feedstock": uniform(0.3, 0.6), "utility": 1}
    computed = compute("mci", inputs | {"reused_feedstock": uniform(0.3, 0.6)}, draws=8000)
    warning = computed.warnings[-1]
    # Both uniform from 0.3 to 0.6 pass 1 together in (0.2 / 0.3)² / 2 of all draws.
    share = warning.values["share"].values["value"]
    assert warning.key == "uncertainty.closed"
    assert share == pytest.approx(100 * (2 / 3) ** 2 / 2, abs=1.5)
    assert computed.uncertainty.values["virgin_feedstock"].p05 == 0


def test_without_a_distribution_nothing_is_drawn_and_it_is_said():
    computed = compute("mci", {"mass": 1, "utility": 1}, draws=1000)
    assert computed.uncertainty is None
    assert computed.warnings[-1].key == "uncertainty.nothing-varies"
    assert compute("mci", {"mass": 1, "utility": 1}).values == computed.values


def test_a_distribution_is_drawn_ten_thousand_times_unless_told():
    assert compute("mci", LINEAR).uncertainty.sample == Sample(10_000, 0, "latin-hypercube")


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 2**32 - 1), st.sampled_from(SAMPLINGS))
def test_the_same_seed_gives_the_same_spread(seed, sampling):
    one, same = (
        compute("mci", LINEAR, draws=64, seed=seed, sampling=sampling).uncertainty for _ in "ab"
    )
    assert one.values == same.values
    assert one.indices["mci"].total.tolist() == same.indices["mci"].total.tolist()


def test_a_value_that_does_not_vary_has_a_reason_in_place_of_indices():
    found = compute("mci", {"mass": 1, "recycled_feedstock": uniform(0.3, 0.3), "utility": 1})
    assert found.uncertainty.values["mci"].sd == pytest.approx(0, abs=1e-15)
    assert found.uncertainty.indices["mci"].undefined.key == "uncertainty.constant"


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        ({"recycled_feedstock": normal(0.9, 0.2)}, "it must be a share from 0 to 1. Instead: beta"),
        ({"mass": normal(1, 1)}, "it must be at least 0. Instead: lognormal"),
        ({"utility": uniform(0, 1) | {"low": -1, "high": 3}}, "must be above 0. Instead: logn"),
        ({"recycled_feedstock": uniform(0.5, 1.2)}, "it must be a share from 0 to 1"),
    ],
)
def test_draws_outside_their_domain_are_refused(inputs, told):
    with pytest.raises(OutOfRange) as caught:
        compute("mci", {"mass": 1} | inputs, draws=2000)
    assert told in str(caught.value)
    assert str(caught.value).startswith(next(iter(inputs)))


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"draws": FEWEST - 1}, "draws is 19; it must be from 20 to 1,000,000."),
        ({"draws": MOST + 1}, "draws is 1,000,001; it must be"),
        ({"draws": 0}, "draws is 0; it must be"),
        ({"seed": -1}, "seed is −1; it must be"),
        ({"sampling": "halton"}, 'sampling is "halton"; it must be one of'),
    ],
)
@pytest.mark.parametrize("inputs", [LINEAR, {"mass": 1}], ids=["varying", "exact"])
def test_a_sample_that_cannot_be_drawn_is_refused(inputs, chosen, told):
    with pytest.raises(InstrumentError) as caught:
        compute("mci", inputs, **{"draws": 100, **chosen})
    assert told in str(caught.value)


def test_more_numbers_than_memory_holds_are_refused():
    rows = [{"mass": uniform(1, 2), "circular_share": 0}] * 201
    with pytest.raises(OutOfRange, match=r"draws is 1,000,000; it must be from 20 to 995,024\."):
        compute("cti", {"inflows": rows}, draws=1_000_000)


def test_a_value_that_lacks_an_input_stays_undefined_for_its_reason():
    computed = compute("iso59020", {"total_energy_in": uniform(1, 2), "total_energy_out": 0.5})
    assert "renewable_energy_share" not in computed.uncertainty.values
    assert computed.undefined["renewable_energy_share"].key == "instruments.missing"


def test_a_draw_that_is_undefined_leaves_the_values_behind_it_undefined():
    inputs = {"mass": uniform(0, 1), "energy_recovered": None, "recovered_energy_mj": 0}
    heat = {"higher_heating_value_mj_kg": uniform(0, 1), "biological_mass": 1, "utility": 1}
    computed = compute("mci", inputs | heat | {"biogenic_carbon_share": 0.5}, draws=200)
    assert computed.uncertainty.values["unrecoverable_waste"].undefined_share == 0


ORACLES = Path(__file__).parents[2] / "oracles" / "indicators.json"
# Where a denominator is zero only because its terms meet exactly, a draw nearby has a number.
ON_THE_EDGE = {"iso59020-energy-net-zero", "iso59020-fully-circular-inflow"}
# Less than what counts as rounding, so that a number at a threshold stays on its side.
WIDTH = 1e-11
CASES = [
    case
    for case in json.loads(ORACLES.read_text("utf-8"))
    if "expected" in case and case["id"] not in ON_THE_EDGE
]


def narrow(value, entry):
    """The input with every number a distribution that is narrow around it."""
    if entry.domain == "list":
        items = entry.items
        return [
            {key: narrow(one, items[key]) if key in items else one for key, one in row.items()}
            for row in value
        ]
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not entry.is_number or not is_number or value in (0, 1):
        return value
    return uniform(value - abs(value) * WIDTH, value + abs(value) * WIDTH)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_narrow_distributions_give_the_oracle_values(case):
    entry = indicator(case["indicator"])
    asked = {name: one for one in entry.inputs.values() for name in (one.name, *one.aliases)}
    given = {name: value for name, value in case["inputs"].items() if value is not None}
    inputs = {name: narrow(value, asked[name]) for name, value in given.items()}
    plain, drawn = compute(entry.id, given), compute(entry.id, inputs, draws=20)
    for name, spread in (drawn.uncertainty.values if drawn.uncertainty else {}).items():
        number = plain.number(name)
        if number is None:
            assert spread.mean is None
        else:
            assert spread.mean == pytest.approx(number, rel=1e-4, abs=1e-5), name
            assert spread.undefined_share == 0
