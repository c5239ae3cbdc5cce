"""Raw facts to an inventory and back."""

import pytest
from hypothesis import given, settings

from kragozor.files.facts import facts, inventory_read, row_read
from kragozor.files.problems import FileRefused, Spot
from kragozor.instruments.inventory import (
    Grade,
    Inflow,
    Origin,
    Place,
    Quantity,
    Subject,
)
from kragozor.instruments.uncertainty.distributions import Distribution
from tests.inventories import inventories, inventory

SUBJECT = {
    "name": "Пуловер",
    "kind": "изделие",
    "pillar": "textiles",
    "period_start": "1.1.2025",
    "period_end": "31.12.2025",
}
WOOL = {"material": "вълна", "mass": "12,5", "origin": "първичен"}


def said(raw, language="bg"):
    with pytest.raises(FileRefused) as caught:
        inventory_read(raw)
    return caught.value.lines(language)


@settings(deadline=None, max_examples=40)
@given(inventories)
def test_inventory_is_read_back(whole):
    assert inventory_read(facts(whole)) == whole


def test_distribution_is_read_back():
    spread = Distribution("triangular", {"low": 10.0, "mode": 12.0, "high": 15.0})
    wool = Inflow("вълна", Quantity(12.0, Grade.PROXY, "таблица", spread), Origin.VIRGIN)
    whole = inventory(wool)
    assert inventory_read(facts(whole)) == whole


def test_row_is_read_as_a_person_typed_it():
    row, problems = row_read("inflows", {**WOOL, "critical": "не", "dry_matter": "87 %"})
    assert problems == []
    assert row == Inflow("вълна", Quantity(12.5), Origin.VIRGIN, dry_matter=Quantity(0.87))


def test_number_carries_what_stands_beside_it():
    mass = {"value": "12,5", "grade": "измерено", "source": " кантар ", "distribution": ""}
    row, _ = row_read("inflows", {**WOOL, "mass": mass})
    assert row.mass == Quantity(12.5, Grade.MEASURED, "кантар")


def test_number_with_nothing_in_it_is_not_declared():
    row, problems = row_read("inflows", {**WOOL, "dry_matter": {"value": "", "grade": None}})
    assert (row.dry_matter, problems) == (None, [])


def test_every_problem_of_a_row_is_told_with_its_place():
    raw = {
        "material": "",
        "mass": {"value": "много", "grade": "точно"},
        "origin": "Луната",
        "dry_matter": {"grade": "измерено"},
        "unit_cost": {"value": 3, "grade": "точно", "source": "\u0007", "distribution": "x"},
    }
    row, problems = row_read("inflows", raw, lambda place: Spot(cell=str(place)), 3)
    assert row is None
    assert [problem.cell for problem in problems] == [
        "inflows[3].material",
        "inflows[3].mass",
        "inflows[3].origin",
        "inflows[3].dry_matter",
        "inflows[3].unit_cost.grade",
        "inflows[3].unit_cost.source",
        "inflows[3].unit_cost.distribution",
    ]
    assert problems[0].place == Place("inflows", 3, "material")


@pytest.mark.parametrize(
    "distribution", ["равномерно 10; 12", "триъгълно 13; 14; 15", "бета 2; 5; 10; 12"]
)
def test_value_outside_its_distribution_is_refused(distribution):
    mass = {"value": 12.5, "distribution": distribution}
    _, problems = row_read("inflows", {**WOOL, "mass": mass})
    assert ["обхваща стойността" in each.text("bg") for each in problems] == [True]


def test_normal_distribution_has_no_bounds():
    mass = {"value": 12.5, "distribution": "normal 10; 0,1"}
    row, _ = row_read("inflows", {**WOOL, "mass": mass})
    assert row.mass.distribution == Distribution("normal", {"mean": 10.0, "sd": 0.1})


def test_problems_of_all_sections_are_told_together():
    raw = {
        "subject": {**SUBJECT, "name": ""},
        "inflows": [WOOL, {**WOOL, "mass": -1}],
        "water": [{"flow": "водовземане", "volume": "x"}],
    }
    assert said(raw) == [
        "Не е попълнено; очаква се текст",
        "Намерено „−1“; очаква се число, по-голямо от 0, например 12,5",
        "Намерено „x“; очаква се число, например 12,5",
    ]


def test_form_row_of_one_is_read():
    row, problems = row_read("subject", SUBJECT)
    assert problems == []
    assert isinstance(row, Subject)


def test_facts_leave_out_what_is_left_at_its_default():
    whole = inventory(Inflow("вълна", Quantity(1.0), Origin.VIRGIN))
    written = facts(whole)
    assert written["inflows"] == [
        {"material": "вълна", "mass": {"value": 1.0, "grade": "estimated"}, "origin": "virgin"}
    ]
    assert "use" not in written
    assert "water" not in written
