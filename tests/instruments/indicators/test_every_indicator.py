"""Properties that every indicator has, held to what its own entry in the catalogue says.

An indicator that joins the catalogue is held to all of it from its first day.
"""

import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kragozor.instruments.compute import compute
from kragozor.instruments.indicators.catalogue import indicator, indicator_ids
from kragozor.words import LANGUAGES, say
from tests.given_inputs import is_taken, sound_inputs

each_indicator = pytest.mark.parametrize("indicator_id", indicator_ids())
few = settings(max_examples=30)

# Shares whose denominator is not their whole: more water back than was taken, a soil that gives
# more nitrogen than it gets, energy sold that is more renewable than what is kept.
SHARES_OUTSIDE = {
    ("food-waste", "food_waste_reduction"),
    ("iso59020", "renewable_energy_share"),
    ("iso59020", "circular_water_outflow_share"),
    ("nutrients", "nitrogen_use_efficiency"),
    ("nutrients", "phosphorus_use_efficiency"),
    ("nutrients", "potassium_use_efficiency"),
    ("cti", "critical_inflow_share"),
}


def numbers_of(value):
    """The numbers among what is told of a value."""
    items = value if isinstance(value, tuple) else (value,)
    return [item for item in items if isinstance(item, float)]


@each_indicator
@few
@given(data=st.data())
def test_every_value_is_a_number_or_has_a_reason(indicator_id, data):
    inputs = data.draw(sound_inputs(indicator_id, sparse=data.draw(st.booleans())))
    found = compute(indicator_id, inputs)
    told = {name.partition("[")[0] for name in found.undefined}
    listed = {n for n, value in indicator(indicator_id).values.items() if value.display == "list"}
    assert found.values.keys() | told == set(indicator(indicator_id).values)
    assert found.values.keys() & told <= listed
    assert all(math.isfinite(n) for value in found.values.values() for n in numbers_of(value))
    assert all(say(why, language) for why in found.undefined.values() for language in LANGUAGES)


@each_indicator
@few
@given(data=st.data())
def test_shares_and_indices_lie_between_0_and_1(indicator_id, data):
    found = compute(indicator_id, data.draw(sound_inputs(indicator_id)))
    entries = indicator(indicator_id).values.values()
    uncut = {entry.unclamped for entry in entries}
    told = [warning.values.get("name") for warning in found.warnings]
    for entry in entries:
        value = found.values.get(entry.name)
        if value is None or entry.display not in ("share", "index") or entry.name in uncut:
            continue
        if (indicator_id, entry.name) in SHARES_OUTSIDE:
            is_told = entry.outside in found.warnings or entry.label in told
            assert is_told or -1e-9 <= value <= 1 + 1e-9
        else:
            assert -1e-9 <= value <= 1 + 1e-9


def units_of(entry):
    """The units that numbers of an indicator are measured in; a year of the calendar is none."""
    asked = [each for given in entry.inputs.values() for each in (given, *given.items.values())]
    units = {part for each in (*asked, *entry.values.values()) for part in each.unit.split("/")}
    return sorted(units - {"", "1", "year"})


def power(unit, of):
    """How often a unit is multiplied in another: 1 in kg, -1 in EUR/kg, 0 in EUR."""
    above, _, below = of.partition("/")
    return (above == unit) - (below == unit)


def in_unit(asked, inputs, unit, factor):
    """The same inputs with one unit so many times smaller, and every number of it larger."""
    return {
        name: _in_unit(asked[name], value, unit, factor) if name in asked else value
        for name, value in inputs.items()
    }


def _in_unit(asked, value, unit, factor):
    if isinstance(value, list):
        return [in_unit(asked.items, row, unit, factor) for row in value]
    return value * factor ** power(unit, asked.unit) if asked.is_number else value


@pytest.mark.parametrize(
    ("indicator_id", "unit"),
    [(name, unit) for name in indicator_ids() for unit in units_of(indicator(name))],
)
@few
@given(data=st.data(), factor=st.sampled_from([0.001, 3.6, 1000]))
def test_values_change_with_a_unit_as_theirs_do(indicator_id, unit, data, factor):
    """Grams for kilograms, cents for euro, months for years: what is told stays the same."""
    entry = indicator(indicator_id)
    inputs = data.draw(sound_inputs(indicator_id))
    # A single material without a mass is one kilogram, which has its unit in no number.
    assume(unit != "kg" or entry.family != "cff" or "parts" in inputs)
    one = compute(indicator_id, inputs)
    other = compute(indicator_id, in_unit(entry.inputs, inputs, unit, factor))
    assert one.undefined.keys() == other.undefined.keys()
    for name, value in one.values.items():
        times = factor ** power(unit, entry.values[name].unit)
        expected = scaled(value, times)
        assert other.values[name] == expected, name


