from collections import Counter

import pytest

from kragozor.instruments.errors import OutOfRange
from kragozor.instruments.reference import table
from kragozor.instruments.reference.packaging import (
    PackagingFamily,
    packaging_material,
    packaging_materials,
)
from kragozor.words import say
from tests.instruments.reference.shared import shared_table


def test_packaging_materials_are_counted_by_family():
    counts = Counter(each.family for each in packaging_materials())
    assert [counts[family] for family in PackagingFamily] == [7, 3, 2, 2, 2, 3, 13]
    assert len(packaging_materials(PackagingFamily.COMPOSITES)) == 13


def test_codes_are_given_once():
    assert len({each.code for each in packaging_materials()}) == 32


def test_composites_are_marked_with_c():
    for each in packaging_materials():
        is_composite = each.family is PackagingFamily.COMPOSITES
        assert each.abbreviation.startswith("C/") is is_composite


def test_packaging_becomes_a_waste_of_its_material_that_is_not_hazardous():
    for each in packaging_materials():
        assert each.waste.subchapter.code == "1501"
        assert not each.waste.is_hazardous
    assert str(packaging_material("70").waste) == "15 01 07"


def test_packaging_material_is_named_in_the_language_of_the_reader():
    assert say(packaging_material("41").name, "bg") == "Алуминий"
    assert say(packaging_material("41").name, "en") == "Aluminium"


@pytest.mark.parametrize("code", ["8", "PET", "", "99"])
def test_unknown_number_is_refused(code):
    with pytest.raises(OutOfRange, match=f"“{code}”"):
        packaging_material(code)


def test_every_row_names_its_source():
    assert all("97/129/EC" in row["source"] for row in table("packaging-codes"))


def test_table_agrees_with_the_one_beside_the_repository():
    rows = shared_table("packaging_codes")
    theirs = [(row["number"], row["abbreviation"], row["low_code"]) for row in rows]
    ours = [(each.code, each.abbreviation, each.waste_code) for each in packaging_materials()]
    assert ours == theirs
