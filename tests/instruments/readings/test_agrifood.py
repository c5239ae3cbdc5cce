"""An agri-food inventory: dry matter throughout, and which rows count as what."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kragozor.instruments.inventory import (
    Destination,
    Food,
    FoodStage,
    Origin,
    OutflowKind,
    Pillar,
    Place,
    Quantity,
)
from kragozor.instruments.readings import READERS, read
from kragozor.instruments.readings.agrifood.food_waste import years
from kragozor.instruments.readings.reading import read_draws
from kragozor.instruments.uncertainty.draws import with_draws
from kragozor.words import say
from tests.inventories import SUBJECT, inflow, inventories, inventory, known, outflow

FARM = replace(SUBJECT, pillar=Pillar.AGRIFOOD)
WASTE, LOSS, BY_PRODUCT = OutflowKind.WASTE, OutflowKind.LOSS, OutflowKind.BY_PRODUCT
MANAGED, REUSED = Origin.RENEWABLE_MANAGED, Origin.REUSED
NAMES = ("biomass", "nutrients", "food-waste", "food-surplus")


def reading(name, *rows, **sections):
    return read(name, inventory(*rows, subject=FARM, **sections), READERS[name])


def values(name, *rows, **sections):
    found = reading(name, *rows, **sections).values
    return {key: value.value for key, value in found.items()}


def told(found, value, language="en"):
    return say(found.values[value].undefined, language)


def dry(share, **nutrients):
    return {"dry_matter": known(share)} | {name: known(n) for name, n in nutrients.items()}


def food(mass, destination=Destination.LANDFILL, *, kind=WASTE, **facts):
    return outflow(mass, destination, kind=kind, food=True, **{"dry_matter": known(0.5), **facts})


# --- biomass ---------------------------------------------------------------------------------

STRAW = (
    inflow(100, MANAGED, material="слама", **dry(0.8)),
    inflow(50, Origin.RENEWABLE_UNMANAGED, material="трици", **dry(0.4)),
    inflow(20, REUSED, material="субстрат", **dry(0.5)),
    inflow(30, material="вода", **dry(0)),
)


def test_flows_are_taken_by_dry_matter():
    found = values(
        "biomass",
        *STRAW,
        outflow(60, Destination.UNKNOWN, **dry(0.5)),
        outflow(50, Destination.FEED, kind=BY_PRODUCT, **dry(0.6)),
        outflow(40, Destination.COMPOST, kind=WASTE, **dry(0.5), returned_to_soil=known(0.5)),
        outflow(50, Destination.ENERGY, kind=BY_PRODUCT, **dry(0.4)),
    )
    assert found["dry_matter_input"] == pytest.approx(110)
    assert found["dry_matter_output"] == pytest.approx(100)
    assert found["dry_matter_gap_share"] == pytest.approx(10 / 110)
    assert found["circular_dry_matter_share"] == pytest.approx(90 / 110)
    assert found["biological_recirculation"] == pytest.approx(0.4)
    assert found["cascade_factor"] == pytest.approx((30 + 30) / (80 + 20))


def test_what_returns_from_own_products_is_used_again_and_not_primary():
    returned = inflow(50, MANAGED, returns_from=Destination.RECYCLE, **dry(1))
    product = outflow(150, Destination.RECYCLE, **dry(1))
    found = values("biomass", inflow(100, MANAGED, **dry(1)), returned, product)
    assert found["cascade_factor"] == pytest.approx(1.5)


def test_no_primary_biomass_leaves_the_cascade_undefined():
    found = reading("biomass", inflow(1, **dry(1)), outflow(1, **dry(1)))
    assert told(found, "cascade_factor") == "No primary biomass enters."


@pytest.mark.parametrize("language", ["bg", "en"])
def test_rows_without_dry_matter_are_named_and_their_wet_mass_never_counts(language):
    found = reading("biomass", *STRAW, inflow(5, material="торби"), outflow(1, **dry(1)))
    for value in ("dry_matter_input", "circular_dry_matter_share", "dry_matter_gap"):
        assert found.values[value].value is None
        assert "5 (" in told(found, value, language)
        assert "торби" in told(found, value, language)
    assert found.values["dry_matter_output"].value == pytest.approx(1)


def test_stock_change_is_said_to_be_left_out():
    rows = (inflow(1, **dry(1)), outflow(1, **dry(1)))
    assert reading("biomass", *rows).warnings == ()
    (warning,) = reading("biomass", *rows, stock_change=known(1)).warnings
    assert warning.key == "readings.stock-without-dry-matter"


# --- nutrients -------------------------------------------------------------------------------


def test_nutrients_are_shares_of_dry_matter():
    found = values(
        "nutrients",
        inflow(100, **dry(1, nitrogen=0.3)),
        inflow(1000, REUSED, **dry(0.2, nitrogen=0.05, phosphorus=0.01)),
        outflow(1000, Destination.UNKNOWN, **dry(0.8, nitrogen=0.02, phosphorus=0.004)),
    )
    assert found["nitrogen_circularity"] == pytest.approx(10 / 40)
    assert found["nitrogen_use_efficiency"] == pytest.approx(16 / 40)
    assert found["nitrogen_surplus"] == pytest.approx(24)
    assert found["phosphorus_circularity"] == pytest.approx(1)
    assert found["phosphorus_use_efficiency"] == pytest.approx(1.6)
    assert found["potassium_circularity"] is None


@pytest.mark.parametrize(
    ("row", "is_recycled"),
    [
        (inflow(1, REUSED, **dry(1, nitrogen=0.1)), True),
        (inflow(1, Origin.RECYCLED_POST_CONSUMER, **dry(1, nitrogen=0.1)), True),
        (inflow(1, MANAGED, returns_from=Destination.COMPOST, **dry(1, nitrogen=0.1)), True),
        (inflow(1, MANAGED, **dry(1, nitrogen=0.1)), False),
        (inflow(1, **dry(1, nitrogen=0.1)), False),
    ],
)
def test_recycled_nutrients_come_with_recycled_or_returning_material(row, is_recycled):
    found = values("nutrients", row, outflow(1))
    assert found["nitrogen_circularity"] == float(is_recycled)


def test_residues_that_are_lost_are_no_use():
    content = dry(1, nitrogen=0.1)
    found = reading(
        "nutrients",
        inflow(100, **content),
        outflow(40, Destination.UNKNOWN, **content),
        outflow(20, Destination.FEED, kind=BY_PRODUCT, **content),
        outflow(20, Destination.LANDFILL, kind=BY_PRODUCT, **content),
        outflow(20, Destination.FEED, kind=WASTE, **content),
    )
    assert found.values["nitrogen_use_efficiency"].value == pytest.approx(0.6)
    assert [place.row for place in found.inputs["nitrogen_output"].places] == [1, 2]


def test_rows_that_tell_no_nutrient_are_taken_to_hold_none_aloud():
    rows = (inflow(1, **dry(1, nitrogen=0.1)), inflow(1, material="тор"), STRAW[3], outflow(1))
    found = reading("nutrients", *rows)
    (warning,) = [w for w in found.warnings if w.key == "readings.nutrients-taken-as-none"]
    assert "Азот" in say(warning, "bg")
    assert "тор" in say(warning, "bg")
    assert "вода" not in say(warning, "bg")
    assert told(found, "nitrogen_use_efficiency").startswith("Missing: Nitrogen leaving")


def test_nutrient_of_a_row_without_dry_matter_is_undefined_by_name():
    found = reading("nutrients", inflow(1, material="тор", nitrogen=known(0.1)), outflow(1))
    assert "Inflows, row 1 (“тор”)" in told(found, "nitrogen_circularity")


# --- food waste ------------------------------------------------------------------------------

SHOP = Food(FoodStage.RETAIL, known(1000), known(110), known(100))


def test_food_waste_is_food_that_is_wasted_or_lost_by_fresh_mass():
    found = values(
        "food-waste",
        food(300, dry_matter=None),
        food(100, Destination.COMPOST),
        food(50, Destination.UNKNOWN, kind=LOSS),
        food(70, Destination.REUSE),
        food(80, Destination.FEED),
        food(90, kind=BY_PRODUCT),
        food(500, Destination.UNKNOWN, kind=OutflowKind.PRODUCT),
        outflow(60, kind=WASTE),
        food=SHOP,
    )
    assert found["annual_food_waste"] == pytest.approx(450)
    assert found["reference_food_waste"] == pytest.approx(1100)
    assert found["food_waste_reduction"] == pytest.approx(1 - 450 / 1100)
    assert found["reduction_target"] == 0.3


def test_food_waste_of_half_a_year_is_annualised():
    half = {"period_start": dt.date(2025, 7, 1), "period_end": dt.date(2025, 12, 31)}
    found = values("food-waste", food(300), food=SHOP, **half)
    assert found["annual_food_waste"] == pytest.approx(600)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024-01-01", "2024-12-31", 1),
        ("2023-07-01", "2024-06-30", 1),
        ("2022-01-01", "2024-12-31", 3),
        ("2025-01-01", "2025-01-31", 1 / 12),
        ("2025-03-10", "2025-03-10", 1 / 365),
    ],
)
def test_years_count_whole_months_as_twelfths(start, end, expected):
    days = {"period_start": dt.date.fromisoformat(start), "period_end": dt.date.fromisoformat(end)}
    assert years(replace(SUBJECT, **days)) == pytest.approx(expected)


def test_without_a_row_of_food_its_waste_is_not_known_and_not_zero():
    found = reading("food-waste", outflow(1, kind=WASTE), food=SHOP)
    assert told(found, "annual_food_waste") == "Missing: Food waste of the period."
    assert found.values["target_food_waste"].value == pytest.approx(770)


def test_food_that_is_all_sold_gives_a_measured_zero():
    sold = food(1, Destination.UNKNOWN, kind=OutflowKind.PRODUCT)
    assert values("food-waste", sold, food=SHOP)["food_waste_reduction"] == 1.0


def test_missing_people_are_named():
    shop = Food(FoodStage.RETAIL, known(1000))
    assert "People" in told(reading("food-waste", food(1), food=shop), "food_waste_reduction")


# --- surplus food ----------------------------------------------------------------------------


def test_surplus_goes_step_by_step_by_dry_matter():
    found = values(
        "food-surplus",
        food(10, Destination.REUSE),
        food(20, Destination.FEED, kind=BY_PRODUCT),
        food(30, Destination.RECYCLE),
        food(40, Destination.DIGESTION_TO_SOIL),
        food(50, Destination.COMPOST, dry_matter=known(0.2)),
        food(60, Destination.ENERGY),
        food(70, Destination.INCINERATION),
        food(80, Destination.LANDFILL, kind=OutflowKind.PRODUCT),
        food(90, Destination.UNKNOWN),
        food(900, Destination.UNKNOWN, kind=OutflowKind.PRODUCT),
    )
    whole = 5 + 10 + 15 + 20 + 10 + 30 + 75 + 45
    assert found["surplus_food"] == pytest.approx(whole)
    assert found["surplus_to_people_share"] == pytest.approx(5 / whole)
    assert found["surplus_to_compost_share"] == pytest.approx(10 / whole)
    assert found["surplus_to_disposal_share"] == pytest.approx(75 / whole)
    assert found["unknown_surplus_share"] == pytest.approx(45 / whole)


def test_no_surplus_has_no_shares():
    sold = food(1, Destination.UNKNOWN, kind=OutflowKind.PRODUCT)
    found = reading("food-surplus", sold)
    assert found.values["surplus_food"].value == 0.0
    assert told(found, "surplus_to_feed_share") == "There is no surplus food."


def test_surplus_without_dry_matter_is_undefined_by_name():
    found = reading("food-surplus", food(1), food(1, Destination.FEED, dry_matter=None))
    assert all("Outflows, row 2" in told(found, value) for value in found.values)


# --- all of them -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_an_inventory_that_tells_nothing_of_it_has_one_reason(name):
    found = reading(name, inflow(1), outflow(1))
    assert len({str(value.undefined) for value in found.values.values()}) == 1
    assert found.inputs == {}
    assert found.warnings == ()


@settings(max_examples=40)
@given(inventories, st.floats(0.01, 100))
def test_shares_do_not_depend_on_the_unit_of_mass(facts, scale):
    for name in NAMES:
        one = read(name, facts, READERS[name]).values
        other = read(name, _scaled(facts, scale), READERS[name]).values
        for value in (v for v in one if v.endswith(("share", "factor", "circularity"))):
            assert (one[value].value is None) is (other[value].value is None)
            if one[value].value is not None:
                assert other[value].value == pytest.approx(one[value].value, rel=1e-6, abs=1e-9)


def test_draws_of_dry_matter_go_the_way_of_numbers():
    draws = np.array([0.4, 0.5, 0.8])
    facts = inventory(inflow(100, MANAGED, **dry(0.5)), outflow(100, **dry(0.5)), subject=FARM)
    drawn = with_draws(facts, {Place("inflows", 1, "dry_matter"): draws})
    found = read_draws("biomass", drawn, READERS["biomass"]).figures
    assert found["dry_matter_input"] == pytest.approx(100 * draws)
    assert found["dry_matter_gap"] == pytest.approx(100 * draws - 50)


def _scaled(facts, scale):
    def row(one):
        mass = Quantity(one.mass.value * scale, one.mass.grade, one.mass.source)
        return replace(one, mass=mass)

    return replace(
        facts,
        inflows=tuple(map(row, facts.inflows)),
        outflows=tuple(map(row, facts.outflows)),
        food=Food(),
    )
