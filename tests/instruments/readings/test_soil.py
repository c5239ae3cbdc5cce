"""Compost and digestate count as far as they go back to soil, in every framework."""

import pytest

from kragozor.instruments.inventory import Destination, Origin, Pillar
from kragozor.instruments.readings import READERS, read
from kragozor.instruments.readings.rows import outflows
from kragozor.instruments.readings.soil import soil_assumptions, soil_share
from kragozor.words import say
from tests.inventories import inflow, inventory, known, outflow

COMPOST, DIGESTION = Destination.COMPOST, Destination.DIGESTION_TO_SOIL
AGRIFOOD = Pillar.AGRIFOOD


@pytest.mark.parametrize("pillar", Pillar)
@pytest.mark.parametrize("destination", [COMPOST, DIGESTION])
def test_declared_share_counts_in_every_sector(destination, pillar):
    assert soil_share(outflow(10, destination, returned_to_soil=known(0.4)), pillar) == 0.4


@pytest.mark.parametrize("pillar", Pillar)
@pytest.mark.parametrize("destination", Destination)
def test_undeclared_counts_whole_but_for_compost_of_agrifood(destination, pillar):
    is_unproven = destination is COMPOST and pillar is AGRIFOOD
    assert soil_share(outflow(10, destination), pillar) == (0.0 if is_unproven else 1.0)


FIGURES = [
    ("mci", "unrecoverable_waste", 60.0),
    ("iso59020", "renewable_outflow_share", 0.4),
    ("cti", "circular_outflow", 0.4),
]


@pytest.mark.parametrize(("indicator", "figure", "expected"), FIGURES)
def test_every_framework_takes_the_declared_share(indicator, figure, expected):
    facts = inventory(
        inflow(100, Origin.RENEWABLE_MANAGED), outflow(100, COMPOST, returned_to_soil=known(0.4))
    )
    found = read(indicator, facts, READERS[indicator])
    assert found.values[figure].value == pytest.approx(expected)
    assert not [w for w in found.warnings if "compost" in w.key]


@pytest.mark.parametrize(("indicator", "figure"), [f[:2] for f in FIGURES])
def test_undeclared_compost_of_agrifood_counts_nothing_and_is_named(indicator, figure):
    facts = inventory(inflow(100), outflow(100, COMPOST, material="каша"), pillar=Pillar.AGRIFOOD)
    found = read(indicator, facts, READERS[indicator])
    assert found.values[figure].value == (100.0 if indicator == "mci" else 0.0)
    told = [say(w, "bg") for w in found.warnings if "compost" in w.key]
    assert len(told) == 1
    assert "Изход, ред 1 („каша“)" in told[0]
    assert "Върнато в почвата" in told[0]


def test_only_the_first_rows_are_named_and_the_rest_counted():
    rows = outflows(inventory(*[outflow(1, COMPOST)] * 8))
    (told,) = soil_assumptions(rows, AGRIFOOD)
    text = say(told, "en")
    assert "row 5" in text
    assert "row 6" not in text
    assert "3 more" in text


def test_nothing_is_told_where_no_compost_is_undeclared():
    declared = outflow(1, COMPOST, returned_to_soil=known(0))
    rows = outflows(inventory(outflow(1, DIGESTION), declared))
    assert list(soil_assumptions(rows, AGRIFOOD)) == []
