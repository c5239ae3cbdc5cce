"""What a member contributes: from its organisation, else its sites, else its products."""

import pytest

from kragozor.instruments.assess import assess
from kragozor.instruments.cluster import Contribution, contribution
from kragozor.instruments.inventory import Destination, Kind, Origin
from tests.inventories import inflow, inventory, outflow


def measured(mass, recycled=0.0, *, kind=Kind.PRODUCT, destination=Destination.LANDFILL):
    rows = [inflow(mass - recycled)]
    rows += [inflow(recycled, Origin.RECYCLED_POST_CONSUMER)] if recycled else []
    return assess(inventory(*rows, outflow(mass, destination), kind=kind))


def test_products_are_rolled_up_by_mass():
    own = contribution([measured(100), measured(300, 300)])
    # MCI of a linear product is 0.1, of one that is all recycled feedstock 1 - 0.9 / 2.
    assert own.mci == pytest.approx((100 * 0.1 + 300 * 0.55) / 400)
    assert (own.inflow, own.circular_inflow) == (400, 300)
    assert (own.throughput, own.circular_throughput) == (800, 300)


def test_what_is_recovered_counts_in_the_throughput():
    own = contribution([measured(100, 40, destination=Destination.RECYCLE)])
    assert own.circular_throughput == 140


def test_widest_subject_counts_alone():
    product, site = measured(1), measured(10, kind=Kind.SITE)
    organisation = measured(100, kind=Kind.ORGANISATION)
    assert contribution([product, site, organisation]).inflow == 100
    assert contribution([product, site]).inflow == 10


def test_member_without_a_measurement_contributes_nothing():
    assert contribution([]) == Contribution()


def test_member_without_outflows_has_inflow_alone():
    own = contribution([assess(inventory(inflow(10)))])
    assert own == Contribution(mci=None, inflow=10, circular_inflow=0)


def test_member_without_inflows_has_no_flows():
    assert contribution([assess(inventory(outflow(10)))]) == Contribution()
