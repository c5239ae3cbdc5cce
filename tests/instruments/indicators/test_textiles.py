"""Textiles: how mixed a blend is, from which loop its fibre comes, how often it is worn."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.instruments.compute import compute
from kragozor.instruments.errors import InstrumentError, NotBalanced, OutOfRange
from kragozor.instruments.indicators import textiles

masses = st.lists(st.just(0.0) | st.floats(0.01, 100), min_size=1, max_size=6).filter(any)
RECYCLED = {
    "recycled_from_same_product": 1,
    "recycled_from_same_sector": 2,
    "recycled_from_other_sector": 5,
}


def blended(fibre_masses, **inputs):
    items = [{"mass": mass} for mass in fibre_masses]
    return compute("textiles", {"fibres": items, **inputs})


@given(masses)
def test_blend_is_what_its_functions_give(fibre_masses):
    found = blended(fibre_masses)
    for name in ("blend_entropy", "effective_fibres", "blend_evenness"):
        expected = getattr(textiles, name)(fibre_mass=fibre_masses)
        if np.isnan(expected):
            assert name in found.undefined
        else:
            assert found.values[name] == pytest.approx(expected, abs=1e-12)


@given(st.integers(2, 8), st.floats(0.01, 100))
def test_equal_shares_are_as_mixed_as_can_be(count, mass):
    values = blended([mass] * count).values
    assert values["blend_entropy"] == pytest.approx(math.log(count))
    assert values["effective_fibres"] == pytest.approx(count)
    assert values["blend_evenness"] == pytest.approx(1)


def test_single_fibre_is_pure_and_no_blend():
    found = blended([3, 0])
    assert found.values["blend_entropy"] == 0
    assert math.copysign(1, found.values["blend_entropy"]) == 1
    assert (found.values["effective_fibres"], found.values["fibre_count"]) == (1, 1)
    assert "one fibre only" in str(found.undefined["blend_evenness"])


@given(masses, st.floats(0.01, 100))
def test_blend_depends_on_shares_alone(fibre_masses, factor):
    one, other = blended(fibre_masses), blended([mass * factor for mass in fibre_masses])
    assert one.values["blend_entropy"] == pytest.approx(other.values["blend_entropy"], abs=1e-9)


@given(masses)
def test_blend_is_between_one_fibre_and_all(fibre_masses):
    count = sum(mass > 0 for mass in fibre_masses)
    assert 1 - 1e-9 <= blended(fibre_masses).values["effective_fibres"] <= count + 1e-9


def test_loops_are_shares_of_what_is_recycled():
    values = blended([16, 4], **RECYCLED).values
    assert values["recycled_share"] == 8 / 20
    assert values["fibre_to_fibre_share"] == 3 / 20
    assert values["fibre_to_fibre_of_recycled"] == 3 / 8
    assert values["closed_loop_inflow"] == 1 / 8
    assert values["open_loop_inflow"] == 7 / 8


def test_what_comes_from_nowhere_known_is_in_neither_loop():
    values = blended([20], **RECYCLED, recycled_from_unknown=2).values
    assert values["recycled_share"] == 10 / 20
    assert values["closed_loop_inflow"] == 1 / 8
    assert values["closed_loop_inflow"] + values["open_loop_inflow"] == pytest.approx(1)


def test_nothing_recycled_has_no_loop():
    found = blended([20], **dict.fromkeys(RECYCLED, 0))
    told = "There is no recycled fibre of known origin."
    assert found.values["recycled_share"] == 0
    assert str(found.undefined["closed_loop_inflow"]) == told


def test_wears_stand_against_the_industry():
    inputs = {"lifetime": 3, "wears_per_year": 20, "industry_lifetime": 2}
    values = blended([1], **inputs, industry_wears_per_year=15).values
    assert (values["wears"], values["industry_wears"], values["relative_wears"]) == (60, 30, 2)


def test_fibres_are_named_in_either_language():
    named = [{"fibre": "Cotton", "mass": 1}, {"fibre": "полиестер", "mass": 1}]
    assert compute("textiles", {"fibres": named}).values["fibre_count"] == 2


def test_unknown_fibre_is_refused_with_the_nearest():
    with pytest.raises(InstrumentError) as caught:
        compute("textiles", {"fibres": [{"fibre": "cotten", "mass": 1}]})
    told = "fibres[0].fibre: There is no textile fibre “cotten”; the nearest is cotton."
    assert str(caught.value) == told


def test_fibre_that_stands_twice_is_refused():
    twice = [{"fibre": "cotton", "mass": 1}, {"fibre": "памук", "mass": 1}]
    with pytest.raises(InstrumentError, match=r"^fibres\[0\].fibre and fibres\[1\].fibre"):
        compute("textiles", {"fibres": twice})


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        ({"preferred_fibre": 2}, "preferred_fibre is 2; it must be at most 1"),
        (RECYCLED, "add up to 8; they must be at most 1"),
        ({"mono_material_mass": 2, "product_mass": 1}, "mono_material_mass is 2"),
    ],
)
def test_part_above_its_whole_is_refused(inputs, told):
    with pytest.raises(NotBalanced, match=told):
        blended([1], **inputs)


def test_negative_mass_is_refused():
    with pytest.raises(OutOfRange, match=r"fibres\[0\].mass is .1;"):
        blended([-1])
    with pytest.raises(OutOfRange, match=r"^fibre_mass is .1;"):
        textiles.blend_entropy(fibre_mass=-1)


@pytest.mark.parametrize("fibre_masses", [[0, 0], []])
def test_blend_without_mass_is_undefined(fibre_masses):
    undefined = blended(fibre_masses).undefined
    for value in ("blend_entropy", "blend_evenness", "effective_fibres"):
        assert str(undefined[value]) == "There are no fibres: no blend."
        assert np.isnan(getattr(textiles, value)(fibre_mass=fibre_masses))
    assert np.isnan(textiles.effective_fibres(fibre_mass=[[0, 0], [1, 1]])[0])
