"""Figures of a cluster and its pillars, from what the members measured, or why there is none."""

from kragozor.instruments.cluster.contribution import Contribution, contribution
from kragozor.instruments.cluster.figures import MEASURES, Figure, figure, releases

__all__ = ["MEASURES", "Contribution", "Figure", "contribution", "figure", "releases"]
