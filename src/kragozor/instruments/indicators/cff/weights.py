"""What counts in part: a burden by its weight, and shares that may not pass the whole."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers, at_most, share

# What is not given is not known; it matters only where it has a weight.
UNKNOWN = float("nan")


def weighted(weight: Numbers, burden: Numbers) -> Numbers:
    """Return the burden by its weight: 0 where it has none, be the burden known or not.

    Parameters
    ----------
    weight : ndarray of float
        Share of a part of the formula. [-]
    burden : ndarray of float, broadcasts with the weight
        What the part does to the environment; NaN is not known. [impact/kg]

    Returns
    -------
    ndarray of float, or float for two numbers
        [impact/kg]

    Examples
    --------
    >>> weighted(np.array([0.0, 0.5]), np.array([np.nan, 3.0]))
    array([0. , 1.5])
    """
    return np.where(weight == 0, 0.0, weight * burden)[()]


def fates(
    recycling_output_rate: ArrayLike, energy_recovery_rate: ArrayLike
) -> tuple[Numbers, Numbers]:
    """Return the shares of the material that are recycled and burnt, at most 1 together.

    Parameters
    ----------
    recycling_output_rate : array_like
        Share :math:`R_2` that is recycled at the end. 0..1 [-]
    energy_recovery_rate : array_like, broadcasts with it
        Share :math:`R_3` that is burnt with recovery of energy. 0..1 [-]

    Returns
    -------
    tuple of two ndarrays of float
        Both, checked.

    Raises
    ------
    OutOfRange
        A share is outside 0 to 1.
    NotBalanced
        Both are more than 1 together.

    Examples
    --------
    >>> fates(0.5, [0.25, 0.5])
    (array(0.5), array([0.25, 0.5 ]))
    """
    recycled = share("recycling_output_rate", recycling_output_rate)
    burnt = share("energy_recovery_rate", energy_recovery_rate)
    at_most(1.0, recycling_output_rate=recycled, energy_recovery_rate=burnt)
    return recycled, burnt
