"""What must agree between the facts: each rule refuses, and takes what agrees."""

from dataclasses import replace

import pytest

from kragozor.files.facts import facts, inventory_read
from kragozor.files.json_format import path_spot
from kragozor.files.problems import FileRefused
from kragozor.instruments.inventory import (
    Destination,
    Impact,
    ImpactCategory,
    Loop,
    Origin,
    OutflowKind,
)
from tests.inventories import SUBJECT, inflow, inventory, known, outflow

R = Destination.RECYCLE


def said(whole, language="bg"):
    """What is said about an inventory, nothing when it is taken."""
    try:
        inventory_read(facts(whole), path_spot)
    except FileRefused as refusal:
        return refusal.lines(language)
    return []


def burnt(**facts_of_energy):
    known_facts = {name: known(value) for name, value in facts_of_energy.items()}
    return inventory(outflow(10, Destination.ENERGY, kind=OutflowKind.WASTE, **known_facts))


def test_period_ends_after_it_starts():
    whole = inventory(inflow(), subject=replace(SUBJECT, period_end=SUBJECT.period_start))
    assert said(whole) == []
    turned = replace(SUBJECT, period_start=SUBJECT.period_end, period_end=SUBJECT.period_start)
    assert said(inventory(inflow(), subject=turned)) == [
        "subject.period_end: намерено „2025-01-01“; "
        "очаква се дата, не по-ранна от началото 2025-12-31"
    ]


@pytest.mark.parametrize("language", ["bg", "en"])
def test_inventory_without_rows_is_refused_in_one_line(language):
    (line,) = said(inventory(), language)
    assert line.startswith("inflows: ")


def test_inventory_needs_one_row_on_either_side():
    assert said(inventory(inflow())) == []
    assert said(inventory(outflow())) == []


@pytest.mark.parametrize("origin", Origin)
def test_feedstock_efficiency_is_for_recycled_origins(origin):
    lines = said(inventory(inflow(origin=origin, feedstock_recycling_efficiency=known(0.8))))
    assert (lines == []) is origin.is_recycled
    assert all("очаква се само при рециклиран материал" in line for line in lines)


@pytest.mark.parametrize("destination", Destination)
def test_recycling_efficiency_is_for_recycling(destination):
    lines = said(inventory(outflow(1, destination, recycling_efficiency=known(0.8))))
    assert (lines == []) is (destination is R)
    assert all("очаква се само при рециклиране" in line for line in lines)


@pytest.mark.parametrize("origin", Origin)
def test_loop_that_fibre_came_from_is_for_recycled_origins(origin):
    lines = said(inventory(inflow(origin=origin, recycled_from=Loop.SAME_PRODUCT)))
    assert (lines == []) is origin.is_recycled
    assert all("очаква се само при рециклиран материал" in line for line in lines)


@pytest.mark.parametrize("destination", Destination)
def test_loop_that_fibre_goes_into_is_for_recycling(destination):
    lines = said(inventory(outflow(1, destination, recycled_to=Loop.OTHER_SECTOR)))
    assert (lines == []) is (destination is R)
    assert all("очаква се само при рециклиране" in line for line in lines)


def wasted(code, hazardous):
    whole = inventory(outflow(1, kind=OutflowKind.WASTE, low_code=code))
    raw = facts(whole)
    if hazardous is not None:
        raw["outflows"][0]["hazardous"] = hazardous
    return raw


@pytest.mark.parametrize(
    ("code", "hazardous", "taken"),
    [
        ("150102", None, False),
        ("150102", False, False),
        ("150110", None, True),
        ("150110", True, True),
        ("040214", None, True),
        ("040215", None, False),
        ("", True, True),
        ("", None, False),
    ],
)
def test_hazard_is_that_of_the_code_unless_declared(code, hazardous, taken):
    (row,) = inventory_read(wasted(code, hazardous)).outflows
    assert row.hazardous is taken


@pytest.mark.parametrize(
    ("code", "hazardous", "line"),
    [
        (
            "150102",
            True,
            "намерено „да“, а 15 01 02 „пластмасови опаковки“ (работен превод) е код за неопасен "
            "отпадък; очаква се „не“",
        ),
        (
            "150110",
            False,
            "намерено „не“, а 15 01 10* „опаковки, съдържащи остатъци от опасни вещества или "
            "замърсени с опасни вещества“ (работен превод) е код за опасен отпадък; очаква се „да“",
        ),
        (
            "040215",
            True,
            "намерено „да“, а 04 02 15 „отпадъци от апретиране, различни от упоменатите в "
            "04 02 14“ (работен превод) е код за неопасен отпадък; очаква се „не“ или друг код: "
            "04 02 14*",
        ),
        (
            "170204",
            False,
            "намерено „не“, а 17 02 04* „стъкло, пластмаса и дървесина, съдържащи или замърсени с "
            "опасни вещества“ (работен превод) е код за опасен отпадък; очаква се „да“ или друг "
            "код: 17 02 01, 17 02 02, 17 02 03",
        ),
    ],
)
def test_hazard_against_the_code_is_refused_with_both(code, hazardous, line):
    with pytest.raises(FileRefused) as refused:
        inventory_read(wasted(code, hazardous), path_spot)
    (told,) = refused.value.lines("bg")
    assert told.replace("\u00a0", " ") == f"outflows[0].hazardous: {line}"


