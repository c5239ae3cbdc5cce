"""Figures of a cluster over arrays: the mean of members, and what no member gives."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.instruments.compute import compute
from kragozor.instruments.errors import OutOfRange, ShapeMismatch
from kragozor.instruments.indicators import cluster

indices = st.lists(st.floats(0, 1), min_size=1, max_size=8)


@given(indices)
def test_mean_is_computed_as_over_arrays(members):
    found = compute("cluster", {"indices": [{"mci": one} for one in members]}).values
    mean = cluster.cluster_mean(indicators=members)
    assert found["mean_mci"] == pytest.approx(mean)
    assert min(members) - 1e-12 <= mean <= max(members) + 1e-12
    assert found["contributors"] == len(members)


@given(indices)
def test_member_at_the_mean_does_not_move_it(members):
    mean = cluster.cluster_mean(indicators=members)
    assert cluster.cluster_mean(indicators=[*members, mean]) == pytest.approx(mean)


def test_clusters_stand_one_below_the_other():
    means = cluster.cluster_mean(indicators=[[0.25, 0.75], [0.5, np.nan]])
    np.testing.assert_array_equal(means, [0.5, np.nan])


def test_no_member_has_no_mean_and_no_share():
    assert np.isnan(cluster.cluster_mean(indicators=[]))
    assert np.isnan(cluster.cluster_circularity(mass=[], circularity=[]))
    assert np.isnan(cluster.cluster_inflow_share(mass=[0.0], circular_share=[1.0]))
    assert cluster.cluster_inflow(mass=[]) == 0


def test_what_no_member_can_have_is_refused():
    with pytest.raises(OutOfRange, match=r"indicators\[1\] is 1.5; it must be a share"):
        cluster.cluster_mean(indicators=[0.5, 1.5])
    with pytest.raises(OutOfRange, match=r"mass\[0\] is −1; it must be at least 0"):
        cluster.cluster_circularity(mass=[-1.0], circularity=[0.5])
    with pytest.raises(ShapeMismatch):
        cluster.cluster_inflow_share(mass=[1.0, 1.0], circular_share=[0.5, 0.5, 0.5])
