"""The MCI's reading of rows: effective factors leave the summed flows unchanged."""

import pytest
from hypothesis import assume, given, settings

from kragozor.instruments.errors import OutOfRange
from kragozor.instruments.examples import bottle
from kragozor.instruments.inventory import Destination, Grade, Origin, OutflowKind, Pillar, Use
from kragozor.instruments.readings import READERS, read
from kragozor.instruments.readings.reading import read_value
from kragozor.words import say
from tests.inventories import inflow, inventories, inventory, known, outflow


def reading(facts):
    return read("mci", facts, READERS["mci"])


def values(facts):
    return {name: value.value for name, value in reading(facts).values.items()}


def test_bottle_in_closed_form():
    found = values(bottle())
    assert found["virgin_feedstock"] == pytest.approx(21)
    assert found["unrecoverable_waste"] == pytest.approx(18)
    assert found["feedstock_losses"] == pytest.approx(3)
    assert found["recycling_losses"] == pytest.approx(3.75)
    assert found["linear_flow_index"] == pytest.approx(42.375 / 65.625)
    assert found["mci"] == pytest.approx(1 - 0.9 * 42.375 / 65.625)


def test_rows_with_different_efficiencies_sum_their_losses():
    facts = inventory(
        inflow(4, Origin.RECYCLED_POST_CONSUMER, feedstock_recycling_efficiency=known(0.5)),
        inflow(6, Origin.RECYCLED_PRE_CONSUMER, feedstock_recycling_efficiency=known(0.75)),
        outflow(3, Destination.RECYCLE, recycling_efficiency=known(0.6)),
        outflow(7, Destination.RECYCLE, recycling_efficiency=known(0.9)),
    )
    found = values(facts)
    assert found["feedstock_losses"] == pytest.approx(4 * 0.5 / 0.5 + 6 * 0.25 / 0.75)
    assert found["recycling_losses"] == pytest.approx(3 * 0.4 + 7 * 0.1)


def test_production_waste_does_not_change_the_shares():
    plain = inventory(
        inflow(6), inflow(4, Origin.REUSED), outflow(5, Destination.REUSE), outflow(5)
    )
    wasteful = inventory(
        inflow(12),
        inflow(8, Origin.REUSED),
        outflow(5, Destination.REUSE),
        outflow(5),
        outflow(10, kind=OutflowKind.WASTE),
    )
    assert values(wasteful)["mci"] == pytest.approx(values(plain)["mci"])


def test_energy_recovery_counts_where_it_is_documented():
    """The oracle case mci2019-energy-recovery, as an inventory of two rows."""
    facts = inventory(
        inflow(1, Origin.RENEWABLE_MANAGED),
        outflow(
            1,
            Destination.ENERGY,
            heating_value=known(20),
            recovered_energy=known(8),
            biogenic_carbon_share=known(0.5),
        ),
    )
    assert values(facts)["mci"] == pytest.approx(0.64)
    assert reading(facts).values["linear_flow_index"].value == pytest.approx(0.4)


@pytest.mark.parametrize("destination", [Destination.ENERGY, Destination.INCINERATION])
def test_fossil_material_that_is_burnt_is_waste(destination):
    burnt = {"heating_value": known(40), "recovered_energy": known(30)}
    facts = inventory(inflow(1), outflow(1, destination, **burnt, biogenic_carbon_share=known(0)))
    assert values(facts)["unrecoverable_waste"] == 1
    assert values(facts)["mci"] == pytest.approx(0.1)


def test_incineration_recovers_no_energy_whatever_is_documented():
    burnt = {"heating_value": known(20), "recovered_energy": known(15)}
    row = outflow(1, Destination.INCINERATION, **burnt, biogenic_carbon_share=known(1))
    facts = inventory(inflow(1, Origin.RENEWABLE_MANAGED), row)
    assert values(facts)["energy_recovered"] == 0
    assert values(facts)["unrecoverable_waste"] == 1


