"""A company from its products: worked examples, closed forms, properties, refusals."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kragozor.instruments.assess import assess
from kragozor.instruments.errors import InstrumentError, OutOfRange
from kragozor.instruments.examples import bottle
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.inventory import (
    Destination,
    Energy,
    Grade,
    Kind,
    Money,
    Origin,
    OutflowKind,
    Place,
    Use,
)
from kragozor.instruments.revision import with_value
from kragozor.instruments.rollup import Factor, Member, roll_up
from kragozor.instruments.rollup.rules import adds_up, rules
from kragozor.words import LANGUAGES, say
from tests.inventories import inflow, inventory, known, outflow


def product(mass, recycled=0.0, *, revenue=None, **facts):
    """A product of so many kilograms, so much of it made of recycled material."""
    rows = [inflow(mass - recycled, grade=facts.pop("grade", Grade.MEASURED))]
    rows += [inflow(recycled, Origin.RECYCLED_POST_CONSUMER)] if recycled else []
    money = Money(None if revenue is None else known(revenue))
    return inventory(*rows, outflow(mass), money=money, **facts)


def member(name, *args, **facts):
    return Member(name, assess(product(*args, **facts)))


# MCI of a linear product at X = 1 is 0.1; half recycled, without losses, it is 1 - 0.9 * 0.75.
LINEAR, HALF = 0.1, 0.325


def test_index_is_the_mean_weighted_by_mass():
    company = roll_up([member("а", 800), member("б", 200, 100)], Factor.MASS)
    assert company["mci-company.mci"].value == pytest.approx((800 * LINEAR + 200 * HALF) / 1000)
    assert [one.share for one in company.ranges] == pytest.approx([0.8, 0.2])


def test_index_is_the_mean_weighted_by_revenue():
    members = [member("а", 800, revenue=100), member("б", 200, 100, revenue=300)]
    company = roll_up(members, Factor.REVENUE)
    assert company["mci-company.mci"].value == pytest.approx((100 * LINEAR + 300 * HALF) / 400)


def test_share_is_formed_of_sums_and_is_not_the_mean_of_shares():
    company = roll_up([member("а", 900), member("б", 100, 50)], Factor.MASS)
    assert company["iso59020.recycled_inflow_share"].value == pytest.approx(50 / 1000)
    assert company["cti.circular_inflow"].value == pytest.approx(50 / 1000)
    assert company["iso59020.linear_inflow"].value == pytest.approx(950)


def test_share_with_other_denominators_than_the_weights():
    energies = (Energy("ток", known(10), True), Energy("газ", known(90), False))
    rich = Member("а", assess(product(10, energy=energies)))
    poor = Member("б", assess(product(1000, energy=(Energy("ток", known(100), True),))))
    company = roll_up([rich, poor], Factor.MASS)
    assert company["iso59020.renewable_energy_share"].value == pytest.approx(110 / 200)


def test_amounts_that_one_product_lacks_are_not_added_up():
    with_energy = Member("а", assess(product(10, energy=(Energy("ток", known(5), True),))))
    company = roll_up([with_energy, member("б", 10)], Factor.MASS)
    value = company["iso59020.renewable_energy_share"]
    assert value.value is None
    assert value.undefined is not None
    missing = [w for w in company.reading("iso59020").warnings if w.key == "rollup.missing-in"]
    assert sorted({name for warning in missing for name in warning.values["names"]}) == ["б"]


def test_times_are_not_added_up():
    use = Use(lifetime=known(3), industry_lifetime=known(2))
    company = roll_up([member("а", 10, use=use), member("б", 10, use=use)], Factor.MASS)
    assert company["iso59020.relative_lifetime"].value is None


def test_range_left_out_is_told():
    members = [member("а", 970), member("б", 30, 30)]
    company = roll_up(members, Factor.MASS, left_out=["б"])
    assert company["mci-company.mci"].value == pytest.approx(LINEAR)
    assert company.omitted_share == pytest.approx(0.03)
    assert company["mci-company.coverage"].value == pytest.approx(0.97)
    assert company["iso59020.recycled_inflow_share"].value == 0


def test_what_was_not_measured_is_added_to_what_is_left_out():
    members = [member("а", 980), member("б", 20)]
    company = roll_up(members, Factor.MASS, left_out=["б"], unmeasured_share=0.02)
    assert company.omitted_share == pytest.approx(0.02 + 0.98 * 0.02)


def test_undefined_index_leaves_the_mean_undefined_by_name():
    hollow = Member("б", assess(inventory(outflow(10))))
    company = roll_up([member("а", 990), hollow], Factor.REVENUE, unmeasured_share=0.01)
    assert company["mci-company.mci"].undefined.key == "rollup.no-weight"
    company = roll_up(
        [member("а", 990, revenue=1), Member("б", assess(no_product(revenue=1)))], Factor.REVENUE
    )
    reason = company["mci-company.mci"].undefined
    assert reason.values["names"] == ("б",)
    assert reason.key == "rollup.undefined-in"
    assert company["mci-company.coverage"].value == 1


def no_product(revenue):
    return inventory(inflow(5), outflow(5, kind=OutflowKind.WASTE), money=Money(known(revenue)))


def test_ranges_without_any_weight_give_no_mean():
    members = [member("а", 10, revenue=0), member("б", 10, revenue=0)]
    value = roll_up(members, Factor.REVENUE)["mci-company.mci"]
    assert value.value is None
    assert value.undefined.key == "instruments.zero-denominator"


def test_grades_are_those_of_the_products_by_mass():
    members = [member("а", 300), member("б", 100, grade=Grade.PROXY)]
    grades = roll_up(members, Factor.MASS)["cti.circular_inflow"].grades
    assert grades == pytest.approx({Grade.MEASURED: 0.75, Grade.PROXY: 0.25})


def test_kinds_and_periods_that_differ_are_pointed_out():
    other = product(10, kind=Kind.SITE, period_end=dt.date(2025, 6, 30))
    company = roll_up([member("а", 10), Member("б", assess(other))], Factor.MASS)
    assert [w.key for w in company.warnings] == ["rollup.kinds-differ", "rollup.periods-differ"]


@settings(max_examples=30, deadline=None)
@given(
    parts=st.lists(st.tuples(st.floats(1, 1e4), st.floats(0, 1)), min_size=1, max_size=4),
    factor=st.floats(0.01, 100),
)
def test_company_lies_between_its_products_and_knows_no_scale(parts, factor):
    members = [member(str(n), mass, mass * share) for n, (mass, share) in enumerate(parts)]
    larger = [
        member(str(n), factor * mass, factor * mass * share)
        for n, (mass, share) in enumerate(parts)
    ]
    company, scaled = roll_up(members, Factor.MASS), roll_up(larger, Factor.MASS)
    indices = [one.index.value for one in members]
    value = company["mci-company.mci"].value
    assert min(indices) - 1e-9 <= value <= max(indices) + 1e-9
    for name in ("mci-company.mci", "cti.circularity", "iso59020.recycled_inflow_share"):
        assert scaled[name].value == pytest.approx(company[name].value, abs=1e-9)
    masses = [mass for mass, _ in parts]
    recycled = sum(mass * share for mass, share in parts)
    found = company["iso59020.recycled_inflow_share"].value
    assert found == pytest.approx(recycled / sum(masses), abs=1e-9)


def test_one_range_alone_is_its_company():
    one = member("а", 100, 40, revenue=7)
    company = roll_up([one], Factor.MASS)
    for indicator_id in ("iso59020", "cti"):
        for name, value in one.reading(indicator_id).values.items():
            if value.value is not None:
                assert company[f"{indicator_id}.{name}"].value == pytest.approx(value.value)


@pytest.mark.parametrize(
    ("facts", "key", "kind"),
    [
        ({"left_out": ["в"]}, "rollup.unknown", InstrumentError),
        ({"left_out": ["а", "б"]}, "rollup.nothing", InstrumentError),
        ({"left_out": ["б"]}, "rollup.too-much-omitted", OutOfRange),
        ({"unmeasured_share": 0.06}, "rollup.too-much-omitted", OutOfRange),
        ({"unmeasured_share": -0.1}, "instruments.out-of-range", OutOfRange),
        ({"unmeasured_share": 1.0}, "instruments.out-of-range", OutOfRange),
        ({"unmeasured_share": float("nan")}, "instruments.out-of-range", OutOfRange),
    ],
)
def test_refusals(facts, key, kind):
    with pytest.raises(kind) as refused:
        roll_up([member("а", 90), member("б", 10)], Factor.MASS, **facts)
    assert [message.key for message in refused.value.messages] == [key]
    assert all(
        say(message, language) for message in refused.value.messages for language in LANGUAGES
    )


def test_more_may_be_left_out_with_an_explanation():
    members = [member("а", 90), member("б", 10)]
    company = roll_up(members, Factor.MASS, left_out=["б"], explanation=" Проба ")
    assert (company.omitted_share, company.explanation) == (pytest.approx(0.1), "Проба")


def test_range_left_out_needs_a_weight():
    members = [member("а", 90, revenue=10), member("б", 10)]
    with pytest.raises(InstrumentError) as refused:
        roll_up(members, Factor.REVENUE, left_out=["б"])
    assert refused.value.messages[0].values["names"] == ("б",)


@pytest.mark.parametrize("members", [[], ["а", "а"]])
def test_no_range_and_the_same_name_twice_are_refused(members):
    with pytest.raises(InstrumentError):
        roll_up([member(name, 10) for name in members], Factor.MASS)


def test_every_framework_of_the_table_is_in_the_catalogue():
    for name, rule in rules().items():
        assert indicator(rule.by or name)
        assert rule.how in {"sums", "mean"}
        assert (rule.how == "mean") is bool(rule.by)


def test_shares_times_and_ratios_do_not_add_up():
    for name in rules():
        for entry in indicator(name).inputs.values():
            if entry.domain == "0..1" or entry.unit in ("", "a", "MJ/kg"):
                assert not adds_up(entry)


def test_destination_of_each_product_counts_in_the_sum():
    recycled = Member("а", assess(inventory(inflow(10), outflow(10, Destination.RECYCLE))))
    company = roll_up([recycled, member("б", 30)], Factor.MASS)
    assert company["iso59020.recycled_outflow_share"].value == pytest.approx(0.25)


def test_product_measured_by_an_older_version_is_pointed_out():
    assessment = assess(product(10))
    cti = next(one for one in assessment.readings if one.indicator == "cti")
    known_then = {name: v for name, v in cti.values.items() if name != "circularity"}
    older = replace(cti, version="3.0", values=known_then)
    readings = tuple(older if one is cti else one for one in assessment.readings)
    company = roll_up([Member("а", replace(assessment, readings=readings))], Factor.MASS)
    assert company["cti.circularity"].value == 0
    assert [w.key for w in company.reading("cti").warnings].count("rollup.older") == 1
    assert "rollup.older" not in [w.key for w in company.reading("iso59020").warnings]


def test_index_by_a_method_that_has_changed_is_not_averaged():
    """No formula of today gave that number, so none could explain the company's."""
    now = assess(bottle())
    older = tuple(
        replace(one, version="1999") if one.indicator == "mci" else one for one in now.readings
    )
    company = roll_up(
        [Member("Then", replace(now, readings=older)), Member("Now", now)], Factor.MASS
    )
    index = company["mci-company.mci"]
    assert index.value is None
    assert index.undefined.values["names"] == ("Then",)
    assert [one.index.value is None for one in company.ranges] == [True, False]
    assert company.ranges[0].index.undefined.key == "rollup.older"