def test_recovered_energy_needs_its_two_inputs():
    lines = said(burnt(recovered_energy=50))
    assert [line.split(":")[0] for line in lines] == [
        "outflows[0].heating_value",
        "outflows[0].biogenic_carbon_share",
    ]


def test_recovered_energy_is_at_most_what_the_material_holds():
    inputs = {"heating_value": 15, "biogenic_carbon_share": 1}
    assert said(burnt(recovered_energy=150, **inputs)) == []
    assert said(burnt(recovered_energy=151, **inputs)) == [
        "outflows[0].recovered_energy: намерено 151 MJ; "
        "очаква се най-много 150 MJ, колкото съдържа материалът"
    ]


@pytest.mark.parametrize(("declared", "taken"), [(10, True), (10.05, True), (10.06, False)])
def test_product_rows_add_up_to_the_product_mass(declared, taken):
    rows = (outflow(6), outflow(4, R), outflow(90, kind=OutflowKind.WASTE))
    lines = said(inventory(*rows, subject=replace(SUBJECT, product_mass=known(declared))))
    assert (lines == []) is taken


def test_destinations_that_do_not_add_up_are_told_with_both_sums():
    whole = inventory(outflow(6), outflow(3, R), subject=replace(SUBJECT, product_mass=known(10)))
    assert said(whole) == [
        "subject.product_mass: сборът на редовете за изделия в „Изход“ е 9 kg; "
        "очаква се 10 kg, колкото е масата на продукцията"
    ]
    assert said(whole, "en") == [
        "subject.product_mass: the product rows of Outflows add up to 9 kg; "
        "expected 10 kg, the product mass"
    ]


def test_no_more_returns_than_was_sent():
    sent = outflow(10, Destination.REUSE)
    assert said(inventory(inflow(10, Origin.REUSED, returns_from=Destination.REUSE), sent)) == []
    returned = inflow(11, Origin.REUSED, returns_from=Destination.REUSE)
    assert len(said(inventory(returned, sent))) == 1


def test_more_recycled_than_collected_is_refused():
    sent = outflow(10, R, recycling_efficiency=known(0.8))
    origin = Origin.RECYCLED_POST_CONSUMER
    assert said(inventory(inflow(8, origin, returns_from=R), sent)) == []
    halves = (inflow(4, origin, returns_from=R), inflow(5, origin, returns_from=R))
    assert said(inventory(inflow(1), *halves, sent)) == [
        "inflows[2].mass: от „рециклиране“ се връщат общо 9 kg; "
        "очаква се най-много 8 kg, колкото се получава от насоченото натам"
    ]


@pytest.mark.parametrize("destination", Destination)
def test_share_returned_to_soil_is_for_compost_and_digestion(destination):
    lines = said(inventory(outflow(1, destination, returned_to_soil=known(0.5))))
    treated = destination in (Destination.COMPOST, Destination.DIGESTION_TO_SOIL)
    assert (lines == []) is treated
    assert all("очаква се само при компостиране и анаеробно" in line for line in lines)


@pytest.mark.parametrize("row", [inflow, outflow])
def test_nutrients_are_no_more_than_the_dry_matter_they_are_shares_of(row):
    assert said(inventory(row(1, nitrogen=known(0.5), potassium=known(0.5)))) == []
    (line,) = said(inventory(row(1, phosphorus=known(0.5), potassium=known(0.6))))
    assert line.split("[")[1].startswith("0].phosphorus: азотът, фосфорът и калият са общо 1,1")


def test_impact_of_a_material_is_told_once_in_a_category():
    climate = Impact("PET", ImpactCategory.CLIMATE_CHANGE, known(2.2))
    land = replace(climate, category=ImpactCategory.LAND_USE)
    assert said(replace(inventory(inflow()), impacts=(climate, land))) == []
    again = replace(climate, material=" pet")
    (line,) = said(replace(inventory(inflow()), impacts=(climate, land, again)))
    assert line.startswith("impacts[2].material: „pet“ вече има ред за категорията „изменение")
