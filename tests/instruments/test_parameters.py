"""The parameters of the Circular Footprint Formula: what the table holds and how it is found."""

from collections import Counter

import pytest

from kragozor.instruments.errors import InstrumentError, OutOfRange
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.parameters import (
    Name,
    Parameter,
    ParameterTable,
    Status,
    packaged_parameters,
    parameter_of,
)
from kragozor.words import say


def parameter(value, *, material="pet", name=Name.ALLOCATION_FACTOR, geography="EU", **told):
    return Parameter(material, "ПЕТ", "PET", name, value, geography, **told)


TABLE = ParameterTable(
    (
        parameter(0.5),
        parameter(0.9, name=Name.QUALITY_RATIO_IN),
        parameter(0.4, name=Name.RECYCLING_OUTPUT_RATE),
        parameter(0.3, name=Name.RECYCLING_OUTPUT_RATE, geography="BG"),
        parameter(0.0, material="*", name=Name.ENERGY_ALLOCATION_FACTOR, geography=""),
    )
)


def test_packaged_table_is_whole():
    table = packaged_parameters()
    assert len(table) == 65
    assert len({row.material for row in table} - {"*"}) == 23
    assert all(row.source and row.name_bg and row.name_en for row in table)
    assert {row.geography for row in table} == {"", "EU", "BG"}


def test_packaged_table_marks_what_nobody_has_seen_in_its_source():
    statuses = Counter(row.status for row in packaged_parameters())
    assert statuses == {Status.UNVERIFIED: 48, Status.SOURCED: 10, Status.PROXY: 7}
    assert all(
        row.status is Status.UNVERIFIED
        for row in packaged_parameters()
        if "not seen" in row.source or "from memory" in row.source
    )


@pytest.mark.parametrize(
    ("material", "name", "value", "status"),
    [
        ("cotton", Name.ALLOCATION_FACTOR, 0.8, Status.SOURCED),
        ("cotton", Name.QUALITY_RATIO_IN, 0.5, Status.SOURCED),
        ("polyester-pet-bottles", Name.QUALITY_RATIO_IN, 0.7, Status.SOURCED),
        ("polyester-pet-bottles", Name.ALLOCATION_FACTOR, 0.5, Status.SOURCED),
        ("polyester-recycled-pet", Name.QUALITY_RATIO_IN, 1.0, Status.SOURCED),
        ("synthetic-fibres-recycled-textiles", Name.ALLOCATION_FACTOR, 0.8, Status.SOURCED),
        ("synthetic-fibres-recycled-textiles", Name.QUALITY_RATIO_IN, 1.0, Status.SOURCED),
        ("glass", Name.ALLOCATION_FACTOR, 0.2, Status.UNVERIFIED),
        ("steel", Name.ALLOCATION_FACTOR, 0.2, Status.UNVERIFIED),
        ("aluminium", Name.ALLOCATION_FACTOR, 0.2, Status.UNVERIFIED),
        ("paper-board", Name.ALLOCATION_FACTOR, 0.2, Status.UNVERIFIED),
        ("pet", Name.ALLOCATION_FACTOR, 0.5, Status.UNVERIFIED),
        ("hdpe", Name.ALLOCATION_FACTOR, 0.5, Status.UNVERIFIED),
        ("ldpe-film", Name.ALLOCATION_FACTOR, 0.5, Status.UNVERIFIED),
        ("pp", Name.ALLOCATION_FACTOR, 0.5, Status.UNVERIFIED),
        ("paper-board", Name.RECYCLING_OUTPUT_RATE, 0.939, Status.PROXY),
        ("glass", Name.ENERGY_ALLOCATION_FACTOR, 0.0, Status.UNVERIFIED),
    ],
)
def test_packaged_values(material, name, value, status):
    found = packaged_parameters().lookup(material, name, "BG")
    assert (found.value, found.status) == (value, status)


@pytest.mark.parametrize(
    ("geography", "value"), [("BG", 0.3), ("EU", 0.4), ("DE", 0.4)], ids=["own", "europe", "other"]
)
def test_lookup_falls_back_to_europe(geography, value):
    assert TABLE.lookup("pet", Name.RECYCLING_OUTPUT_RATE, geography).value == value


def test_lookup_falls_back_to_all_materials_and_places():
    assert TABLE.lookup("glass", "energy_allocation_factor", "BG").material == "*"
    assert TABLE.lookup("glass", "allocation_factor", "BG") is None


def test_material_is_found_by_key_and_by_either_name():
    assert {TABLE.material(text) for text in ("pet", " PET", "пет")} == {"pet"}
    assert TABLE.material("хартия") is None


def test_doubtful_is_whatever_is_not_sourced():
    assert [status.is_doubtful for status in Status] == [False, True, True]


@pytest.mark.parametrize("name", Name)
def test_every_parameter_is_an_input_of_the_formula(name):
    assert name.symbol == indicator("cff").inputs[name.value].symbol
    assert say(name.label, "bg") != say(name.label, "en")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        (Name.ALLOCATION_FACTOR, 1.2, "pet.allocation_factor is 1.2; it must be a share"),
        (Name.QUALITY_RATIO_IN, 0.0, "pet.quality_ratio_in is 0; it must be above 0"),
        (Name.LOWER_HEATING_VALUE, -1.0, "pet.lower_heating_value is −1; it must be at least 0"),
        (Name.RECYCLED_CONTENT, float("nan"), "pet.recycled_content is nan"),
    ],
)
def test_value_outside_its_domain_is_refused(name, value, told):
    with pytest.raises(OutOfRange, match=told):
        parameter(value, name=name)


def test_two_values_of_one_thing_are_refused():
    with pytest.raises(InstrumentError, match=r"allocation_factor of “pet” is given twice.*“EU”"):
        ParameterTable((parameter(0.5), parameter(0.6)))


def test_row_of_texts_becomes_a_parameter():
    row = {"material": "pp", "parameter": "allocation_factor", "value": "0.5", "geography": "EU"}
    made = parameter_of({**row, "source": "PEF", "status": "proxy"})
    assert (made.value, made.status, made.name_en) == (0.5, Status.PROXY, "")
    with pytest.raises(ValueError, match="Factor"):
        parameter_of({**row, "parameter": "Factor", "source": "", "status": "proxy"})
