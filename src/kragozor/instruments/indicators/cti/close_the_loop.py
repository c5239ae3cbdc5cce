"""Close the Loop: how much of what flows in and out is circular."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers, non_negative, share, together
from kragozor.instruments.indicators.sums import quotient, share_of, summed


def circular_inflow(*, inflow_mass: ArrayLike, circular_share: ArrayLike) -> Numbers:
    r"""Share of inflow that is circular.

    .. math:: CI = \sum_i m_i c_i \Big/ \sum_i m_i

    Parameters
    ----------
    inflow_mass : array_like, shape (..., inflows)
        Mass of each inflow, :math:`m_i \ge 0`. [kg]
    circular_share : array_like, shape (..., inflows)
        Share that is not virgin, or renewable at a regenerating rate, :math:`0 \le c_i \le 1`.
        [-]

    Returns
    -------
    ndarray, shape (...)
        Share; NaN where there is no inflow. [-]

    Raises
    ------
    OutOfRange
        A mass is negative, or a share lies outside 0 to 1.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: CTI v4.0, Close the Loop, % circular inflow.

    Examples
    --------
    >>> circular_inflow(inflow_mass=[20.0, 30.0, 50.0], circular_share=[1.0, 1.0, 0.0])
    np.float64(0.5)
    """
    circular, total = _inflow(inflow_mass, circular_share)
    return quotient(circular, total)


def circular_outflow(
    *, outflow_mass: ArrayLike, recovery_potential: ArrayLike, actual_recovery: ArrayLike
) -> Numbers:
    r"""Share of outflow that is recovered.

    .. math:: CO = \sum_j m_j p_j a_j \Big/ \sum_j m_j

    Parameters
    ----------
    outflow_mass : array_like, shape (..., outflows)
        Mass of each outflow: products, by-products and waste, :math:`m_j \ge 0`. [kg]
    recovery_potential, actual_recovery : array_like, shape (..., outflows)
        Share that could be recovered, and share of it that is, :math:`0 \le p_j, a_j \le 1`.
        [-]

    Returns
    -------
    ndarray, shape (...)
        Share; NaN where there is no outflow. [-]

    Raises
    ------
    OutOfRange
        A mass is negative, or a share lies outside 0 to 1.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: CTI v4.0, Close the Loop, % circular outflow.

    Examples
    --------
    >>> circular_outflow(outflow_mass=[80.0, 20.0], recovery_potential=[0.5, 1.0],
    ...                  actual_recovery=[0.5, 1.0])
    np.float64(0.4)
    """
    circular, total = _outflow(outflow_mass, recovery_potential, actual_recovery)
    return quotient(circular, total)


def circularity(
    *,
    inflow_mass: ArrayLike,
    circular_share: ArrayLike,
    outflow_mass: ArrayLike,
    recovery_potential: ArrayLike,
    actual_recovery: ArrayLike,
) -> Numbers:
    r"""Share of all flows that is circular, weighted by mass.

    .. math:: C = \frac{\sum_i m_i c_i + \sum_j m_j p_j a_j}{\sum_i m_i + \sum_j m_j}

    Parameters
    ----------
    inflow_mass : array_like, shape (..., inflows)
        Mass of each inflow, :math:`m_i \ge 0`. [kg]
    circular_share : array_like, shape (..., inflows)
        Share that is not virgin, or renewable at a regenerating rate, :math:`0 \le c_i \le 1`.
        [-]
    outflow_mass : array_like, shape (..., outflows)
        Mass of each outflow: products, by-products and waste, :math:`m_j \ge 0`. [kg]
    recovery_potential, actual_recovery : array_like, shape (..., outflows)
        Share that could be recovered, and share of it that is, :math:`0 \le p_j, a_j \le 1`.
        [-]

    Returns
    -------
    ndarray, shape (...)
        Share; NaN where nothing flows. [-]

    Raises
    ------
    OutOfRange
        A mass is negative, or a share lies outside 0 to 1.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Weighted by mass: the plain mean of inflow and outflow would differ where their masses do.
    Source: CTI v4.0, Close the Loop, % material circularity.

    Examples
    --------
    >>> circularity(inflow_mass=[50.0, 50.0], circular_share=[1.0, 0.0],
    ...             outflow_mass=100.0, recovery_potential=0.5, actual_recovery=0.5)
    np.float64(0.375)
    """
    circular_in, total_in = _inflow(inflow_mass, circular_share)
    circular_out, total_out = _outflow(outflow_mass, recovery_potential, actual_recovery)
    together(inflows=total_in, outflows=total_out)
    return quotient(circular_in + circular_out, total_in + total_out)


def renewable_energy_share(*, renewable_energy: ArrayLike, total_energy: ArrayLike) -> Numbers:
    r"""Share of energy used that is renewable.

    .. math:: E_R / E_T

    Parameters
    ----------
    renewable_energy : array_like, shape (...)
        Renewable energy used, :math:`0 \le E_R \le E_T`. [MJ]
    total_energy : array_like, shape (...)
        Energy used in all, :math:`E_T \ge 0`. [MJ]

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
    Source: CTI v4.0, Close the Loop, % renewable energy.

    Examples
    --------
    >>> renewable_energy_share(renewable_energy=30.0, total_energy=120.0)
    np.float64(0.25)
    """
    return share_of(renewable_energy=renewable_energy, total_energy=total_energy)


def circular_water_inflow_share(
    *, circular_water_inflow: ArrayLike, total_water_inflow: ArrayLike
) -> Numbers:
    r"""Share of water taken in that comes from circular sources.

    .. math:: Q_{CI} / Q_I

    Parameters
    ----------
    circular_water_inflow : array_like, shape (...)
        Water from circular sources, :math:`0 \le Q_{CI} \le Q_I`. [m³]
    total_water_inflow : array_like, shape (...)
        Water withdrawn in all, :math:`Q_I \ge 0`. [m³]

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
    Source: CTI v4.0, Close the Loop, % water circularity.

    Examples
    --------
    >>> circular_water_inflow_share(circular_water_inflow=30.0, total_water_inflow=120.0)
    np.float64(0.25)
    """
    return share_of(
        circular_water_inflow=circular_water_inflow, total_water_inflow=total_water_inflow
    )


def circular_water_outflow_share(
    *, circular_water_outflow: ArrayLike, total_water_outflow: ArrayLike
) -> Numbers:
    r"""Share of water leaving that is given back for circular use.

    .. math:: Q_{CO} / Q_O

    Parameters
    ----------
    circular_water_outflow : array_like, shape (...)
        Water given back for circular use, :math:`0 \le Q_{CO} \le Q_O`. [m³]
    total_water_outflow : array_like, shape (...)
        Water leaving in all, :math:`Q_O \ge 0`. [m³]

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
    Source: CTI v4.0, Close the Loop, % water circularity.

    Examples
    --------
    >>> circular_water_outflow_share(circular_water_outflow=90.0, total_water_outflow=120.0)
    np.float64(0.75)
    """
    return share_of(
        circular_water_outflow=circular_water_outflow, total_water_outflow=total_water_outflow
    )


def water_circularity(
    *, circular_water_inflow_share: ArrayLike, circular_water_outflow_share: ArrayLike
) -> Numbers:
    r"""Mean of the circular shares of water coming in and going out.

    .. math:: WC = (WI + WO)/2

    Parameters
    ----------
    circular_water_inflow_share, circular_water_outflow_share : array_like, shape (...)
        Circular shares, :math:`0 \le WI, WO \le 1`. [-]

    Returns
    -------
    ndarray, shape (...)
        Water circularity. [-]

    Raises
    ------
    OutOfRange
        A share lies outside 0 to 1.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: CTI v4.0, Close the Loop, % water circularity.

    Examples
    --------
    >>> water_circularity(circular_water_inflow_share=0.25, circular_water_outflow_share=0.75)
    np.float64(0.5)
    """
    inflow = share("circular_water_inflow_share", circular_water_inflow_share)
    outflow = share("circular_water_outflow_share", circular_water_outflow_share)
    together(circular_water_inflow_share=inflow, circular_water_outflow_share=outflow)
    return (inflow + outflow) / 2


def _inflow(mass: ArrayLike, circular_share: ArrayLike) -> tuple[Numbers, Numbers]:
    """Return the circular and the whole mass of inflow."""
    m = non_negative("inflow_mass", mass)
    c = share("circular_share", circular_share)
    together(inflow_mass=m, circular_share=c)
    return summed(m * c), summed(np.broadcast_arrays(m, c)[0])


def _outflow(mass: ArrayLike, potential: ArrayLike, actual: ArrayLike) -> tuple[Numbers, Numbers]:
    """Return the recovered and the whole mass of outflow."""
    m = non_negative("outflow_mass", mass)
    p = share("recovery_potential", potential)
    a = share("actual_recovery", actual)
    together(outflow_mass=m, recovery_potential=p, actual_recovery=a)
    return summed(m * p * a), summed(np.broadcast_arrays(m, p, a)[0])