def scaled(value, times):
    """What equals a value so many times as large, within rounding; words stay as they are."""
    if isinstance(value, tuple):
        return tuple(scaled(item, times) for item in value)
    if value is None or isinstance(value, str):
        return value
    return pytest.approx(value * times, rel=1e-7, abs=1e-7 * times)


# The curve of costs is an order: how it treats equal costs, its own tests say.
WITH_LISTS = [
    name
    for name in indicator_ids()
    if name != "cost-curve" and any(each.items for each in indicator(name).inputs.values())
]


@pytest.mark.parametrize("indicator_id", WITH_LISTS)
@few
@given(data=st.data())
def test_order_of_the_items_changes_no_value(indicator_id, data):
    inputs = data.draw(sound_inputs(indicator_id))
    turned = {
        name: data.draw(st.permutations(value)) if isinstance(value, list) else value
        for name, value in inputs.items()
    }
    one, other = compute(indicator_id, inputs).values, compute(indicator_id, turned).values
    assert other == {name: scaled(value, 1) for name, value in one.items()}


# What a value does while an input of the indicator grows and everything else stays: up or down.
# A name after a dot is that of the first item of a list.
UP, DOWN = 1, -1
TENDENCIES = [
    ("biomass", "material_uses", "cascade_factor", UP),
    ("biomass", "primary_biomass", "cascade_factor", DOWN),
    ("biomass", "inflows.circular_share", "circular_dry_matter_share", UP),
    ("biomass", "outflows.recirculated_share", "biological_recirculation", UP),
    ("biomass", "outflows.mass", "dry_matter_gap", DOWN),
    ("cff", "virgin_burden", "virgin_content", UP),
    ("cff", "recycled_burden", "total", UP),
    ("cff", "substituted_virgin_burden", "total", DOWN),
    ("cff", "substituted_heat_burden", "energy", DOWN),
    ("cff", "disposal_burden", "disposal", UP),
    ("cluster", "indices.mci", "mean_mci", UP),
    ("cluster", "throughputs.circularity", "circularity", UP),
    ("cluster", "inflows.mass", "total_inflow", UP),
    ("cluster", "inflows.circular_share", "circular_inflow_share", UP),
    ("cmu", "recovered", "circular_material_use_rate", UP),
    ("cmu", "waste_exports", "circular_material_use_rate", UP),
    ("cmu", "waste_imports", "circular_material_use_rate", DOWN),
    ("cmu", "domestic_material_consumption", "circular_material_use_rate", DOWN),
    ("cost-curve", "measures.annual_cost", "unit_cost", UP),
    ("cti", "inflows.circular_share", "circularity", UP),
    ("cti", "outflows.actual_recovery", "circular_outflow", UP),
    ("cti", "critical_inflow", "critical_inflow_share", UP),
    ("cti", "reused", "reused_share", UP),
    ("cti", "reused", "recycled_share", DOWN),
    ("cti", "renewable_energy", "renewable_energy_share", UP),
    ("cti", "circular_water_outflow", "water_circularity", UP),
    ("cti", "water_used", "onsite_water_circulation", UP),
    ("cti", "reference_lifetime", "actual_lifetime", DOWN),
    ("cti", "revenue", "circular_material_productivity", UP),
    ("cti", "products.circular_outflow", "cti_revenue", UP),
    ("cti", "recycled_materials.recycled_emissions", "greenhouse_gas_effect", DOWN),
    ("esrs-e5", "sustainable_biological_inflow", "sustainable_biological_share", UP),
    ("esrs-e5", "recycled_inflow", "secondary_inflow_share", UP),
    ("esrs-e5", "recycling", "non_recycled_share", DOWN),
    ("esrs-e5", "landfill", "non_recycled_share", UP),
    ("esrs-e5", "hazardous_landfill", "non_hazardous_landfill", DOWN),
    ("esrs-e5", "radioactive_waste", "hazardous_and_radioactive_waste", UP),
    ("food-surplus", "surplus_to_people", "surplus_to_people_share", UP),
    ("food-surplus", "surplus_to_people", "surplus_to_disposal_share", DOWN),
    ("food-waste", "food_waste", "food_waste_reduction", DOWN),
    ("food-waste", "food_waste", "target_gap", UP),
    ("food-waste", "baseline_food_waste", "target_food_waste", UP),
    ("food-waste", "year", "path_food_waste", DOWN),
    ("iso59020", "reused_inflow", "reused_inflow_share", UP),
    ("iso59020", "reused_inflow", "linear_inflow", DOWN),
    ("iso59020", "recycled_outflow", "linear_outflow_share", DOWN),
    ("iso59020", "industry_lifetime", "relative_lifetime", DOWN),
    ("iso59020", "renewable_energy_in", "renewable_energy_share", UP),
    ("iso59020", "water_discharged_to_quality", "circular_water_outflow_share", UP),
    ("iso59020", "water_used", "onsite_water_reuse_ratio", UP),
    ("iso59020", "revenue", "material_productivity", UP),
    ("iso59020", "economic_growth", "resource_intensity_index", UP),
    ("mci", "reused_feedstock", "mci", UP),
    ("mci", "collected_for_reuse", "mci", UP),
    ("mci", "end_of_life_recycling_efficiency", "linear_flow_index", DOWN),
    ("mci", "lifetime", "mci", UP),
    ("mci", "industry_use_intensity", "mci_unclamped", DOWN),
    ("mci-company", "ranges.mci", "mci", UP),
    ("mci-company", "omitted_share", "coverage", DOWN),
    ("nutrients", "recycled_nitrogen_input", "nitrogen_circularity", UP),
    ("nutrients", "phosphorus_output", "phosphorus_use_efficiency", UP),
    ("nutrients", "potassium_output", "potassium_surplus", DOWN),
    ("packaging", "formats.recyclable_share", "market_share_2030", UP),
    ("packaging", "formats.recyclable_share", "not_recyclable_share", DOWN),
    ("packaging", "ungraded_mass", "market_share_2038", DOWN),
    ("packaging", "plastics.recycled_content", "met_share_2040", UP),
    ("packaging", "plastics.minimum_2030", "missing_2030", UP),
    ("packaging-content", "lots.recycled_content", "recycled_content", UP),
    ("packaging-content", "lots.recycled_content", "missing_2040", DOWN),
    ("packaging-grade", "recyclable_share", "grade", UP),
    ("packaging-grade", "recyclable_share", "market_access_2038", UP),
    ("textiles", "preferred_fibre", "preferred_share", UP),
    ("textiles", "recycled_from_same_product", "closed_loop_inflow", UP),
    ("textiles", "recycled_to_other_sector", "open_loop_outflow", UP),
    ("textiles", "mono_material_mass", "mono_material_share", UP),
    ("textiles", "use_intensity", "relative_wears", UP),
    ("vsme-b7", "recycled_or_reused_waste", "recycled_or_reused_share", UP),
    ("vsme-b7", "hazardous_waste", "recycled_or_reused_share", DOWN),
]


