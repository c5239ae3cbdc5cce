"""An inventory goes into a workbook and comes back the same, in either language."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kragozor.files.json_format import inventory_from_json, inventory_to_json
from kragozor.files.reading import read_inventory
from kragozor.files.workbook.template import workbook_of
from kragozor.instruments.inventory import Grade, Quantity
from kragozor.instruments.uncertainty.distributions import Distribution
from tests.files.books import SWEATER
from tests.files.test_json_format import EXAMPLES, example_bytes
from tests.inventories import inventories


@settings(deadline=None, max_examples=15)
@given(inventories, st.sampled_from(["bg", "en"]))
def test_inventory_comes_back_the_same(whole, language):
    assert read_inventory(workbook_of(whole, language)) == whole


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_come_back_the_same(name):
    whole = inventory_from_json(example_bytes(name))
    assert read_inventory(workbook_of(whole)) == whole


@pytest.mark.parametrize("language", ["bg", "en"])
def test_every_number_keeps_what_stands_beside_it(language):
    spread = Distribution("triangular", {"low": 0.1, "mode": 0.25, "high": 1 / 3})
    share = Quantity(0.25, Grade.PROXY, "=таблица", spread)
    row = replace(SWEATER.outflows[0], recovery_potential=share, actual_recovery=Quantity(0.5))
    mass = replace(row.mass, distribution=Distribution("uniform", {"low": 69.5, "high": 71.0}))
    whole = replace(SWEATER, outflows=(replace(row, mass=mass), SWEATER.outflows[1]))
    assert read_inventory(workbook_of(whole, language)) == whole
    assert inventory_from_json(inventory_to_json(whole)) == whole


@pytest.mark.parametrize("language", ["bg", "en"])
@pytest.mark.parametrize(
    ("family", "parameters"),
    [
        ("normal", {"mean": 70, "cv": 0.05}),
        ("lognormal", {"median": 70, "gsd": 1.2}),
        ("beta", {"alpha": 2, "beta": 5, "low": 0, "high": 300}),
    ],
)
def test_every_family_comes_back_the_same(family, parameters, language):
    row = SWEATER.outflows[0]
    mass = replace(row.mass, distribution=Distribution(family, parameters))
    whole = replace(SWEATER, outflows=(replace(row, mass=mass), *SWEATER.outflows[1:]))
    assert read_inventory(workbook_of(whole, language)) == whole
    assert inventory_from_json(inventory_to_json(whole)) == whole
