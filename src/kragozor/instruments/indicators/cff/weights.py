"""What counts in part: a burden by its weight, and shares that may not pass the whole."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers, at_most, share

# What is not given is not known; it matters only where it has a weight.
UNKNOWN = float("nan")


def weighted(weight: Numbers, burden: Numbers) -> Numbers:
    """Return the burden by its weight: 0 where it has none, be the burden known or not."""
    return np.where(weight == 0, 0.0, weight * burden)[()]


def fates(
    recycling_output_rate: ArrayLike, energy_recovery_rate: ArrayLike
) -> tuple[Numbers, Numbers]:
    """Return the shares of the material that are recycled and burnt, at most 1 together."""
    recycled = share("recycling_output_rate", recycling_output_rate)
    burnt = share("energy_recovery_rate", energy_recovery_rate)
    at_most(1.0, recycling_output_rate=recycled, energy_recovery_rate=burnt)
    return recycled, burnt
