"""Optimize the Loop: what is critical, how mass is recovered, how long it serves."""

from __future__ import annotations

from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers, non_negative, positive, together
from kragozor.instruments.indicators.sums import quotient, ratio_of, share_of


def critical_inflow_share(*, critical_inflow: ArrayLike, linear_inflow: ArrayLike) -> Numbers:
    r"""Critical raw materials against linear inflow.

    .. math:: m_C / m_L

    Parameters
    ----------
    critical_inflow : array_like, shape (...)
        Inflow of critical raw materials, :math:`m_C \ge 0`. [kg]
    linear_inflow : array_like, shape (...)
        Linear inflow, :math:`m_L \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Share; NaN for a fully circular inflow. [-]

    Raises
    ------
    OutOfRange
        A number is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: CTI v4.0, Optimize the Loop, % critical inflow.

    Examples
    --------
    >>> critical_inflow_share(critical_inflow=4.0, linear_inflow=50.0)
    np.float64(0.08)
    """
    return ratio_of(critical_inflow=critical_inflow, linear_inflow=linear_inflow)


def recovery_type_share(*, recovered_by_type: ArrayLike, recovered_mass: ArrayLike) -> Numbers:
    r"""Share of the mass recovered that is recovered in one way.

    .. math:: m_T / m_{REC}

    Parameters
    ----------
    recovered_by_type : array_like, shape (...)
        Mass recovered by reuse, refurbishment, remanufacturing, recycling or biodegradation,
        :math:`0 \le m_T \le m_{REC}`. [kg]
    recovered_mass : array_like, shape (...)
        Mass recovered in all ways, :math:`m_{REC} \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Share; NaN where the whole is zero. [-]

    Raises
    ------
    OutOfRange
        A number is negative.
    NotBalanced
        The part is larger than the whole.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: CTI v4.0, Optimize the Loop, % recovery type.

    Examples
    --------
    >>> recovery_type_share(recovered_by_type=[10.0, 30.0], recovered_mass=40.0)
    array([0.25, 0.75])
    """
    return share_of(recovered_by_type=recovered_by_type, recovered_mass=recovered_mass)


def onsite_water_circulation(*, water_used: ArrayLike, total_water_inflow: ArrayLike) -> Numbers:
    r"""How many times water goes round on site beyond its first use.

    .. math:: OC = (Q_U - Q_I)/Q_I

    Parameters
    ----------
    water_used : array_like, shape (...)
        Water used in the processes, reuse included, :math:`Q_U \ge 0`. [m³]
    total_water_inflow : array_like, shape (...)
        Water withdrawn in all, :math:`Q_I \ge 0`. [m³]

    Returns
    -------
    ndarray, shape (...)
        0 where each litre is used once; NaN where none is withdrawn. [-]

    Raises
    ------
    OutOfRange
        A volume is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: CTI v4.0, Optimize the Loop, on-site water circulation.

    Examples
    --------
    >>> onsite_water_circulation(water_used=360.0, total_water_inflow=120.0)
    np.float64(2.0)
    """
    return ratio_of(water_used=water_used, total_water_inflow=total_water_inflow) - 1


def actual_lifetime(*, product_lifetime: ArrayLike, reference_lifetime: ArrayLike) -> Numbers:
    r"""Actual lifetime of a product against that of a reference product.

    .. math:: t_P / t_R

    Parameters
    ----------
    product_lifetime : array_like, shape (...)
        Actual lifetime of the product, :math:`t_P > 0`. [a]
    reference_lifetime : array_like, shape (...)
        Actual lifetime of the reference product, :math:`t_R \ge 0`. [a]

    Returns
    -------
    ndarray, shape (...)
        Ratio; NaN where the reference is zero. [-]

    Raises
    ------
    OutOfRange
        A lifetime is zero or negative, or a reference is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: CTI v4.0, Optimize the Loop, actual lifetime.

    Examples
    --------
    >>> actual_lifetime(product_lifetime=6.0, reference_lifetime=4.0)
    np.float64(1.5)
    """
    life = positive("product_lifetime", product_lifetime)
    reference = non_negative("reference_lifetime", reference_lifetime)
    together(product_lifetime=life, reference_lifetime=reference)
    return quotient(life, reference)
