"""An inventory's fibres: grouped by name, by the loop they come from and go to."""

import pytest

from kragozor.instruments.inventory import (
    Destination,
    Inflow,
    Loop,
    Origin,
    Outflow,
    OutflowKind,
    Use,
)
from kragozor.instruments.readings import READERS, read
from tests.inventories import inventory, known


def fibre(name, mass, origin=Origin.VIRGIN, **facts):
    return Inflow(name, known(mass), origin, fibre=name, **facts)


def read_textiles(*rows, **facts):
    return read("textiles", inventory(*rows, **facts), READERS["textiles"])


def left(mass, destination=Destination.RECYCLE, kind=OutflowKind.PRODUCT, **facts):
    return Outflow(kind, "тениска", known(mass), destination, **facts)


def test_inventory_without_fibres_says_so():
    reading = read_textiles(Inflow("боя", known(1.0), Origin.VIRGIN))
    assert {str(value.undefined) for value in reading.values.values()} == {
        "No inflow declares its fibre."
    }


def test_rows_of_one_fibre_are_one_fibre_and_dyes_are_none():
    dye = Inflow("боя", known(5.0), Origin.VIRGIN)
    reading = read_textiles(fibre("5", 1.0), fibre("5", 1.0), fibre("35", 2.0), dye)
    assert reading.values["fibre_count"].value == 2
    assert reading.values["blend_evenness"].value == pytest.approx(1)
    assert reading.values["fibre_mass"].value == 4


def test_loops_are_told_apart_and_what_is_not_declared_is_named():
    recycled = Origin.RECYCLED_POST_CONSUMER
    reading = read_textiles(
        fibre("5", 4.0, preferred=True),
        fibre("5", 1.0, recycled, recycled_from=Loop.SAME_PRODUCT),
        fibre("35", 2.0, recycled, recycled_from=Loop.OTHER_SECTOR),
        fibre("5", 1.0, recycled),
    )
    values = {name: value.value for name, value in reading.values.items()}
    assert values["preferred_share"] == 0.5
    assert values["recycled_share"] == 0.5
    assert values["fibre_to_fibre_share"] == 0.125
    assert values["closed_loop_inflow"] == pytest.approx(1 / 3)
    assert values["open_loop_inflow"] == pytest.approx(2 / 3)
    assert next(w.key for w in reading.warnings) == "readings.loop-in-unknown"


def test_products_and_what_is_sent_to_recycling():
    reading = read_textiles(
        fibre("5", 10.0),
        left(3.0, mono_material=True, recycled_to=Loop.SAME_PRODUCT),
        left(1.0, Destination.LANDFILL),
        left(1.0, kind=OutflowKind.WASTE, recycled_to=Loop.OTHER_SECTOR),
        use=Use(lifetime=known(3.0), use_intensity=known(20.0)),
    )
    values = {name: value.value for name, value in reading.values.items()}
    assert values["mono_material_share"] == 0.75
    assert values["recycled_outflow"] == 4
    assert values["closed_loop_outflow"] == 0.75
    assert values["wears"] == 60
