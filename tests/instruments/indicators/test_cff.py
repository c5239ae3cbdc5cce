"""The Circular Footprint Formula: its limiting cases, its properties, and the same over arrays."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kragozor.instruments.compute import compute
from kragozor.instruments.errors import NotBalanced, OutOfRange, ShapeMismatch
from kragozor.instruments.indicators import cff

shares = st.floats(0, 1)
burdens = st.floats(0, 1000)
ratios = st.floats(0.05, 2)


@st.composite
def inputs(draw):
    recycled = draw(shares)
    heat = draw(shares)
    return {
        "allocation_factor": draw(shares),
        "recycled_content": draw(shares),
        "recycling_output_rate": recycled,
        "energy_recovery_rate": draw(st.floats(0, 1 - recycled)),
        "quality_ratio_in": draw(ratios),
        "quality_ratio_out": draw(ratios),
        "virgin_burden": draw(burdens),
        "recycled_burden": draw(burdens),
        "end_of_life_recycling_burden": draw(burdens),
        "substituted_virgin_burden": draw(burdens),
        "energy_allocation_factor": draw(shares),
        "energy_recovery_burden": draw(burdens),
        "lower_heating_value": draw(st.floats(0, 50)),
        "heat_efficiency": heat,
        "substituted_heat_burden": draw(burdens),
        "electricity_efficiency": draw(st.floats(0, 1 - heat)),
        "substituted_electricity_burden": draw(burdens),
        "disposal_burden": draw(burdens),
    }


def total(numbers):
    return compute("cff", numbers).values["total"]


def scale(numbers):
    """The largest term that may cancel out, for a tolerance that rounding keeps within."""
    largest = max(value for name, value in numbers.items() if name.endswith("_burden"))
    return 1e-9 * (1 + largest * (1 + numbers["lower_heating_value"]))


def chosen(numbers, *names):
    return {name: numbers[name] for name in names}


@given(numbers=inputs())
def test_formula_and_functions_agree(numbers):
    material = cff.material(
        **chosen(
            numbers,
            *("virgin_burden", "allocation_factor", "recycled_content", "recycled_burden"),
            *("quality_ratio_in", "recycling_output_rate", "end_of_life_recycling_burden"),
            *("substituted_virgin_burden", "quality_ratio_out"),
        )
    )
    energy = cff.energy(
        **chosen(
            numbers,
            *("energy_recovery_rate", "energy_recovery_burden", "lower_heating_value"),
            *("heat_efficiency", "substituted_heat_burden", "electricity_efficiency"),
            *("substituted_electricity_burden", "energy_allocation_factor"),
        )
    )
    disposal = cff.disposal(
        **chosen(numbers, "disposal_burden", "recycling_output_rate", "energy_recovery_rate")
    )
    values = compute("cff", numbers).values
    bound = scale(numbers)
    assert values["material"] == pytest.approx(material, abs=bound)
    assert values["energy"] == pytest.approx(energy, abs=bound)
    assert values["disposal"] == pytest.approx(disposal, abs=bound)
    whole = cff.circular_footprint(material=material, energy=energy, disposal=disposal)
    assert values["total"] == pytest.approx(whole, abs=2 * bound)


@given(numbers=inputs())
def test_factor_of_one_is_cut_off(numbers):
    """Recycling is its user's alone: nothing is credited, and no virgin burden is shared."""
    values = compute("cff", numbers | {"allocation_factor": 1}).values
    share = numbers["recycled_content"]
    own = (1 - share) * numbers["virgin_burden"] + share * numbers["recycled_burden"]
    assert values["material"] == pytest.approx(own, abs=scale(numbers))
    assert values["end_of_life_recycling"] == values["shared_virgin"] == 0


@given(numbers=inputs(), other=shares, burden=burdens)
def test_factor_of_zero_and_equal_quality_make_recycled_content_neutral(numbers, other, burden):
    """Whatever the recycling of the inflow burdens: A = 0 leaves it to who gave the material."""
    neutral = numbers | {"allocation_factor": 0, "quality_ratio_in": 1}
    changed = neutral | {"recycled_content": other, "recycled_burden": burden}
    assert total(changed) == pytest.approx(total(neutral), abs=scale(neutral) + scale(changed))


@given(numbers=inputs(), other=shares)
def test_recycled_content_is_neutral_for_any_factor_where_recycling_burdens_as_much(numbers, other):
    """The other way to neutrality: E_rec = E_V and Q = 1, for every A."""
    equal = {"recycled_burden": numbers["virgin_burden"], "quality_ratio_in": 1}
    neutral = numbers | equal
    changed = neutral | {"recycled_content": other}
    assert total(changed) == pytest.approx(total(neutral), abs=scale(numbers))


@given(numbers=inputs(), factor=st.floats(0, 100))
def test_burdens_in_another_unit_give_the_result_in_it(numbers, factor):
    scaled = {
        name: value * factor if name.endswith("_burden") else value
        for name, value in numbers.items()
    }
    assert total(scaled) == pytest.approx(factor * total(numbers), abs=100 * scale(numbers))