def test_energy_recovery_of_several_fuels_sums_their_credits():
    burnt = {"destination": Destination.ENERGY}
    facts = inventory(
        inflow(10, Origin.RENEWABLE_MANAGED),
        outflow(
            6,
            **burnt,
            heating_value=known(20),
            recovered_energy=known(40),
            biogenic_carbon_share=known(1),
        ),
        outflow(
            4,
            **burnt,
            heating_value=known(15),
            recovered_energy=known(15),
            biogenic_carbon_share=known(0.5),
        ),
    )
    assert values(facts)["energy_recovered"] == pytest.approx((40 / 20 + 15 / 15 * 0.5) / 10)


def test_energy_recovery_without_documents_is_lost_and_said_so():
    facts = inventory(inflow(1), outflow(1, Destination.ENERGY))
    assert values(facts)["mci"] == pytest.approx(0.1)
    warnings = [say(w, "bg") for w in reading(facts).warnings]
    assert any("енергийно оползотворяване" in w and ": 1." in w for w in warnings)


def test_rows_without_mass_carry_nothing():
    rows = (inflow(4), inflow(6, Origin.REUSED), outflow(10))
    empty = (
        inflow(0, Origin.RECYCLED_PRE_CONSUMER, feedstock_recycling_efficiency=known(0.5)),
        outflow(0, Destination.RECYCLE, recycling_efficiency=known(0.5)),
    )
    assert values(inventory(*rows, *empty)) == values(inventory(*rows))
    assert values(inventory(*empty))["mci"] is None


def test_recycling_that_gives_nothing_is_refused():
    nothing = {"feedstock_recycling_efficiency": known(0)}
    facts = inventory(inflow(1, Origin.RECYCLED_PRE_CONSUMER, **nothing), outflow(1))
    with pytest.raises(OutOfRange, match="feedstock_recycling_efficiency is 0"):
        reading(facts)


def test_material_without_heat_documents_no_recovery():
    burnt = {"heating_value": known(0), "recovered_energy": known(5)}
    facts = inventory(
        inflow(1), outflow(1, Destination.ENERGY, biogenic_carbon_share=known(1), **burnt)
    )
    assert values(facts)["energy_recovered"] == 0
    assert any(w.key == "readings.energy-recovery-not-counted" for w in reading(facts).warnings)


def test_a_missing_efficiency_among_known_ones_is_taken_as_one_and_said_so():
    facts = inventory(
        inflow(5, Origin.RECYCLED_POST_CONSUMER, feedstock_recycling_efficiency=known(0.5)),
        inflow(5, Origin.RECYCLED_POST_CONSUMER),
        outflow(5, Destination.RECYCLE, recycling_efficiency=known(0.8)),
        outflow(5, Destination.RECYCLE),
    )
    found = values(facts)
    assert found["feedstock_losses"] == pytest.approx(5)
    assert found["recycling_losses"] == pytest.approx(1)
    keys = {w.key for w in reading(facts).warnings}
    assert {
        "readings.feedstock-efficiency-assumed",
        "readings.recycling-efficiency-assumed",
    } <= keys


def assumed(row_in, row_out):
    """The numbers of rows that a reading says it takes an efficiency of 1 for."""
    facts = inventory(
        inflow(4, Origin.RECYCLED_POST_CONSUMER, feedstock_recycling_efficiency=known(0.5)),
        *[inflow(2, Origin.RECYCLED_PRE_CONSUMER, **row_in)] * 3,
        outflow(4, Destination.RECYCLE, recycling_efficiency=known(0.8)),
        *[outflow(2, Destination.RECYCLE, **row_out)] * 2,
    )
    told = [w for w in reading(facts).warnings if w.key.endswith("efficiency-assumed")]
    return {w.key: w.values["rows"] for w in told}


def test_rows_without_an_efficiency_are_counted_and_none_where_all_have_one():
    given_in = {"feedstock_recycling_efficiency": known(0.9)}
    given_out = {"recycling_efficiency": known(0.9)}
    assert assumed(given_in, given_out) == {}
    assert assumed({}, {}) == {
        "readings.feedstock-efficiency-assumed": 3,
        "readings.recycling-efficiency-assumed": 2,
    }


