"""Resource inflows: ISO 59020:2024, A.2."""

from __future__ import annotations

from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers, at_most, non_negative, together
from kragozor.instruments.indicators.sums import quotient, share_of


def reused_inflow_share(*, reused_inflow: ArrayLike, total_inflow: ArrayLike) -> Numbers:
    r"""Share of inflow that has been used before.

    .. math:: m_{REUI} / m_{TI}

    Parameters
    ----------
    reused_inflow : array_like, shape (...)
        Reused inflow, :math:`0 \le m_{REUI} \le m_{TI}`. [kg]
    total_inflow : array_like, shape (...)
        Total inflow, :math:`m_{TI} \ge 0`. [kg]

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
    Source: ISO 59020:2024, A.2.2, mandatory.

    Examples
    --------
    >>> reused_inflow_share(reused_inflow=10.0, total_inflow=40.0)
    np.float64(0.25)
    """
    return share_of(reused_inflow=reused_inflow, total_inflow=total_inflow)


def recycled_inflow_share(*, recycled_inflow: ArrayLike, total_inflow: ArrayLike) -> Numbers:
    r"""Share of inflow that comes from recycling.

    .. math:: m_{RECI} / m_{TI}

    Parameters
    ----------
    recycled_inflow : array_like, shape (...)
        Recycled inflow, :math:`0 \le m_{RECI} \le m_{TI}`. [kg]
    total_inflow : array_like, shape (...)
        Total inflow, :math:`m_{TI} \ge 0`. [kg]

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
    Source: ISO 59020:2024, A.2.3, mandatory.

    Examples
    --------
    >>> recycled_inflow_share(recycled_inflow=10.0, total_inflow=40.0)
    np.float64(0.25)
    """
    return share_of(recycled_inflow=recycled_inflow, total_inflow=total_inflow)


def renewable_inflow_share(*, renewable_inflow: ArrayLike, total_inflow: ArrayLike) -> Numbers:
    r"""Share of inflow that is renewable and sustainably produced.

    .. math:: m_{RENI} / m_{TI}

    Parameters
    ----------
    renewable_inflow : array_like, shape (...)
        Renewable inflow, :math:`0 \le m_{RENI} \le m_{TI}`. [kg]
    total_inflow : array_like, shape (...)
        Total inflow, :math:`m_{TI} \ge 0`. [kg]

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
    Source: ISO 59020:2024, A.2.4, mandatory.

    Examples
    --------
    >>> renewable_inflow_share(renewable_inflow=10.0, total_inflow=40.0)
    np.float64(0.25)
    """
    return share_of(renewable_inflow=renewable_inflow, total_inflow=total_inflow)


def linear_inflow_share(
    *,
    total_inflow: ArrayLike,
    reused_inflow: ArrayLike,
    recycled_inflow: ArrayLike,
    renewable_inflow: ArrayLike,
) -> Numbers:
    r"""Share of inflow that is neither reused nor recycled nor renewable.

    .. math:: s_{LI} = \frac{m_{TI} - m_{REUI} - m_{RECI} - m_{RENI}}{m_{TI}}

    Parameters
    ----------
    total_inflow : array_like, shape (...)
        Total inflow, :math:`m_{TI} \ge 0`. [kg]
    reused_inflow, recycled_inflow, renewable_inflow : array_like, shape (...)
        Circular inflows, :math:`\ge 0`, together at most the total. [kg]

    Returns
    -------
    ndarray, shape (...)
        Share; NaN where the total is zero. [-]

    Raises
    ------
    OutOfRange
        A mass is negative.
    NotBalanced
        The circular inflows add up to more than the total.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    One kilogram is classed once, so the three shares and the linear one make the whole. Source: ISO
    59020:2024, A.2, derived.

    Examples
    --------
    >>> linear_inflow_share(total_inflow=100.0, reused_inflow=10.0, recycled_inflow=25.0,
    ...                     renewable_inflow=15.0)
    np.float64(0.5)
    """
    total = non_negative("total_inflow", total_inflow)
    circular = {
        "reused_inflow": non_negative("reused_inflow", reused_inflow),
        "recycled_inflow": non_negative("recycled_inflow", recycled_inflow),
        "renewable_inflow": non_negative("renewable_inflow", renewable_inflow),
    }
    together(total_inflow=total, **circular)
    at_most(total, **circular)
    return quotient(total - sum(circular.values()), total)
