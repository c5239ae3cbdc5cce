"""ISO 59020 and CTI over arrays: closed forms, properties and refusals."""

import inspect

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.instruments.errors import NotBalanced, OutOfRange, ShapeMismatch
from kragozor.instruments.indicators import cti, esrs_e5, iso59020, vsme_b7

masses = st.lists(st.floats(0, 1e6), min_size=1, max_size=6)
shares = st.floats(0, 1)

SHARES = [
    iso59020.reused_inflow_share,
    iso59020.recycled_inflow_share,
    iso59020.renewable_inflow_share,
    iso59020.reused_outflow_share,
    iso59020.recycled_outflow_share,
    iso59020.renewable_outflow_share,
    iso59020.circular_water_inflow_share,
    cti.recovery_type_share,
    cti.renewable_energy_share,
    cti.circular_water_inflow_share,
    cti.circular_water_outflow_share,
    esrs_e5.sustainable_biological_share,
    esrs_e5.secondary_inflow_share,
    esrs_e5.recyclable_share,
    esrs_e5.non_recycled_share,
    vsme_b7.recycled_or_reused_share,
]
RATIOS = [
    iso59020.circular_water_outflow_share,
    iso59020.onsite_water_reuse_ratio,
    iso59020.material_productivity,
    iso59020.relative_lifetime,
    iso59020.resource_intensity_index,
    cti.critical_inflow_share,
    cti.circular_material_productivity,
    cti.actual_lifetime,
    cti.onsite_water_circulation,
    esrs_e5.relative_durability,
]


def name_of(function):
    return f"{function.__module__.split('.')[-2]}-{function.__name__}"


def call(function, above, below):
    first, second = inspect.signature(function).parameters
    return function(**{first: above, second: below})


each_share = pytest.mark.parametrize("function", SHARES, ids=name_of)
each_ratio = pytest.mark.parametrize("function", [*SHARES, *RATIOS], ids=name_of)


@each_share
@given(part=shares, whole=st.floats(1e-3, 1e9))
def test_share_of_a_whole_lies_between_0_and_1(function, part, whole):
    assert 0 <= call(function, part * whole, whole) <= 1 + 1e-12


@each_share
def test_part_beyond_its_whole_is_refused(function):
    first = next(iter(inspect.signature(function).parameters))
    with pytest.raises(NotBalanced, match=rf"{first}\[1\] is 3; it must be at most 2"):
        call(function, [1.0, 3.0], [2.0, 2.0])


@each_ratio
@given(scale=st.floats(1e-3, 1e3))
def test_ratio_does_not_depend_on_the_unit(function, scale):
    assert call(function, scale, 3 * scale) == pytest.approx(call(function, 1.0, 3.0))


@each_ratio
def test_zero_below_is_undefined(function):
    lowest = 0.0 if function in SHARES else 1.0
    np.testing.assert_array_equal(
        np.isnan(call(function, [lowest, 1.0], [0.0, 2.0])), [True, False]
    )


@each_ratio
def test_negative_numbers_are_refused(function):
    second = list(inspect.signature(function).parameters)[1]
    with pytest.raises(OutOfRange, match=f"{second} is −1"):
        call(function, 1.0, -1.0)


@each_ratio
def test_shapes_must_fit_together(function):
    with pytest.raises(ShapeMismatch, match=r"\(2,\), \w+ \(3,\)"):
        call(function, [1.0, 1.0], [2.0, 2.0, 2.0])


@pytest.mark.parametrize("function", [iso59020.relative_lifetime, cti.actual_lifetime], ids=name_of)
def test_lifetime_of_zero_is_refused(function):
    with pytest.raises(OutOfRange, match="product_lifetime is 0; it must be above 0"):
        call(function, 0.0, 1.0)


def test_growth_may_be_negative_but_not_endless():
    assert iso59020.resource_intensity_index(economic_growth=-1.0, resource_use=2.0) == -0.5
    with pytest.raises(OutOfRange, match="economic_growth is inf; it must be a finite number"):
        iso59020.resource_intensity_index(economic_growth=np.inf, resource_use=2.0)


