"""Each fact alone goes from low to high; the strongest stands first."""

import pytest

from kragozor.instruments.influence import influences, interval
from kragozor.instruments.inventory import Grade, Place, Quantity
from kragozor.instruments.uncertainty.distributions import Distribution
from kragozor.instruments.uncertainty.pedigree import distribution_of
from tests.inventories import inflow, inventory, known


def mass_of(facts):
    return sum(row.mass.value for row in facts.inflows)


def test_interval_is_the_one_of_the_grade():
    quantity = known(10, Grade.ESTIMATED)
    assert interval(quantity, "mass") == distribution_of(quantity, "mass").interval()


def test_exact_number_is_its_own_interval():
    assert interval(known(0, Grade.PROXY), "mass") == (0, 0)
    assert interval(known(1, Grade.PROXY), "dry_matter") == (1, 1)


def test_interval_widens_as_knowledge_falls():
    spans = [high - low for low, high in (interval(known(1, g), "mass") for g in Grade)]
    assert spans == sorted(spans)
    assert len(set(spans)) == len(Grade)


def test_interval_of_a_negative_number_rises():
    low, high = interval(known(-10), "stock_change")
    assert low < -10 < high < 0


def test_interval_keeps_shares_in_their_domain():
    low, high = interval(known(0.99, Grade.PROXY), "recycling_efficiency")
    assert 0.95 < low < 0.99 < high < 1


def test_interval_prefers_a_declared_distribution():
    declared = Quantity(5, distribution=Distribution("uniform", {"low": 1, "high": 9}))
    assert interval(declared, "mass") == pytest.approx((1.4, 8.6))


@pytest.mark.parametrize(("name", "bounds"), [("mass", (0, 6)), ("dry_matter", (0, 1))])
def test_interval_of_a_distribution_stays_in_its_domain(name, bounds):
    wide = Quantity(0.5, distribution=Distribution("normal", {"mean": 1, "sd": 3}))
    low, high = interval(wide, name)
    assert (low, high) == pytest.approx((bounds[0], bounds[1]), abs=0.1)


def test_influences_come_strongest_first_and_in_closed_form():
    facts = inventory(inflow(10), inflow(30), inflow(20))
    places = [Place("inflows", n, "mass") for n in (1, 2, 3)]
    found = influences(facts, places, mass_of)
    assert [item.place.row for item in found] == [2, 3, 1]
    assert [item.span for item in found] == pytest.approx(
        [3 * found[2].span, 2 * found[2].span, found[2].span]
    )
    assert found[0].result_low == pytest.approx(30 + interval(known(30), "mass")[0])


def test_influences_leave_out_what_moves_nothing_and_what_is_undefined():
    facts = inventory(inflow(10))
    assert influences(facts, [Place("inflows", 1, "mass")], lambda _: 1.0) == ()
    assert influences(facts, [Place("inflows", 1, "mass")], lambda _: None) == ()


def test_influences_return_at_most_what_is_asked():
    facts = inventory(*(inflow(n) for n in range(1, 12)))
    places = [Place("inflows", n, "mass") for n in range(1, 12)]
    assert len(influences(facts, places, mass_of, most=3)) == 3
