"""Figures over the members of a cluster or pillar, over whole arrays of clusters.

Members run along the last axis. NaN stands for undefined and makes the figure undefined.
Whether a figure may be published is another question: `kragozor.instruments.disclosure`.
"""

from kragozor.instruments.indicators.cluster.figures import (
    cluster_circularity,
    cluster_inflow,
    cluster_inflow_share,
    cluster_mean,
)

__all__ = ["cluster_circularity", "cluster_inflow", "cluster_inflow_share", "cluster_mean"]
