"""Named inputs become values, reasons and warnings; whatever is wrong is told at once."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.instruments.compute import compute, figure
from kragozor.instruments.errors import InstrumentError, NotBalanced, OutOfRange
from kragozor.instruments.formula import evaluate
from kragozor.instruments.indicators import mci
from kragozor.instruments.indicators.catalogue import indicator, indicator_ids
from kragozor.words import LANGUAGES, say

PRODUCT = {"mass": 1, "utility": 1}


def warned(computation):
    return [str(warning) for warning in computation.warnings]


def refused(indicator_id, inputs):
    with pytest.raises(InstrumentError) as caught:
        compute(indicator_id, inputs)
    return str(caught.value).splitlines()


def working_holds(computation):
    """Whether every value is what its formula gives for the numbers shown beside it."""
    entry = indicator(computation.indicator)
    for name, formula in computation.formulas.items():
        shown = evaluate(formula, computation.numbers)
        assert shown == pytest.approx(computation.values[name], rel=1e-12, abs=1e-12)
        assert formula in ("0", entry.values[name].formula, entry.values[name].of_parts)
    assert all(map(working_holds, computation.parts))
    return True


shares = st.floats(0, 0.3)
parts = st.fixed_dictionaries(
    {"mass": st.floats(0.01, 100)},
    optional={
        "recycled_feedstock": shares,
        "reused_feedstock": shares,
        "renewable_feedstock": shares,
        "collected_for_recycling": shares,
        "collected_for_reuse": shares,
        "composted": shares,
        "feedstock_recycling_efficiency": st.floats(0.1, 1),
        "end_of_life_recycling_efficiency": st.floats(0, 1),
        "energy_recovered": st.floats(0, 0.1),
    },
)
uses = st.fixed_dictionaries(
    {},
    optional={
        "lifetime": st.floats(0.1, 10),
        "industry_lifetime": st.floats(0.1, 10),
        "use_intensity": st.floats(0.1, 10),
        "industry_use_intensity": st.floats(0.1, 10),
    },
)


@given(parts, uses)
def test_working_of_a_product_gives_its_values(part, use):
    assert working_holds(compute("mci", part | use))


@given(st.lists(parts, min_size=1, max_size=4))
def test_working_of_parts_gives_their_values(several):
    computation = compute("mci", {"parts": several})
    assert working_holds(computation)
    assert len(computation.parts) == len(several)


@given(parts)
def test_one_part_alone_is_the_product(part):
    whole, alone = compute("mci", part), compute("mci", {"parts": [part]})
    assert alone.values == pytest.approx(whole.values, rel=1e-12, abs=1e-15)


@given(st.lists(parts, min_size=1, max_size=4))
def test_parts_form_one_linear_flow_index(several):
    computation = compute("mci", {"parts": several})
    flows = [part.values for part in computation.parts]
    feedstock, recycling = (
        [flow[name] for flow in flows] for name in ("feedstock_losses", "recycling_losses")
    )
    waste = mci.waste(
        unrecoverable_waste=[flow["unrecoverable_waste"] for flow in flows],
        feedstock_losses=feedstock,
        recycling_losses=recycling,
    )
    index = mci.linear_flow_index_of_parts(
        virgin=[flow["virgin_feedstock"] for flow in flows],
        waste=waste,
        mass=[part["mass"] for part in several],
        feedstock_losses=feedstock,
        recycling_losses=recycling,
    )
    assert computation.values["linear_flow_index"] == pytest.approx(index, rel=1e-9)


@given(parts, st.floats(0.1, 10))
def test_product_is_that_of_the_arrays(part, utility):
    computed = compute("mci", {**part, "utility": utility}).values["mci"]
    columns = {**part, "energy_recovery_efficiency": part.get("energy_recovered", 0)}
    columns.pop("energy_recovered", None)
    scored = mci.product_circularity(**columns, biogenic_carbon_share=1, lifetime=utility)
    assert computed == pytest.approx(scored, rel=1e-9, abs=1e-12)


def test_every_value_is_defined_or_has_a_reason():
    for indicator_id in ("mci", "mci-company", "iso59020", "cti"):
        computation = compute(indicator_id, {})
        told = [*computation.values, *computation.undefined]
        assert sorted(told) == sorted(indicator(indicator_id).values)


def test_reasons_and_warnings_speak_both_languages():
    computation = compute("mci", {"lifetime": 5})
    messages = [*computation.undefined.values(), *computation.warnings]
    assert messages
    for language in LANGUAGES:
        texts = [say(message, language) for message in messages]
        assert all(any("а" <= c <= "я" for c in text) == (language == "bg") for text in texts)


def test_missing_inputs_are_named():
    undefined = compute("iso59020", {"reused_inflow": 3}).undefined
    assert str(undefined["reused_inflow_share"]) == "Missing: Total inflow."
    assert undefined["reused_inflow_share"].values["inputs"] == ("total_inflow",)
    assert undefined["linear_inflow"].values["inputs"] == (
        "total_inflow",
        "recycled_inflow",
        "renewable_inflow",
    )


def test_missing_items_are_named_with_their_place():
    undefined = compute("cti", {"inflows": [{"mass": 1}, {"mass": 2}]}).undefined
    assert undefined["circular_inflow"].values["inputs"] == (
        "inflows[0].circular_share",
        "inflows[1].circular_share",
    )
    assert str(undefined["circular_inflow"]).count("Circular share") == 1
    assert undefined["circular_outflow"].values["inputs"] == ("outflows",)


def test_missing_facts_of_parts_are_named_with_their_place():
    undefined = compute("mci", {"parts": [{"mass": 1}, {}], "utility": 1}).undefined
    assert undefined["mci"].values["inputs"] == ("parts[1].mass",)


def test_zero_denominator_names_what_is_zero():
    undefined = compute("iso59020", {"reused_inflow": 0, "total_inflow": 0}).undefined
    assert str(undefined["reused_inflow_share"]) == "The denominator is zero: Total inflow."
    company = compute("mci-company", {"ranges": []}).undefined
    assert str(company["mci"]).startswith("The denominator is zero: Weight of the range")
    parts = compute("mci", {"parts": [], "utility": 1}).undefined
    assert str(parts["energy_recovered"]) == "The denominator is zero: Mass of the product."


def test_fully_circular_inflow_is_a_reason_of_its_own():
    undefined = compute("cti", {"linear_inflow": 0, "revenue": 5}).undefined
    reason = undefined["circular_material_productivity"]
    assert str(reason).startswith("The inflow is fully circular")


def test_net_energy_below_zero_is_a_reason_of_its_own():
    energy = {"renewable_energy_in": 1, "total_energy_in": 2, "total_energy_out": 3}
    reason = compute("iso59020", energy).undefined["renewable_energy_share"]
    assert str(reason).startswith("The denominator is not positive: Total energy taken in")


def test_too_large_a_result_is_undefined():
    reason = compute("iso59020", {"revenue": 1e308, "linear_inflow": 1e-10}).undefined
    assert str(reason["material_productivity"]).startswith("The result is too large")
    heavy = [{"mass": 1e308, "circular_share": 1}] * 2
    assert "too large" in str(compute("cti", {"inflows": heavy}).undefined["circular_inflow"])


def test_assumptions_are_told_once_for_each_number():
    lines = warned(compute("mci", {"mass": 1, "recycled_feedstock": 0.5}))
    assert [line.split(":")[0] for line in lines] == [
        "Not given and taken as 0",
        "Not given and taken as 1",
    ]
    assert "Utility" in lines[1]
    assert "Feedstock recycling efficiency" in lines[1]
    assert "Efficiency of recycling after use" not in lines[1]


def test_nothing_is_told_where_everything_is_given():
    given = {
        "mass": 1,
        "recycled_feedstock": 0.1,
        "reused_feedstock": 0.1,
        "renewable_feedstock": 0.1,
        "collected_for_recycling": 0.1,
        "collected_for_reuse": 0.1,
        "composted": 0.1,
        "energy_recovered": 0,
        "feedstock_recycling_efficiency": 1,
        "end_of_life_recycling_efficiency": 1,
        "utility": 1,
    }
    assert warned(compute("mci", given)) == []


def test_half_a_pair_is_no_ground_for_an_assumption():
    computation = compute("mci", {"mass": 1, "use_intensity": 3})
    assert computation.undefined["mci"].values["inputs"] == ("industry_use_intensity",)


def test_one_pair_lets_the_other_be_average():
    computation = compute("mci", {"mass": 1, "use_intensity": 3, "industry_use_intensity": 2})
    assert computation.values["utility"] == 1.5
    assert any("Lifetime, Lifetime, industry average" in line for line in warned(computation))


def test_assumptions_alone_give_no_value():
    computation = compute("cti", {})
    assert computation.values == {}
    assert computation.undefined
    assert set(computation.undefined["recovered_mass"].values["inputs"]) == {
        "reused",
        "refurbished",
        "remanufactured",
        "recycled",
        "biodegraded",
    }
    assert computation.warnings == ()


def test_what_follows_from_a_fault_is_no_fault_of_its_own():
    burnt = {
        "recovered_energy_mj": 30,
        "higher_heating_value_mj_kg": 20,
        "biological_mass": 1,
        "biogenic_carbon_share": 1,
    }
    told = "recovered_energy_mj is 30; it must be at most 20."
    assert refused("mci", {"mass": 1, **burnt}) == [told]
    assert refused("mci", {"parts": [{"mass": 1, **burnt}]}) == [f"parts[0].{told}"]
    assert refused("mci", {"mass": 1, "composted": 1, **burnt})[1].startswith("composted, energy")


@pytest.mark.parametrize("indicator_id", indicator_ids())
@pytest.mark.parametrize("inputs", [{}, {"not_applicable": []}, {"factor": "mass"}])
def test_nothing_given_gives_nothing(indicator_id, inputs):
    asked = indicator(indicator_id).inputs
    computation = compute(indicator_id, {n: v for n, v in inputs.items() if n in asked})
    assert computation.values == {}


def test_nothing_given_is_a_reason_where_nothing_is_needed():
    undefined = compute("mci", {}).undefined
    assert str(undefined["utility"]) == "Nothing is given."
    assert str(undefined["mci"]) == "Missing: Mass of the product."


def test_renewable_energy_given_out_needs_the_whole_beside_it():
    energy = {"renewable_energy_in": 50, "total_energy_in": 100, "renewable_energy_out": 60}
    reason = compute("iso59020", energy).undefined["renewable_energy_share"]
    assert reason.values["inputs"] == ("total_energy_out",)
    whole = compute("iso59020", energy | {"total_energy_out": 90}).values
    assert whole["renewable_energy_share"] == pytest.approx(-1)


def test_water_is_circular_by_its_shares_too():
    shares = {"circular_water_inflow_share": 0.5, "circular_water_outflow_share": 0.25}
    computation = compute("cti", shares)
    assert computation.values["water_circularity"] == 0.375
    volumes = {"circular_water_inflow": 1, "total_water_inflow": 4}
    assert any(
        "Circular water inflow: the 0.5" in w for w in warned(compute("cti", shares | volumes))
    )


def test_other_names_of_an_input_are_taken():
    energy = {"renewable_energy_inflow": 30, "total_energy_inflow": 40}
    assert compute("iso59020", energy).values["renewable_energy_share"] == 0.75


def test_zero_has_no_sign():
    computation = compute("mci", {"mass": -0.0})
    assert math.copysign(1, computation.values["virgin_feedstock"]) == 1


def test_small_negative_quotient_is_no_rounding():
    energy = {"renewable_energy_in": 0, "total_energy_in": 31624}
    exported = {"renewable_energy_out": 1, "total_energy_out": 1}
    computed = compute("iso59020", energy | exported).values["renewable_energy_share"]
    assert computed == pytest.approx(-1 / 31623)


@given(parts, uses, st.sampled_from(["mci", "linear_flow_index", "utility", "waste"]))
def test_figure_alone_is_that_of_the_computation(part, use, name):
    assert figure("mci", part | use, name) == compute("mci", part | use).values.get(name)


def test_figure_of_lists_is_that_of_the_computation():
    inflows = [{"mass": 2.0, "circular_share": 1.0}, {"mass": 6.0, "circular_share": 0.0}]
    outflows = [{"mass": 8.0, "recovery_potential": 0.5, "actual_recovery": 0.5}]
    assert figure("cti", {"inflows": inflows, "outflows": outflows}, "circularity") == 0.25


def test_figure_of_what_does_not_fit_together_is_none():
    burnt = {
        "recovered_energy_mj": 30.0,
        "higher_heating_value_mj_kg": 20.0,
        "biological_mass": 1.0,
    }
    inputs = {"mass": 1.0, "biogenic_carbon_share": 1.0, **burnt}
    assert figure("mci", inputs, "mci") is None
    assert figure("mci", inputs | {"recovered_energy_mj": 20.0}, "mci") is not None


def test_given_number_that_its_formula_misses_is_pointed_out():
    inputs = {"mass": 1, "utility": 2, "lifetime": 3, "industry_lifetime": 1}
    computation = compute("mci", inputs)
    assert computation.values["utility"] == 2
    assert any("the 2 given differs from the 3 worked out" in w for w in warned(computation))
    agreeing = compute("mci", inputs | {"utility": 3})
    assert not any("differs" in line for line in warned(agreeing))


def test_value_that_is_given_has_no_formula():
    inputs = {"mass": 1, "utility": 2, "lifetime": 3, "industry_lifetime": 1}
    assert "utility" not in compute("mci", inputs).formulas
    assert "utility" in compute("mci", {**inputs, "utility": None}).formulas


def test_losses_over_an_efficiency_of_zero_are_shown_as_zero():
    nothing = compute("mci", {**PRODUCT, "feedstock_recycling_efficiency": 0})
    assert nothing.values["feedstock_losses"] == 0
    assert working_holds(nothing)
    assert nothing.formulas["feedstock_losses"] == "0"


def test_unclassified_inflow_is_pointed_out():
    inputs = {
        "total_inflow": 100,
        "reused_inflow": 10,
        "recycled_inflow": 10,
        "renewable_inflow": 10,
        "linear_inflow": 60,
    }
    computation = compute("iso59020", inputs)
    assert computation.values["linear_inflow_share"] == 0.6
    assert any("60 given differs from the 70" in line for line in warned(computation))


def test_share_outside_0_to_1_is_pointed_out():
    computation = compute("iso59020", {"water_discharged_to_quality": 3, "water_withdrawn": 2})
    assert computation.values["circular_water_outflow_share"] == 1.5
    assert any("is 1.5, outside 0 to 1" in line for line in warned(computation))


def test_undeclared_factor_is_pointed_out():
    ranges = {"ranges": [{"weight": 1, "mci": 0.5}]}
    assert any(line.startswith("Not declared") for line in warned(compute("mci-company", ranges)))
    declared = compute("mci-company", ranges | {"factor": "mass", "omitted_share": 0.1})
    assert warned(declared) == []


def test_not_applicable_is_apart_from_zero():
    inputs = {"total_inflow": 10, "reused_inflow": 0, "not_applicable": ["renewable_inflow"]}
    computation = compute("iso59020", inputs)
    assert computation.values["reused_inflow_share"] == 0
    for name in ("renewable_inflow_share", "linear_inflow"):
        assert name in computation.undefined
    assert str(computation.undefined["renewable_inflow_share"]) == "Declared not applicable."


def test_not_applicable_keeps_its_reason():
    declared = {"renewable_inflow_share": "only metals are used", "relative_lifetime": None}
    undefined = compute("iso59020", {"not_applicable": declared}).undefined
    assert str(undefined["renewable_inflow_share"]).endswith(": only metals are used")
    assert str(undefined["relative_lifetime"]) == "Declared not applicable."


def test_not_applicable_counts_as_zero_on_request_only():
    inputs = {"not_applicable": ["renewable_inflow_share"]}
    on_request = compute("iso59020", inputs | {"count_not_applicable_as_zero": True})
    assert on_request.values["renewable_inflow_share"] == 0
    assert any("counted as zero at your request" in line for line in warned(on_request))
    refused_to = compute("iso59020", inputs | {"count_not_applicable_as_zero": False})
    assert "renewable_inflow_share" in refused_to.undefined


def test_null_is_not_given():
    assert compute("mci", PRODUCT | {"recycled_feedstock": None}).values["mci"] == pytest.approx(
        0.1
    )


def test_rounding_of_shares_leaves_no_trace_below_zero():
    shares = {"recycled_feedstock": 0.01, "reused_feedstock": 0.06, "renewable_feedstock": 0.93}
    computation = compute("mci", {"mass": 1e6, **shares})
    assert computation.values["virgin_feedstock"] == 0
    assert math.copysign(1, computation.values["virgin_feedstock"]) == 1


def test_no_sign_is_left_to_zero():
    nothing_recycled = {"recycled_content": 0, "recycling_output_rate": 0, "virgin_burden": 1}
    credit = {"end_of_life_recycling_burden": 0, "substituted_virgin_burden": 1}
    given = nothing_recycled | credit | {"allocation_factor": 0.2, "quality_ratio_out": 1}
    computed = compute("cff", given)
    assert math.copysign(1, computed.values["end_of_life_recycling"]) == 1


@pytest.mark.parametrize("unit", [1.0, 1e-9, 1e-15])
def test_credit_is_no_rounding_however_small_its_unit(unit):
    burdens = {"virgin_burden": 1, "end_of_life_recycling_burden": 2}
    burdens |= {"substituted_virgin_burden": 5, "energy_recovery_burden": 1}
    burdens |= {"substituted_heat_burden": 1, "disposal_burden": 3}
    shares = {"recycling_output_rate": 0.5, "energy_recovery_rate": 0.25, "allocation_factor": 0}
    rest = {"quality_ratio_out": 1, "lower_heating_value": 10, "heat_efficiency": 0.5}
    given = {name: number * unit for name, number in burdens.items()} | shares | rest
    computed = compute("cff-ozone-depletion", given)
    parts = {name: computed.values[name] for name in ("material", "energy", "disposal", "total")}
    expected = {"material": -0.5, "energy": -1, "disposal": 0.75, "total": -0.75}
    assert parts == pytest.approx({name: n * unit for name, n in expected.items()}, rel=1e-9, abs=0)


def test_small_negative_growth_is_no_rounding():
    computed = compute("iso59020", {"economic_growth": -0.01, "resource_use": 1e9})
    assert computed.values["resource_intensity_index"] == pytest.approx(-1e-11)


def test_all_problems_are_told_at_once():
    inputs = {"mass": -1, "recycled_feedstoc": 1, "zzz": 1, "utility": "2", "composted": True}
    assert refused("mci", inputs) == [
        "recycled_feedstoc: no such name is expected. Did you mean recycled_feedstock?",
        "zzz: no such name is expected.",
        "mass is −1; it must be at least 0.",
        'utility is "2"; it must be a number.',
        "composted is true; it must be a number.",
    ]


def test_error_is_of_the_kind_of_its_problems():
    with pytest.raises(OutOfRange):
        compute("mci", {"mass": -1, "composted": 2})
    with pytest.raises(NotBalanced):
        compute("mci", {"mass": 1, "composted": 0.7, "collected_for_reuse": 0.7})
    with pytest.raises(InstrumentError) as caught:
        compute("mci", {"mass": -1, "zzz": 2})
    assert type(caught.value) is InstrumentError


@pytest.mark.parametrize(
    ("indicator_id", "inputs", "told"),
    [
        ("mci", {"mass": math.nan}, "mass is nan; it must be a finite number."),
        ("mci", {"mass": math.inf}, "mass is inf; it must be a finite number."),
        ("mci", {"mass": 10**400}, "mass is inf; it must be a finite number."),
        ("mci", {"mass": -(10**400)}, "mass is -inf; it must be a finite number."),
        ("mci", {"mass": [1]}, "mass is [1]; it must be a number."),
        ("mci", {"F_R": 1}, "F_R: no such name is expected. Did you mean recycled_feedstock?"),
        (
            "cti",
            {"water_withdrawn": 1, "water_inflow": 1},
            "water_withdrawn and water_inflow are the same input; give only one.",
        ),
        (
            "cti",
            {"inflows": [{"mass": 1, "m_i": 2}]},
            "inflows[0].m_i: no such name is expected. Did you mean mass?",
        ),
        (
            "iso59020",
            {"not_applicable": {"revenue": 0}},
            'not_applicable is {"revenue": 0}; it must be a list of names, or names with reasons.',
        ),
        ("mci", {"mass": "x" * 60}, f'mass is "{"x" * 38}…; it must be a number.'),
        ("mci", {"parts": {"mass": 1}}, 'parts is {"mass": 1}; it must be a list.'),
        ("mci", {"parts": [1]}, "parts[0] is 1; it must be an object of names and values."),
        (
            "mci",
            {"parts": [{"mas": 1}]},
            "parts[0].mas: no such name is expected. Did you mean mass?",
        ),
        (
            "mci",
            {"parts": [{"mass": 1}], "mass": 2},
            "mass: where the product is given part by part (parts), this is given for each part.",
        ),
        (
            "mci",
            {"parts": [{"mass": 1, "composted": 0.7, "collected_for_reuse": 0.7}]},
            "parts[0].collected_for_reuse, parts[0].composted add up to 1.4; "
            "they must be at most 1.",
        ),
        (
            "mci",
            {"parts": [{"mass": 1, "recycled_feedstock": 1, "feedstock_recycling_efficiency": 0}]},
            "parts[0].feedstock_recycling_efficiency is 0; it must be above 0 when "
            "parts[0].recycled_feedstock is above 0.",
        ),
        (
            "cti",
            {"total_water_inflow": 1, "water_withdrawn": 2},
            "total_water_inflow and water_withdrawn are the same input; give only one.",
        ),
        (
            "mci-company",
            {"factor": "weight"},
            'factor is "weight"; it must be one of: mass, revenue.',
        ),
        (
            "mci-company",
            {"factor": ["mass"]},
            'factor is ["mass"]; it must be one of: mass, revenue.',
        ),
        (
            "iso59020",
            {"count_not_applicable_as_zero": 1},
            "count_not_applicable_as_zero is 1; it must be true or false.",
        ),
        (
            "iso59020",
            {"not_applicable": "reused_inflow"},
            'not_applicable is "reused_inflow"; it must be a list of names, or names with reasons.',
        ),
        (
            "iso59020",
            {"not_applicable": [1]},
            "not_applicable is [1]; it must be a list of names, or names with reasons.",
        ),
        (
            "iso59020",
            {"not_applicable": ["not_applicable"]},
            "not_applicable: not_applicable: no such name is expected.",
        ),
        (
            "iso59020",
            {"not_applicable": ["revenue"], "revenue": 5},
            "revenue is declared not applicable and has a value too.",
        ),
        (
            "nothing",
            {},
            f"There is no indicator “nothing”. Known ones: {', '.join(indicator_ids())}.",
        ),
    ],
)
def test_refusals(indicator_id, inputs, told):
    assert refused(indicator_id, inputs) == [told]


@given(
    st.dictionaries(
        st.sampled_from(sorted(indicator("mci").inputs)),
        st.none() | st.booleans() | st.floats() | st.integers() | st.text() | st.lists(st.floats()),
    )
)
def test_whatever_is_given_is_computed_or_refused(inputs):
    try:
        values = compute("mci", inputs).values
    except InstrumentError as error:
        values = {}
        told = error.messages
    else:
        told = ("",)
    assert told
    assert all(math.isfinite(value) for value in values.values())


@given(st.lists(st.floats(0.001, 1e6), min_size=3, max_size=3))
def test_what_cancels_but_for_rounding_is_zero(masses):
    names = ("reused_inflow", "recycled_inflow", "renewable_inflow")
    inputs = dict(zip(names, masses, strict=True))
    computed = compute("iso59020", {**inputs, "total_inflow": math.fsum(masses), "revenue": 1})
    assert computed.values["linear_inflow"] == 0
    assert "material_productivity" in computed.undefined


def test_a_small_remainder_is_no_rounding():
    inputs = {"total_inflow": 1e6, "reused_inflow": 1e6 - 1e-3}
    given = {**inputs, "recycled_inflow": 0, "renewable_inflow": 0}
    assert compute("iso59020", given).values["linear_inflow"] == pytest.approx(1e-3, rel=1e-6)
