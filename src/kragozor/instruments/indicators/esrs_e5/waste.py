"""Waste by treatment: ESRS E5, Disclosure Requirement E5-5, paragraphs 37 and 39."""

from __future__ import annotations

from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers
from kragozor.instruments.indicators.sums import rest_of, share_of, sum_of


def diverted(
    *, preparing_for_reuse: ArrayLike, recycling: ArrayLike, other_recovery: ArrayLike
) -> Numbers:
    r"""Waste diverted from disposal.

    .. math:: m_{DIV} = m_{PR} + m_{RC} + m_{OR}

    Parameters
    ----------
    preparing_for_reuse, recycling, other_recovery : array_like, shape (...)
        Waste by operation of recovery, each :math:`\ge 0`. [kg]

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
    Of hazardous waste alone as well as of all. Source: Delegated Regulation (EU) 2023/2772, ESRS
    E5, paragraph 37(b).

    Examples
    --------
    >>> diverted(preparing_for_reuse=5.0, recycling=40.0, other_recovery=15.0)
    np.float64(60.0)
    """
    return sum_of(
        preparing_for_reuse=preparing_for_reuse, recycling=recycling, other_recovery=other_recovery
    )


def disposed(*, incineration: ArrayLike, landfill: ArrayLike, other_disposal: ArrayLike) -> Numbers:
    r"""Waste directed to disposal.

    .. math:: m_{DIS} = m_{IN} + m_{LF} + m_{OD}

    Parameters
    ----------
    incineration, landfill, other_disposal : array_like, shape (...)
        Waste by operation of disposal, each :math:`\ge 0`. [kg]

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
    The standard's incineration is with or without recovery of energy. Source: Delegated
    Regulation (EU) 2023/2772, ESRS E5, paragraph 37(c), and the terms of Annex II.

    Examples
    --------
    >>> disposed(incineration=20.0, landfill=18.0, other_disposal=2.0)
    np.float64(40.0)
    """
    return sum_of(incineration=incineration, landfill=landfill, other_disposal=other_disposal)


def total_waste(*, diverted: ArrayLike, disposed: ArrayLike) -> Numbers:
    r"""All waste generated.

    .. math:: m_W = m_{DIV} + m_{DIS}

    Parameters
    ----------
    diverted, disposed : array_like, shape (...)
        Waste diverted from and directed to disposal, each :math:`\ge 0`. [kg]

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
    Source: Delegated Regulation (EU) 2023/2772, ESRS E5, paragraph 37(a).

    Examples
    --------
    >>> total_waste(diverted=60.0, disposed=40.0)
    np.float64(100.0)
    """
    return sum_of(diverted=diverted, disposed=disposed)


def non_hazardous(*, waste: ArrayLike, hazardous: ArrayLike) -> Numbers:
    r"""Waste of one treatment, or of all, that is not hazardous.

    .. math:: m_N = m - m_H

    Parameters
    ----------
    waste : array_like, shape (...)
        All waste of the treatment, :math:`m \ge 0`. [kg]
    hazardous : array_like, shape (...)
        Its hazardous part, :math:`0 \le m_H \le m`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Mass. [kg]

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
    Source: Delegated Regulation (EU) 2023/2772, ESRS E5, paragraph 37(b) and (c).

    Examples
    --------
    >>> non_hazardous(waste=40.0, hazardous=4.0)
    np.float64(36.0)
    """
    return rest_of(waste=waste, hazardous=hazardous)


def non_recycled(*, total_waste: ArrayLike, recycling: ArrayLike) -> Numbers:
    r"""Waste that is not recycled.

    .. math:: m_{NR} = m_W - m_{RC}

    Parameters
    ----------
    total_waste : array_like, shape (...)
        All waste, :math:`m_W \ge 0`. [kg]
    recycling : array_like, shape (...)
        Waste that is recycled, :math:`0 \le m_{RC} \le m_W`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Mass. [kg]

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
    Waste prepared for reuse is not recycled. Source: Delegated Regulation (EU) 2023/2772, ESRS
    E5, paragraph 37(d).

    Examples
    --------
    >>> non_recycled(total_waste=100.0, recycling=40.0)
    np.float64(60.0)
    """
    return rest_of(total_waste=total_waste, recycling=recycling)


def non_recycled_share(*, non_recycled: ArrayLike, total_waste: ArrayLike) -> Numbers:
    r"""Share of waste that is not recycled.

    .. math:: s_{NR} = m_{NR} / m_W

    Parameters
    ----------
    non_recycled : array_like, shape (...)
        Waste that is not recycled, :math:`0 \le m_{NR} \le m_W`. [kg]
    total_waste : array_like, shape (...)
        All waste, :math:`m_W \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Share; NaN where there is no waste. [-]

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
    Source: Delegated Regulation (EU) 2023/2772, ESRS E5, paragraph 37(d).

    Examples
    --------
    >>> non_recycled_share(non_recycled=60.0, total_waste=100.0)
    np.float64(0.6)
    """
    return share_of(non_recycled=non_recycled, total_waste=total_waste)
