"""The cost curve: in order, with what cannot be ranked last, by catalogue and arrays alike."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kragozor.instruments.compute import compute
from kragozor.instruments.errors import InstrumentError, OutOfRange, ShapeMismatch
from kragozor.instruments.improvement.cost_curve import cost_curve

costs = st.floats(-1e6, 1e6)
flows = st.floats(0.001, 1e6)
measures = st.lists(st.tuples(costs, flows | st.just(0.0)), min_size=1, max_size=8)


def computed(rows):
    named = [{"id": str(n), "annual_cost": c, "avoided": a} for n, (c, a) in enumerate(rows)]
    return compute("cost-curve", {"measures": named})


@given(rows=measures)
def test_unit_costs_rise_and_everything_avoided_is_summed(rows):
    cost, avoided = zip(*rows, strict=True)
    curve = cost_curve(annual_cost=cost, avoided=avoided)
    ranked = curve.unit_cost[~np.isnan(curve.unit_cost)]
    assert (np.diff(ranked) >= 0).all()
    assert np.isnan(curve.unit_cost[len(ranked) :]).all()
    assert sorted(curve.order) == list(range(len(rows)))
    assert curve.cumulative[-1] == pytest.approx(sum(avoided))


@given(rows=measures)
def test_catalogue_and_arrays_give_the_same(rows):
    cost, avoided = zip(*rows, strict=True)
    curve = cost_curve(annual_cost=cost, avoided=avoided)
    values = computed(rows).values
    assert values["order"] == tuple(map(str, curve.order))
    unit_cost = [np.nan if cost is None else cost for cost in values["unit_cost"]]
    np.testing.assert_allclose(unit_cost, curve.unit_cost)
    np.testing.assert_allclose(values["cumulative"], curve.cumulative)


@given(rows=measures, chance=st.randoms(use_true_random=False))
def test_order_given_does_not_matter_where_no_costs_are_equal(rows, chance):
    units = [cost / avoided for cost, avoided in rows if avoided]
    assume(len(set(units)) == len(rows))
    turned = list(rows)
    chance.shuffle(turned)
    one, other = (
        cost_curve(annual_cost=[c for c, _ in each], avoided=[a for _, a in each])
        for each in (rows, turned)
    )
    np.testing.assert_array_equal(one.unit_cost, other.unit_cost)
    np.testing.assert_allclose(one.cumulative, other.cumulative)
    assert [rows[n] for n in one.order] == [turned[n] for n in other.order]


def test_equal_costs_keep_the_order_given():
    curve = cost_curve(annual_cost=[4, 2, 8], avoided=[2, 1, 4])
    assert list(curve.order) == [0, 1, 2]


def test_curves_of_many_draws_are_each_ordered():
    curve = cost_curve(annual_cost=[[1, 2], [2, 1]], avoided=1)
    assert curve.order.tolist() == [[0, 1], [1, 0]]
    assert curve.cumulative.tolist() == [[1, 2], [1, 2]]


def test_measure_that_avoids_nothing_is_last_with_a_reason():
    curve = computed([(100, 0), (500, 1)])
    assert curve.values["order"] == ("1", "0")
    assert curve.values["unit_cost"] == (500.0, None)
    assert "avoids no linear flow" in str(curve.undefined["unit_cost[1]"])


@pytest.mark.parametrize(("cost", "cautions"), [(-1, 1), (0, 0), (1, 0)])
def test_saving_measures_bring_a_caution(cost, cautions):
    warnings = computed([(cost, 1), (5, 1)]).warnings
    assert ["ranks them wrongly" in str(text) for text in warnings] == [True] * cautions


def test_negative_flow_and_ragged_shapes_are_refused():
    with pytest.raises(OutOfRange, match=r"avoided\[1\] is −1; it must be at least 0"):
        cost_curve(annual_cost=[1, 1], avoided=[1, -1])
    with pytest.raises(ShapeMismatch):
        cost_curve(annual_cost=[1, 1], avoided=[1, 1, 1])
    with pytest.raises(InstrumentError, match=r"measures\[0\].avoided is −1"):
        computed([(1, -1)])
