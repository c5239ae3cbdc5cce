"""Resource inflows: ESRS E5, Disclosure Requirement E5-4."""

from __future__ import annotations

from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers
from kragozor.instruments.indicators.sums import share_of, sum_of


def total_inflow(*, technical_inflow: ArrayLike, biological_inflow: ArrayLike) -> Numbers:
    r"""Weight of all materials and products used.

    .. math:: m_I = m_{TEC} + m_{BIO}

    Parameters
    ----------
    technical_inflow, biological_inflow : array_like, shape (...)
        Technical and biological materials, each :math:`\ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Mass. [kg]

    Raises
    ------
    OutOfRange
        A number is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: Delegated Regulation (EU) 2023/2772, ESRS E5, paragraph 31(a).

    Examples
    --------
    >>> total_inflow(technical_inflow=700.0, biological_inflow=300.0)
    np.float64(1000.0)
    """
    return sum_of(technical_inflow=technical_inflow, biological_inflow=biological_inflow)


def sustainable_biological_share(
    *, sustainable_biological_inflow: ArrayLike, total_inflow: ArrayLike
) -> Numbers:
    r"""Share of all materials used that is biological and sustainably sourced.

    .. math:: s_{SUS} = m_{SUS} / m_I

    Parameters
    ----------
    sustainable_biological_inflow : array_like, shape (...)
        Biological materials sustainably sourced, :math:`0 \le m_{SUS} \le m_I`. [kg]
    total_inflow : array_like, shape (...)
        All materials used, :math:`m_I \ge 0`. [kg]

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
    The whole is the weight of all materials, as the application requirements have it. Source:
    Delegated Regulation (EU) 2023/2772, ESRS E5, paragraph 31(b).

    Examples
    --------
    >>> sustainable_biological_share(sustainable_biological_inflow=150.0, total_inflow=1000.0)
    np.float64(0.15)
    """
    return share_of(
        sustainable_biological_inflow=sustainable_biological_inflow, total_inflow=total_inflow
    )


def secondary_inflow(*, reused_inflow: ArrayLike, recycled_inflow: ArrayLike) -> Numbers:
    r"""Weight of reused and recycled components and materials.

    .. math:: m_{SEC} = m_{REU} + m_{REC}

    Parameters
    ----------
    reused_inflow, recycled_inflow : array_like, shape (...)
        Reused and recycled inflow, each :math:`\ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Mass. [kg]

    Raises
    ------
    OutOfRange
        A number is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    One kilogram is either reused or recycled. Source: Delegated Regulation (EU) 2023/2772,
    ESRS E5, paragraph 31(c).

    Examples
    --------
    >>> secondary_inflow(reused_inflow=50.0, recycled_inflow=200.0)
    np.float64(250.0)
    """
    return sum_of(reused_inflow=reused_inflow, recycled_inflow=recycled_inflow)


def secondary_inflow_share(*, secondary_inflow: ArrayLike, total_inflow: ArrayLike) -> Numbers:
    r"""Share of all materials used that is secondary.

    .. math:: s_{SEC} = m_{SEC} / m_I

    Parameters
    ----------
    secondary_inflow : array_like, shape (...)
        Reused and recycled inflow, :math:`0 \le m_{SEC} \le m_I`. [kg]
    total_inflow : array_like, shape (...)
        All materials used, :math:`m_I \ge 0`. [kg]

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
    Source: Delegated Regulation (EU) 2023/2772, ESRS E5, paragraph 31(c).

    Examples
    --------
    >>> secondary_inflow_share(secondary_inflow=250.0, total_inflow=1000.0)
    np.float64(0.25)
    """
    return share_of(secondary_inflow=secondary_inflow, total_inflow=total_inflow)
