"""Economic indicators: ISO 59020:2024, A.6."""

from __future__ import annotations

from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers, non_negative, real, together
from kragozor.instruments.indicators.sums import quotient, ratio_of


def material_productivity(*, revenue: ArrayLike, linear_inflow: ArrayLike) -> Numbers:
    r"""Revenue for each kilogram of linear inflow.

    .. math:: R / m_{LI}

    Parameters
    ----------
    revenue : array_like, shape (...)
        Revenue, :math:`R \ge 0`. [EUR]
    linear_inflow : array_like, shape (...)
        Linear inflow, :math:`m_{LI} \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Productivity; NaN for a fully circular inflow. [EUR/kg]

    Raises
    ------
    OutOfRange
        A number is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: ISO 59020:2024, A.6.2, optional.

    Examples
    --------
    >>> material_productivity(revenue=2_000_000.0, linear_inflow=50.0)
    np.float64(40000.0)
    """
    return ratio_of(revenue=revenue, linear_inflow=linear_inflow)


def resource_intensity_index(*, economic_growth: ArrayLike, resource_use: ArrayLike) -> Numbers:
    r"""Economic growth against total resource use.

    .. math:: G / U

    Parameters
    ----------
    economic_growth : array_like, shape (...)
        Economic growth, :math:`G`, of any sign. [-]
    resource_use : array_like, shape (...)
        Total resource use, :math:`U \ge 0`. [-]

    Returns
    -------
    ndarray, shape (...)
        Index; NaN where no resources are used. [-]

    Raises
    ------
    OutOfRange
        A number is not finite, or a resource use is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Both are given on one basis that the organisation declares, such as changes against a base year.
    Source: ISO 59020:2024, A.6.3, optional.

    Examples
    --------
    >>> resource_intensity_index(economic_growth=1.5, resource_use=0.5)
    np.float64(3.0)
    """
    growth = real("economic_growth", economic_growth)
    use = non_negative("resource_use", resource_use)
    together(economic_growth=growth, resource_use=use)
    return quotient(growth, use)