def test_fuel_without_documents_is_counted_and_none_where_all_have_them():
    burnt = {"heating_value": known(20), "recovered_energy": known(5)}
    documented = outflow(1, Destination.ENERGY, **burnt, biogenic_carbon_share=known(1))
    bare = outflow(1, Destination.ENERGY)

    def told(*rows):
        facts = inventory(inflow(3, Origin.RENEWABLE_MANAGED), *rows)
        keys = "readings.energy-recovery-not-counted"
        return [w.values["rows"] for w in reading(facts).warnings if w.key == keys]

    assert told(documented, documented) == []
    assert told(documented, bare, bare) == [2]


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (inventory(inflow(1), outflow(1, kind=OutflowKind.WASTE)), "изделие"),
        (inventory(outflow(1)), "входящи потоци"),
    ],
    ids=["no products", "no inflows"],
)
def test_a_lack_leaves_every_value_undefined_and_assumes_nothing(facts, reason):
    found = reading(facts)
    assert all(value.value is None for value in found.values.values())
    assert all(reason in say(value.undefined, "bg") for value in found.values.values())
    assert found.inputs == {}
    assert found.warnings == ()
    assert read_value("mci", facts, READERS["mci"], "mci") is None


def test_a_share_rests_on_its_whole_too():
    found = reading(bottle())
    recycled = found.inputs["recycled_feedstock"]
    assert [place.row for place in recycled.places] == [2]
    assert [place.row for place in recycled.behind] == [2, 1, 3]
    assert found.values["virgin_feedstock"].grades == {Grade.MEASURED: 1}


def test_no_use_is_that_of_the_average_and_said_so():
    facts = inventory(inflow(1), outflow(1))
    assert values(facts)["utility"] == 1
    assert "readings.utility-assumed" in {w.key for w in reading(facts).warnings}
    used = inventory(inflow(1), outflow(1), use=Use(known(3), known(2)))
    assert "readings.utility-assumed" not in {w.key for w in reading(used).warnings}


def test_half_of_a_use_leaves_the_indicator_undefined():
    found = reading(inventory(inflow(1), outflow(1), use=Use(lifetime=known(3))))
    assert found.values["mci"].value is None
    assert found.values["linear_flow_index"].value == 1
    assert "industry average" in str(found.values["mci"].undefined)


def test_use_enters_through_lifetime_and_intensity():
    use = Use(known(6), known(4), known(10), known(20))
    facts = inventory(inflow(1), outflow(1), use=use)
    assert values(facts)["utility"] == pytest.approx(0.75)


@settings(max_examples=40)
@given(inventories)
def test_flow_index_equals_the_comprehensive_sums(facts):
    products = [row for row in facts.outflows if row.kind is OutflowKind.PRODUCT]
    assume(products)
    mass, entering = _total(products), _total(facts.inflows)
    scale = mass / entering
    virgin = scale * _total(
        r for r in facts.inflows if r.origin in (Origin.VIRGIN, Origin.RENEWABLE_UNMANAGED)
    )
    w_f = scale * sum(
        r.mass.value * (1 / _or_one(r.feedstock_recycling_efficiency) - 1)
        for r in facts.inflows
        if r.origin.is_recycled
    )
    w_c = sum(
        r.mass.value * (1 - _or_one(r.recycling_efficiency))
        for r in products
        if r.destination is Destination.RECYCLE
    )
    w_0 = sum(r.mass.value * (1 - _kept(r, facts.subject.pillar)) for r in products)
    expected = (virgin + w_0 + (w_f + w_c) / 2) / (2 * mass + (w_f - w_c) / 2)
    assert values(facts)["linear_flow_index"] == pytest.approx(expected, rel=1e-9, abs=1e-12)


@settings(max_examples=40)
@given(inventories)
def test_indicator_stays_between_zero_and_one(facts):
    mci = values(facts)["mci"]
    assert mci is None or 0 <= mci <= 1


def _total(rows):
    return sum(row.mass.value for row in rows)


def _kept(row, pillar):
    if row.destination in (Destination.COMPOST, Destination.DIGESTION_TO_SOIL):
        to_soil = row.destination is Destination.DIGESTION_TO_SOIL or pillar is not Pillar.AGRIFOOD
        return float(to_soil) if row.returned_to_soil is None else row.returned_to_soil.value
    if row.recovered_energy is not None:
        fuel = row.recovered_energy.value / row.heating_value.value
        return fuel / row.mass.value * row.biogenic_carbon_share.value
    return float(row.destination.is_circular)


def _or_one(quantity):
    return quantity.value if quantity else 1.0