@pytest.mark.parametrize("side", ["inflow", "outflow"])
@given(parts=st.lists(st.floats(0, 100), min_size=4, max_size=4))
def test_shares_of_a_flow_make_the_whole(side, parts):
    total = sum(parts)
    kinds = dict(zip(("reused", "recycled", "renewable"), parts[:3], strict=True))
    flows = {f"{kind}_{side}": mass for kind, mass in kinds.items()}
    whole = {f"total_{side}": total}
    linear = getattr(iso59020, f"linear_{side}_share")(**flows, **whole)
    each = [getattr(iso59020, f"{n}_share")(**{n: mass}, **whole) for n, mass in flows.items()]
    assert np.isnan(linear) if total == 0 else linear + sum(each) == pytest.approx(1)


@pytest.mark.parametrize("side", ["inflow", "outflow"])
def test_kilogram_classed_twice_is_refused(side):
    flows = {f"{kind}_{side}": 40.0 for kind in ("reused", "recycled", "renewable")}
    with pytest.raises(NotBalanced, match="add up to 120; they must be at most 100"):
        getattr(iso59020, f"linear_{side}_share")(**flows, **{f"total_{side}": 100.0})


def test_net_energy_that_is_not_positive_is_undefined():
    kept = iso59020.renewable_energy_share(
        renewable_energy_in=30.0,
        total_energy_in=100.0,
        renewable_energy_out=20.0,
        total_energy_out=[80.0, 100.0, 120.0],
    )
    np.testing.assert_allclose(kept, [0.5, np.nan, np.nan])


@pytest.mark.parametrize("side", ["in", "out"])
def test_renewable_energy_beyond_all_energy_is_refused(side):
    energy = {"renewable_energy_in": 1.0, "total_energy_in": 2.0}
    energy |= {f"renewable_energy_{side}": 5.0, f"total_energy_{side}": 3.0}
    with pytest.raises(NotBalanced, match=f"renewable_energy_{side} is 5; .* at most 3"):
        iso59020.renewable_energy_share(**energy)


@given(masses, masses, shares, shares, shares)
def test_circularity_lies_between_inflow_and_outflow(into, out, circular, potential, actual):
    inflow = {"inflow_mass": into, "circular_share": circular}
    outflow = {
        "outflow_mass": out,
        "recovery_potential": potential,
        "actual_recovery": actual,
    }
    bounds = [cti.circular_inflow(**inflow), cti.circular_outflow(**outflow)]
    whole = cti.circularity(**inflow, **outflow)
    known = [bound for bound in bounds if not np.isnan(bound)]
    assert np.isnan(whole) == (not known)
    assert not known or min(known) - 1e-9 <= whole <= max(known) + 1e-9


def test_circularity_is_weighted_by_mass():
    whole = cti.circularity(
        inflow_mass=[10.0],
        circular_share=[1.0],
        outflow_mass=[30.0],
        recovery_potential=[0.5],
        actual_recovery=[0.4],
    )
    assert whole == pytest.approx((10 + 6) / 40)


def test_many_companies_at_once():
    shares = cti.circular_inflow(
        inflow_mass=[[20.0, 30.0, 50.0], [1.0, 1.0, 2.0]], circular_share=[1.0, 1.0, 0.0]
    )
    np.testing.assert_allclose(shares, [0.5, 0.5])


def test_companies_of_inflows_and_outflows_must_be_as_many():
    with pytest.raises(ShapeMismatch, match=r"inflows \(2,\), outflows \(3,\)"):
        cti.circularity(
            inflow_mass=np.ones((2, 4)),
            circular_share=0.5,
            outflow_mass=np.ones((3, 4)),
            recovery_potential=0.5,
            actual_recovery=0.5,
        )


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ({"revenue": [-1.0]}, r"revenue\[0\] is −1"),
        ({"circular_inflow": [1.2]}, r"circular_inflow\[0\] is 1.2"),
        ({"circular_outflow": [-0.2]}, r"circular_outflow\[0\] is −0.2"),
    ],
)
def test_cti_revenue_refuses(numbers, told):
    sound = {"revenue": [1.0], "circular_inflow": [0.5], "circular_outflow": [0.5]}
    with pytest.raises(OutOfRange, match=told):
        cti.cti_revenue(**(sound | numbers))


@given(shares, shares)
def test_water_circularity_is_the_mean(inflow, outflow):
    water = {"circular_water_inflow_share": inflow, "circular_water_outflow_share": outflow}
    assert cti.water_circularity(**water) == pytest.approx(np.mean([inflow, outflow]))


def test_water_circularity_refuses_what_is_no_share():
    with pytest.raises(OutOfRange, match="circular_water_outflow_share is 2"):
        cti.water_circularity(circular_water_inflow_share=0.5, circular_water_outflow_share=2)
