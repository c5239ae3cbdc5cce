import pytest

from kragozor.instruments.errors import OutOfRange
from kragozor.instruments.reference import table
from kragozor.instruments.reference.raw_materials import raw_material, raw_materials
from kragozor.words import say
from tests.instruments.reference.shared import shared_table


def test_34_are_critical_and_17_strategic():
    assert len(raw_materials()) == 34
    assert len({each.strategic_item for each in raw_materials() if each.is_strategic}) == 17


def test_both_groups_of_rare_earths_hold_one_strategic_item():
    (item,) = {raw_material(f"{kind}-rare-earths").strategic_item for kind in ("heavy", "light")}
    assert "permanent magnets" in item


def test_critical_material_need_not_be_strategic():
    assert not raw_material("antimony").is_strategic
    assert raw_material("copper").is_strategic


def test_raw_material_is_named_in_the_language_of_the_reader():
    assert say(raw_material("cobalt").name, "bg") == "Кобалт"
    assert say(raw_material("cobalt").name, "en") == "Cobalt"


def test_what_is_not_critical_is_refused():
    with pytest.raises(OutOfRange, match="“gold” is not a critical raw material"):
        raw_material("gold")


def test_every_row_names_its_source():
    assert all("2024/1252" in row["source"] for row in table("critical-raw-materials"))


def test_table_agrees_with_the_one_beside_the_repository():
    rows = shared_table("critical_raw_materials")
    assert [each.name_en for each in raw_materials()] == [row["name_en"] for row in rows]
    items = [row["strategic_item"] for row in rows]
    assert [each.strategic_item for each in raw_materials()] == items
