"""Impact: what the recycled share of the inflow saves in greenhouse gases."""

from __future__ import annotations

from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers, non_negative, together
from kragozor.instruments.indicators.sums import summed


def greenhouse_gas_effect(
    *, recycled_mass: ArrayLike, virgin_emissions: ArrayLike, recycled_emissions: ArrayLike
) -> Numbers:
    r"""Greenhouse gases that recycled inflow saves against virgin inflow.

    .. math:: \sum_k m_k \left( EF_{V,k} - EF_{R,k} \right)

    Parameters
    ----------
    recycled_mass : array_like, shape (..., materials)
        Recycled inflow of each material, :math:`m_k \ge 0`. [kg]
    virgin_emissions, recycled_emissions : array_like, shape (..., materials)
        Emission factors of the virgin and the recycled material,
        :math:`EF_{V,k}, EF_{R,k} \ge 0`. [kg CO₂ eq/kg]

    Returns
    -------
    ndarray, shape (...)
        What is saved; below 0 where recycling emits more. [kg CO₂ eq]

    Raises
    ------
    OutOfRange
        A number is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: CTI v4.0, Impact of the Loop, GHG impact.

    Examples
    --------
    >>> greenhouse_gas_effect(recycled_mass=[12.0, 3.0], virgin_emissions=[2.2, 1.0],
    ...                       recycled_emissions=[0.6, 1.5]).round(2)
    np.float64(17.7)
    """
    numbers = {
        "recycled_mass": non_negative("recycled_mass", recycled_mass),
        "virgin_emissions": non_negative("virgin_emissions", virgin_emissions),
        "recycled_emissions": non_negative("recycled_emissions", recycled_emissions),
    }
    together(**numbers)
    saved = numbers["virgin_emissions"] - numbers["recycled_emissions"]
    return summed(numbers["recycled_mass"] * saved)
