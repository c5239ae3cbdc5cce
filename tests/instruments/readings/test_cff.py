"""The Circular Footprint Formula's reading: which rows, which parameters, and what is marked."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.files.assessments import assessment_from_text, assessment_text
from kragozor.instruments.assess import assess
from kragozor.instruments.examples import bottle
from kragozor.instruments.inventory import (
    Destination,
    Grade,
    Impact,
    ImpactCategory,
    Inflow,
    Origin,
    Outflow,
    OutflowKind,
    Place,
    Quantity,
)
from kragozor.instruments.parameters import Name, Parameter, ParameterTable, Status
from kragozor.instruments.readings import read, readers
from kragozor.instruments.readings.cff import inputs
from kragozor.reports.view import assessment_view

CLIMATE, LAND = ImpactCategory.CLIMATE_CHANGE, ImpactCategory.LAND_USE


def q(value):
    return Quantity(value, Grade.MEASURED)


def impact(material, category=CLIMATE, **burdens):
    return Impact(material, category, **{name: q(value) for name, value in burdens.items()})


PET = {
    "virgin_burden": 2.2,
    "recycled_burden": 0.6,
    "end_of_life_recycling_burden": 0.5,
    "disposal_burden": 0.1,
}
OWN = {"allocation_factor": 0.5, "quality_ratio_in": 0.9, "quality_ratio_out": 0.9}


def inventory(*impacts, inflows=None, outflows=None):
    """100 kg of PET, 30 of it recycled; 60 go to recycling that yields 75 %, 40 to landfill."""
    return replace(
        bottle(),
        inflows=inflows
        or (
            Inflow("PET", q(70), Origin.VIRGIN),
            Inflow("pet ", q(30), Origin.RECYCLED_POST_CONSUMER),
        ),
        outflows=outflows
        if outflows is not None
        else (product("PET", 60, Destination.RECYCLE, 0.75), product("PET", 40)),
        impacts=impacts,
    )


def product(material, mass, destination=Destination.LANDFILL, efficiency=None):
    yields = None if efficiency is None else q(efficiency)
    return Outflow(OutflowKind.PRODUCT, material, q(mass), destination, recycling_efficiency=yields)


def reading(declared, parameters=None):
    return read("cff", declared, readers(parameters)["cff"])


def found(declared, label="PET, 1 kg"):
    item = next(one for one in reading(declared).items if one.label == label)
    return {name: one.value for name, one in item.inputs.items()}


def told(declared, parameters=None):
    return [str(warning) for warning in reading(declared, parameters).warnings]


def test_shares_are_those_of_the_material_and_recycling_counts_at_its_output():
    numbers = found(inventory(impact("PET", **PET, **OWN)))
    assert numbers["recycled_content"] == 0.3
    assert numbers["recycling_output_rate"] == pytest.approx(0.45)
    assert numbers["energy_recovery_rate"] == 0


def test_total_is_the_mass_by_the_result_for_a_kilogram():
    read_now = reading(inventory(impact("PET", **PET, **OWN)))
    each = 1.54 + 0.3 * (0.3 + 0.99) + 0.225 * (0.5 - 1.98) + 0.55 * 0.1
    assert read_now.values["total"].value == pytest.approx(100 * each)
    assert read_now.items[0].values["total"].value == pytest.approx(each)


def test_materials_add_up():
    flows = inventory().inflows
    both = inventory(
        impact("PET", **PET, **OWN),
        impact("PP", virgin_burden=1.9, disposal_burden=0.2),
        inflows=(*flows, Inflow("PP", q(10), Origin.VIRGIN)),
        outflows=(product("PET", 100), product("PP", 10)),
    )
    total, items = reading(both).values["total"].value, reading(both).items
    assert total == pytest.approx(
        100 * items[0].values["total"].value + 10 * (1.9 + 0.2), rel=1e-12
    )


def test_each_other_category_is_an_item_by_its_variant():
    declared = inventory(impact("PET", **PET, **OWN), impact("PET", LAND, **PET, **OWN))
    items = [(one.indicator, one.label) for one in reading(declared).items]
    assert items == [
        ("cff", "PET, 1 kg"),
        ("cff-land-use", "Bottle"),
        ("cff-land-use", "PET, 1 kg"),
    ]
    whole = reading(declared).items[1].values["total"].value
    assert whole == pytest.approx(reading(declared).values["total"].value)


def test_without_climate_change_the_others_are_still_read():
    read_now = reading(inventory(impact("PET", LAND, **PET, **OWN)))
    assert "climate change" in str(read_now.values["total"].undefined)
    assert read_now.items[0].values["total"].value > 0


def test_what_is_reused_is_neither_made_nor_at_its_end():
    flows = (*inventory().inflows, Inflow("PET", q(50), Origin.REUSED))
    ends = (*inventory().outflows, product("PET", 500, Destination.REUSE))
    plain = inventory(impact("PET", **PET, **OWN))
    reused = replace(plain, inflows=flows, outflows=ends)
    assert reading(reused).values["total"].value == reading(plain).values["total"].value


def test_energy_and_compost_are_fates_of_their_own():
    ends = (
        product("PET", 50, Destination.ENERGY),
        product("PET", 25, Destination.COMPOST),
        product("PET", 25),
    )
    numbers = found(inventory(impact("PET", **PET, **OWN), outflows=ends))
    assert numbers["energy_recovery_rate"] == 0.5
    assert numbers["recycling_output_rate"] == 0.25
    assert numbers["energy_allocation_factor"] == 0


def test_end_of_life_is_that_of_the_products_which_bear_the_name():
    ends = (product("Pet", 60), product("PP", 40, Destination.RECYCLE, 1.0))
    declared = inventory(impact("PET", **PET, **OWN), outflows=ends)
    assert found(declared)["recycling_output_rate"] == 0
    assert not any("all products: PET" in text for text in told(declared))


def test_end_of_life_is_that_of_all_products_where_none_bears_the_name():
    declared = inventory(impact("PET", **PET, **OWN), outflows=(product("bottle", 10),))
    assert found(declared)["recycling_output_rate"] == 0
    assert any("all products: PET" in text for text in told(declared))


def test_without_products_the_footprint_ends_with_the_making():
    declared = inventory(impact("PET", virgin_burden=2.2, **OWN, recycled_burden=0), outflows=())
    values = reading(declared).values
    assert values["total"].value == values["material"].value
    assert any("known end of life" in text for text in told(declared))


def test_disposal_that_nobody_knows_leaves_the_total_undefined():
    known = {name: value for name, value in PET.items() if name != "disposal_burden"}
    values = reading(inventory(impact("PET", **known, **OWN))).values
    assert values["material"].value is not None
    assert values["total"].value is None
    assert "Burden of disposal" in str(values["total"].undefined)


def test_materials_that_are_not_covered_are_named():
    declared = inventory(impact("PET", **PET, **OWN), impact("PVC", **PET))
    flows = (*declared.inflows, Inflow("PP", q(3), Origin.VIRGIN))
    warnings = told(replace(declared, inflows=flows))
    assert any("do not come in and are not counted: PVC" in text for text in warnings)
    assert any("take no part in the footprint: PP" in text for text in warnings)


@pytest.mark.parametrize("empty", ["impacts", "inflows"])
def test_framework_is_silent_where_nothing_is_declared(empty):
    read_now = reading(replace(inventory(impact("PET", **PET)), **{empty: ()}))
    assert all(value.value is None for value in read_now.values.values())
    assert len({str(value.undefined) for value in read_now.values.values()}) == 1
    assert read_now.inputs == {}


def row(value, status, name=Name.ALLOCATION_FACTOR, material="pet"):
    return Parameter(material, "ПЕТ", "PET", name, value, "EU", "somebody", status)


def table(status, factor=0.5):
    return ParameterTable(
        (
            row(factor, status),
            row(0.9, Status.SOURCED, Name.QUALITY_RATIO_IN),
            row(0.9, Status.SOURCED, Name.QUALITY_RATIO_OUT),
        )
    )


@pytest.mark.parametrize("status", [Status.UNVERIFIED, Status.PROXY])
def test_parameter_that_is_not_confirmed_is_marked_everywhere(status):
    declared = inventory(impact("PET", **PET))
    result = assess(declared, draws=0, parameters=table(status))
    value = result["cff.total"]
    assert [(one.material, one.status) for one in value.doubtful] == [("pet", status)]
    word = {Status.UNVERIFIED: "Unverified", Status.PROXY: "Proxy"}[status]
    assert any(str(w).startswith(f"{word} parameter of “PET”") for w in result.warnings)
    framework = assessment_view(result, "en").framework("cff")
    assert f"{status.value} parameters" in framework.figure("total").tag
    used = framework.tables[0].items[0].figure("material").working.inputs
    taken = [line for one in used for line in one.taken if "A = 0.5" in line]
    assert taken == [f"table of parameters: PET, A = 0.5, EU; {status.value}; somebody"]
    assert assessment_from_text(assessment_text(result)).readings == result.readings


def test_tables_of_categories_are_told_apart_where_there_is_little_room():
    declared = inventory(impact("PET", **PET, **OWN), impact("PET", LAND, **PET, **OWN))
    framework = assessment_view(assess(declared, draws=0), "en").framework("cff")
    assert [table.tab for table in framework.tables] == ["CFF, climate change", "CFF, land use"]


def test_sourced_parameters_are_not_marked():
    result = assess(inventory(impact("PET", **PET)), draws=0, parameters=table(Status.SOURCED))
    assert result["cff.total"].doubtful == ()
    assert not any("parameter of" in str(warning) for warning in result.warnings)


def test_declared_parameter_goes_before_the_table():
    declared = inventory(impact("PET", **PET, **OWN))
    assert reading(declared, table(Status.UNVERIFIED, 0.2)).values["total"].doubtful == ()
    item = reading(declared, table(Status.UNVERIFIED, 0.2)).items[0].inputs["allocation_factor"]
    assert (item.value, item.places) == (0.5, (Place("impacts", 1, "allocation_factor"),))


def test_row_of_the_table_may_be_named():
    declared = inventory(replace(impact("PET", **PET), parameters="PET, bottles"))
    item = reading(declared).items[0].inputs["allocation_factor"]
    assert [one.material for one in item.parameters] == ["pet-bottle"]


def test_parameters_without_weight_are_neither_taken_nor_marked():
    flows = (Inflow("PET", q(70), Origin.VIRGIN),)
    declared = inventory(impact("PET", **PET), inflows=flows, outflows=(product("PET", 70),))
    assert reading(declared).values["total"].doubtful == ()
    assert reading(declared).values["total"].value == pytest.approx(70 * (2.2 + 0.1))


shares = st.floats(0, 1)
burdens = st.floats(0, 100)


@given(factor=shares, recycled=burdens, virgin=burdens)
def test_virgin_product_that_ends_on_a_landfill_needs_no_factor(factor, recycled, virgin):
    numbers = {"virgin_burden": virgin, "disposal_burden": 0, "recycled_burden": recycled}
    declared = inventory(
        impact("PET", **numbers, allocation_factor=factor),
        inflows=(Inflow("PET", q(2), Origin.VIRGIN),),
        outflows=(product("PET", 2),),
    )
    assert reading(declared).values["total"].value == pytest.approx(2 * virgin)


def test_reading_takes_draws():
    drawn = assess(inventory(impact("PET", **PET, **OWN)), draws=200)["cff.total"].uncertainty
    assert drawn.p05 < drawn.mean < drawn.p95


def test_input_rests_on_its_rows():
    items = {one.label: one for one in reading(inventory(impact("PET", **PET, **OWN))).items}
    rows = items["PET, 1 kg"].inputs
    assert rows["recycled_content"].places == (Place("inflows", 2),)
    assert rows["virgin_burden"].places == (Place("impacts", 1, "virgin_burden"),)
    assert len(list(inputs(inventory(impact("PET", **PET, **OWN))))) == 2
