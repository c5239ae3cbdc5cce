"""Variants of one formula, and frameworks that follow others, are entries like any other."""

import tomllib

import pytest
from hypothesis import given, settings

from kragozor.instruments.compute import compute
from kragozor.instruments.errors import InstrumentError, OutOfRange
from kragozor.instruments.indicators.catalogue import indicator, indicator_of, indicators
from kragozor.instruments.indicators.families import successor
from kragozor.instruments.indicators.inputs import read_inputs
from kragozor.instruments.indicators.solver import Solver
from kragozor.instruments.inventory import ImpactCategory
from kragozor.words import entry, say
from tests.given_inputs import sound_inputs

# A protocol that follows CTI: it asks for other inputs, and touches no file of CTI.
PROTOCOL = """
id = "protocol"
version = "1.0"
supersedes = "cti"
framework = { bg = "Протокол", en = "Protocol" }
source = "Made up"

[inputs.circular_mass]
symbol = "m_C"
unit = "kg"
domain = ">= 0"
bg = "Кръгова маса"
en = "Circular mass"

[inputs.total_mass]
symbol = "m_T"
unit = "kg"
domain = ">= 0"
bg = "Обща маса"
en = "Total mass"

[values.circularity]
symbol = "C"
unit = ""
display = "share"
bg = "Кръговост"
en = "Circularity"
formula = "m_C / m_T"
source = "Made up, 1"
"""


@pytest.fixture
def protocol():
    return indicator_of(tomllib.loads(PROTOCOL))


def test_successor_joins_beside_the_framework_that_it_follows(protocol):
    cti = indicator("cti")
    assert successor(cti, [*indicators(), protocol]) is protocol
    assert successor(protocol, [*indicators(), protocol]) is None
    assert compute("cti", {"revenue": 8, "linear_inflow": 4}).version == "4.0"


def test_successor_is_worked_out_by_its_own_formulas(protocol):
    given = read_inputs(protocol, {"circular_mass": 3, "total_mass": 4})
    assert Solver(protocol, given).find("C").number == 0.75


def test_successor_of_a_successor_is_the_current_one(protocol):
    second = indicator_of({**tomllib.loads(PROTOCOL), "id": "protocol-2", "supersedes": "protocol"})
    assert successor(indicator("cti"), [second, protocol, *indicators()]) is second


def test_every_entry_follows_one_that_is_there():
    ids = {one.id for one in indicators()}
    assert all(one.supersedes in {"", *ids} for one in indicators())


def test_cti_says_what_is_known_of_its_successor():
    assert "Global Circularity Protocol" in say(indicator("cti").outlook, "en")
    assert "не са включени" in say(indicator("cti").outlook, "bg")


def test_footprint_has_a_variant_for_each_category():
    found = [indicator("cff"), *map(indicator, indicator("cff").variants)]
    assert len(found) == len(ImpactCategory) == 16
    assert {one.family for one in found} == {"cff"}
    for one, category in zip(found, ImpactCategory, strict=True):
        unit = one.values["total"].unit
        words = entry(f"choices.ImpactCategory.{category.value}", "en")
        assert words.startswith(say(one.framework, "en").partition(": ")[2])
        assert unit == words.partition("[")[2].rstrip("]").replace("points", "Pt")
        assert one.inputs["virgin_burden"].unit == f"{unit}/kg"
        assert one.inputs["parts"].items["substituted_heat_burden"].unit == f"{unit}/MJ"


@pytest.mark.parametrize("variant", indicator("cff").variants)
@settings(max_examples=10)
@given(inputs=sound_inputs("cff"))
def test_variant_gives_the_same_numbers_reasons_and_refusals(variant, inputs):
    other, climate = compute(variant, inputs), compute("cff", inputs)
    assert (other.values, other.undefined) == (climate.values, climate.undefined)
    assert (other.indicator, climate.indicator) == (variant, "cff")
    with pytest.raises(OutOfRange, match="disposal_burden is −1; it must be at least 0"):
        compute(variant, {"disposal_burden": -1})


def test_first_variant_may_be_named_in_full():
    assert indicator("cff-climate-change").values == indicator("cff").values


def test_variant_that_is_not_there_is_refused():
    with pytest.raises(InstrumentError, match="no indicator “cff-noise”"):
        indicator("cff-noise")
    with pytest.raises(InstrumentError, match="no indicator “mci-land-use”"):
        indicator("mci-land-use")
