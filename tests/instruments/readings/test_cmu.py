"""The circular use rate of a company is an analogue, told as such, beside Eurostat's figures."""

import datetime as dt

import pytest
from hypothesis import given, settings

from kragozor.instruments.inventory import Origin
from kragozor.instruments.readings import READERS, read
from tests.inventories import inflow, inventories, inventory, outflow


def reading(facts):
    return read("cmu", facts, READERS["cmu"])


def test_rate_is_the_secondary_share_of_inflow():
    facts = inventory(
        inflow(60),
        inflow(10, Origin.RENEWABLE_MANAGED),
        inflow(5, Origin.REUSED),
        inflow(25, Origin.RECYCLED_POST_CONSUMER),
    )
    found = reading(facts).values
    assert found["circular_use"].value == 30
    assert found["circular_material_use_rate"].value == pytest.approx(0.3)


def test_result_is_labelled_an_analogue():
    told = [str(warning) for warning in reading(inventory(inflow(1))).warnings]
    assert len(told) == 1
    assert told[0].startswith("This is an analogue")


@pytest.mark.parametrize(
    ("year", "bulgaria", "union"), [(2020, 0.058, 0.112), (2025, 0.049, 0.118)]
)
def test_published_rates_stand_beside_it_with_their_vintage(year, bulgaria, union):
    facts = inventory(inflow(1), period_start=dt.date(year, 1, 1), period_end=dt.date(year, 12, 31))
    references = reading(facts).references
    assert [one.value for one in references] == [bulgaria, union]
    assert {one.beside for one in references} == {"circular_material_use_rate"}
    assert all("extracted in April 2025" in str(one.origin) for one in references)
    assert str(references[0].label) == f"Bulgaria, {min(year, 2023)}"


def test_without_inflows_there_is_no_rate_and_nothing_beside_it():
    found = reading(inventory(outflow(1)))
    assert "what materials are used is not known" in str(found.values["circular_use"].undefined)
    assert found.references == ()


@settings(max_examples=40)
@given(facts=inventories)
def test_rate_is_the_secondary_share_of_esrs_e5(facts):
    rate = reading(facts).values["circular_material_use_rate"].value
    share = read("esrs-e5", facts, READERS["esrs-e5"]).values["secondary_inflow_share"].value
    assert rate == (share if share is None else pytest.approx(share))