@pytest.mark.parametrize(("indicator_id", "name", "value", "way"), TENDENCIES)
@few
@given(data=st.data(), factor=st.floats(0.1, 0.9))
def test_value_goes_up_or_down_with_its_input(indicator_id, name, value, way, data, factor):
    inputs = data.draw(sound_inputs(indicator_id))
    assume(name.partition(".")[0] in inputs)
    low, high = changed(inputs, name, -factor), inputs
    if not is_taken(indicator(indicator_id), low):
        low, high = inputs, changed(inputs, name, factor)
    less, more = (ranks(compute(indicator_id, each), value) for each in (low, high))
    assert all(way * a <= way * b + 1e-9 * (1 + abs(a)) for a, b in zip(less, more, strict=False))


def changed(inputs, name, share):
    """The inputs with one number larger by a share of it, of a list that of its first item."""
    name, _, field = name.partition(".")
    if not field:
        return {**inputs, name: inputs[name] + share * abs(inputs[name])}
    first, *others = inputs[name]
    return {**inputs, name: [{**first, field: first[field] + share * abs(first[field])}, *others]}


def ranks(found, value):
    """The numbers of a value, those of its classes from the worst to the best; none undefined."""
    bands = [band.name for band in indicator(found.indicator).values[value].bands]
    told = found.values.get(value, ())
    told = told if isinstance(told, tuple) else (told,)
    return [-bands.index(each) if bands else each for each in told if each is not None]


def test_every_indicator_has_a_tendency():
    assert {indicator_id for indicator_id, *_ in TENDENCIES} == set(indicator_ids())