@given(numbers=inputs(), low=shares, high=shares, at=shares)
def test_result_is_linear_in_recycled_content(numbers, low, high, at):
    ends = [total(numbers | {"recycled_content": share}) for share in (low, high)]
    between = total(numbers | {"recycled_content": low + at * (high - low)})
    assert between == pytest.approx(ends[0] + at * (ends[1] - ends[0]), abs=4 * scale(numbers))


@given(numbers=inputs(), share=shares)
def test_a_closed_loop_shares_one_credit_between_giver_and_taker(numbers, share):
    """What is taken in and given back alike, at equal quality, is credited once, whatever A is."""
    loop = numbers | {
        "recycled_content": share,
        "recycling_output_rate": share,
        "energy_recovery_rate": 0,
        "quality_ratio_in": 1,
        "quality_ratio_out": 1,
        "end_of_life_recycling_burden": numbers["recycled_burden"],
        "substituted_virgin_burden": numbers["virgin_burden"],
    }
    once = (1 - share) * loop["virgin_burden"] + share * loop["recycled_burden"]
    assert compute("cff", loop).values["material"] == pytest.approx(once, abs=scale(numbers))


@given(numbers=inputs(), mass=st.floats(0, 1000))
def test_parts_are_summed_by_mass(numbers, mass):
    parts = [{"mass": mass, **numbers}, {"mass": 2, **numbers}]
    whole = compute("cff", {"parts": parts}).values["total"]
    assert whole == pytest.approx((mass + 2) * total(numbers), abs=4000 * scale(numbers))


@given(numbers=inputs())
def test_substituted_virgin_burden_is_the_virgin_one_unless_given(numbers):
    # A weight that is nothing but rounding needs no burden.
    assume(numbers["recycling_output_rate"] * (1 - numbers["allocation_factor"]) > 1e-6)
    without = {k: v for k, v in numbers.items() if k != "substituted_virgin_burden"}
    computed = compute("cff", without)
    same = total(without | {"substituted_virgin_burden": numbers["virgin_burden"]})
    assert computed.values["total"] == pytest.approx(same, abs=scale(numbers))
    assert any("The same is taken as for" in str(warning) for warning in computed.warnings)


@pytest.mark.parametrize(
    ("factor", "is_told"), [(0.2, False), (0.8, False), (0.1, True), (1, True)]
)
def test_factor_outside_its_usual_range_is_told(factor, is_told):
    told = compute("cff", {"virgin_burden": 1, "allocation_factor": factor}).warnings
    assert any("outside the usual range" in str(warning) for warning in told) is is_told
    parts = compute("cff", {"parts": [{"mass": 1, "allocation_factor": factor}]}).warnings
    assert any("outside the usual range" in str(warning) for warning in parts) is is_told


def test_arrays_broadcast_and_what_is_not_known_is_nan():
    found = cff.material(
        virgin_burden=2.0,
        allocation_factor=[1.0, 0.5, 0.5],
        recycled_content=[0.5, 0.5, 0.0],
        recycled_burden=1.0,
    )
    np.testing.assert_allclose(found, [1.5, np.nan, 2.0])
    assert cff.disposal(disposal_burden=np.nan, recycling_output_rate=1.0) == 0
    assert np.isnan(cff.energy(energy_recovery_rate=0.5))


@pytest.mark.parametrize(
    ("function", "arguments", "error", "told"),
    [
        (
            cff.disposal,
            {"recycling_output_rate": 0.7, "energy_recovery_rate": 0.4},
            NotBalanced,
            "recycling_output_rate, energy_recovery_rate add up to 1.1",
        ),
        (
            cff.energy,
            {"heat_efficiency": [0.5, 0.7], "electricity_efficiency": 0.4},
            NotBalanced,
            "heat_efficiency[1], electricity_efficiency[1] add up to 1.1",
        ),
        (cff.material, {"recycled_burden": -1}, OutOfRange, "recycled_burden is −1"),
        (cff.material, {"quality_ratio_in": 0}, OutOfRange, "quality_ratio_in is 0"),
        (
            cff.material,
            {"allocation_factor": [0.5, 1.5]},
            OutOfRange,
            "allocation_factor[1] is 1.5",
        ),
        (
            cff.material,
            {"recycled_content": [0.1, 0.2], "quality_ratio_out": [1, 1, 1]},
            ShapeMismatch,
            "Shapes do not fit together",
        ),
        (cff.circular_footprint, {"energy": np.inf}, OutOfRange, "energy is"),
    ],
)
def test_numbers_that_cannot_be_are_refused(function, arguments, error, told):
    least = {
        cff.disposal: {"disposal_burden": 1},
        cff.energy: {"energy_recovery_rate": 0.1},
        cff.material: {"virgin_burden": 1, "allocation_factor": 0.5},
        cff.circular_footprint: {"material": 0, "energy": 0, "disposal": 0},
    }[function]
    with pytest.raises(error) as caught:
        function(**(least | arguments))
    assert told in str(caught.value)
