"""Value the Loop: what circularity earns."""

from __future__ import annotations

from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers, non_negative, share, together
from kragozor.instruments.indicators.sums import ratio_of, summed


def circular_material_productivity(*, revenue: ArrayLike, linear_inflow: ArrayLike) -> Numbers:
    r"""Revenue for each kilogram of linear inflow.

    .. math:: R / m_L

    Parameters
    ----------
    revenue : array_like, shape (...)
        Revenue, :math:`R \ge 0`. [EUR]
    linear_inflow : array_like, shape (...)
        Linear inflow, :math:`m_L \ge 0`. [kg]

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
    Source: CTI v4.0, Value the Loop, circular material productivity.

    Examples
    --------
    >>> circular_material_productivity(revenue=2_000_000.0, linear_inflow=50.0)
    np.float64(40000.0)
    """
    return ratio_of(revenue=revenue, linear_inflow=linear_inflow)


def cti_revenue(
    *, revenue: ArrayLike, circular_inflow: ArrayLike, circular_outflow: ArrayLike
) -> Numbers:
    r"""Revenue weighted by how circular the products behind it are.

    .. math:: R_{CTI} = \sum_p R_p (CI_p + CO_p)/2

    Parameters
    ----------
    revenue : array_like, shape (..., products)
        Revenue from each product group, :math:`R_p \ge 0`. [EUR]
    circular_inflow, circular_outflow : array_like, shape (..., products)
        Circular shares of each group's flows, :math:`0 \le CI_p, CO_p \le 1`. [-]

    Returns
    -------
    ndarray, shape (...)
        CTI revenue. [EUR]

    Raises
    ------
    OutOfRange
        A revenue is negative, or a share lies outside 0 to 1.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: CTI v4.0, Value the Loop, CTI revenue.

    Examples
    --------
    >>> cti_revenue(revenue=[100.0, 200.0], circular_inflow=[1.0, 0.5],
    ...             circular_outflow=[0.0, 0.5])
    np.float64(150.0)
    """
    each = non_negative("revenue", revenue)
    inflow = share("circular_inflow", circular_inflow)
    outflow = share("circular_outflow", circular_outflow)
    together(revenue=each, circular_inflow=inflow, circular_outflow=outflow)
    return summed(each * (inflow + outflow) / 2)
