"""An inventory's packaging: every row graded, content averaged by type, format and plant."""

import pytest

from kragozor.instruments.inventory import Packaging, PackagingType
from kragozor.instruments.readings import READERS, read
from tests.inventories import inventory, known

BOTTLE = PackagingType.BEVERAGE_BOTTLE
BOX = PackagingType.NOT_PLASTIC


def packed(*rows):
    return read("packaging", inventory(*rows), READERS["packaging"])


def row(mass=100.0, kind=BOTTLE, plant="Русе", name="бутилка", **facts):
    numbers = {key: known(value) for key, value in facts.items()}
    return Packaging(name, kind, known(mass), plant, **numbers)


def items(reading, indicator):
    return [item for item in reading.items if item.indicator == indicator]


def told(reading):
    return " ".join(warning.key for warning in reading.warnings)


def test_inventory_without_packaging_says_so():
    reading = packed()
    assert {str(value.undefined) for value in reading.values.values()} == {
        "The inventory has no packaging."
    }


def test_every_row_has_its_grade():
    reading = packed(row(recyclable_share=0.96), row(300.0, BOX, recyclable_share=0.75))
    grades = items(reading, "packaging-grade")
    assert [item.label for item in grades] == ["бутилка, Русе"] * 2
    assert [item.values["grade"].value for item in grades] == [0.96, 0.75]
    assert reading.values["grade_a_share"].value == 0.25


def test_row_without_a_share_stays_without_a_grade():
    reading = packed(row(recyclable_share=1.0), row(300.0))
    assert reading.values["ungraded_share"].value == 0.75
    assert len(items(reading, "packaging-grade")) == 1
    assert "packaging-ungraded" in told(reading)


def test_content_is_averaged_over_a_plant_and_not_across_plants():
    reading = packed(
        row(100.0, recycled_content=0.2),
        row(300.0, name="Бутилка", recycled_content=0.4),
        row(100.0, plant="Пловдив", recycled_content=0.1),
    )
    contents = items(reading, "packaging-content")
    assert [item.values["recycled_content"].value for item in contents] == pytest.approx(
        [0.35, 0.1]
    )
    assert [place.row for place in contents[0].inputs["lots"].places] == [1, 2]
    assert reading.values["met_share_2030"].value == pytest.approx(0.8)


def test_plastic_is_the_whole_of_a_plastic_packaging_unless_told():
    reading = packed(row(recycled_content=0.3))
    assert reading.values["covered_plastic"].value == 100
    assert "plastic-share-assumed" in told(reading)
    assert "plastic-share-assumed" not in told(packed(row(plastic_share=0.9)))


def test_packaging_without_plastic_part_has_no_content_and_does_not_count():
    reading = packed(row(recycled_content=0.5, plastic_share=0.0), row(100.0, recycled_content=0.3))
    assert reading.values["covered_plastic"].value == pytest.approx(100)
    assert reading.values["recycled_content"].value == pytest.approx(0.3)
    alone = packed(row(recycled_content=0.5, plastic_share=0.0))
    assert alone.values["met_share_2030"].value is None
    (item,) = items(alone, "packaging-content")
    told = str(item.values["recycled_content"].undefined)
    assert told == "The packaging has no plastic part."


def test_packaging_without_mass_carries_nothing():
    empty = row(0.0, recycled_content=0.5, recyclable_share=1.0)
    counted = row(recycled_content=0.3, recyclable_share=0.8)
    with_empty, without = packed(counted, empty), packed(counted)
    assert {name: value.value for name, value in with_empty.values.items()} == {
        name: value.value for name, value in without.values.items()
    }
    assert "no packaging" in str(packed(empty).values["total_mass"].undefined)


def test_rows_without_a_share_or_content_are_counted():
    reading = packed(row(recycled_content=0.3), row(plant="Пловдив"), row(plant="Варна"))
    told = {w.key.removeprefix("readings."): w.values.get("rows") for w in reading.warnings}
    assert told["content-undeclared"] == 2
    assert told["packaging-ungraded"] == told["plastic-share-assumed"] == 3


def test_undeclared_content_does_not_meet_a_minimum():
    reading = packed(row(recycled_content=0.9), row(plant="Пловдив"))
    assert reading.values["met_share_2030"].value == 0.5
    assert "content-undeclared" in told(reading)


def test_plastic_part_of_other_packaging_is_pointed_out():
    assert "plastic-of-other-packaging" in told(packed(row(kind=BOX, plastic_share=0.1)))
    assert "plastic-of-other-packaging" in told(packed(row(kind=BOX, plastic_share=0.05)))
    assert "plastic-of-other-packaging" not in told(packed(row(kind=BOX, plastic_share=0.04)))
    assert not items(packed(row(kind=BOX, plastic_share=0.1)), "packaging-content")