def test_index_is_as_sure_as_its_products_together():
    """Of two alike, each drawn for itself, the mean varies less than either by the root of two."""
    now = assess(bottle())
    index = roll_up([Member("A", now), Member("B", now)], Factor.MASS)["mci-company.mci"]
    own = now["mci.mci"].uncertainty
    assert index.uncertainty.mean == pytest.approx(own.mean, abs=2 * own.sd / 1000**0.5)
    assert index.uncertainty.sd == pytest.approx(own.sd / 2**0.5, rel=0.1)


def test_product_that_weighs_next_to_nothing_blurs_nothing():
    now = assess(bottle())
    vague = assess(with_value(bottle(), Place("inflows", 1, "mass"), 1e-9))
    light = replace(vague, inventory=replace(vague.inventory, money=Money(known(1e-9))))
    sold = replace(now, inventory=replace(now.inventory, money=Money(known(100))))
    index = roll_up([Member("A", sold), Member("B", light)], Factor.REVENUE)["mci-company.mci"]
    assert index.uncertainty.sd == pytest.approx(now["mci.mci"].uncertainty.sd, rel=0.05)


def test_index_of_products_measured_without_draws_has_no_interval():
    exact = assess(bottle(), draws=0)
    company = roll_up([Member("A", exact), Member("B", assess(bottle()))], Factor.MASS)
    assert company["mci-company.mci"].value is not None
    assert company["mci-company.mci"].uncertainty is None
