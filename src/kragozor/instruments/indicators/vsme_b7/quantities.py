"""Waste and materials: VSME, Basic Module, B7, paragraph 38."""

from __future__ import annotations

from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers, non_negative
from kragozor.instruments.indicators.sums import rest_of, share_of, sum_of, summed


def total_waste(*, hazardous_waste: ArrayLike, non_hazardous_waste: ArrayLike) -> Numbers:
    r"""All waste generated in the period.

    .. math:: m_W = m_H + m_N

    Parameters
    ----------
    hazardous_waste, non_hazardous_waste : array_like, shape (...)
        Waste by type, each :math:`\ge 0`. [kg]

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
    Source: EFRAG, VSME, B7, paragraph 38(a).

    Examples
    --------
    >>> total_waste(hazardous_waste=2.0, non_hazardous_waste=18.0)
    np.float64(20.0)
    """
    return sum_of(hazardous_waste=hazardous_waste, non_hazardous_waste=non_hazardous_waste)


def recycled_or_reused_share(
    *, recycled_or_reused_waste: ArrayLike, total_waste: ArrayLike
) -> Numbers:
    r"""Share of waste diverted to recycling or reuse.

    .. math:: s_{RR} = m_{RR} / m_W

    Parameters
    ----------
    recycled_or_reused_waste : array_like, shape (...)
        Waste diverted to recycling or reuse, :math:`0 \le m_{RR} \le m_W`. [kg]
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
    The standard asks for the weight; the share is formed of it. Source: EFRAG, VSME, B7,
    paragraph 38(b).

    Examples
    --------
    >>> recycled_or_reused_share(recycled_or_reused_waste=15.0, total_waste=20.0)
    np.float64(0.75)
    """
    return share_of(recycled_or_reused_waste=recycled_or_reused_waste, total_waste=total_waste)


def other_waste(*, total_waste: ArrayLike, recycled_or_reused_waste: ArrayLike) -> Numbers:
    r"""Waste that goes to other recovery or to disposal.

    .. math:: m_O = m_W - m_{RR}

    Parameters
    ----------
    total_waste : array_like, shape (...)
        All waste, :math:`m_W \ge 0`. [kg]
    recycled_or_reused_waste : array_like, shape (...)
        Waste diverted to recycling or reuse, :math:`0 \le m_{RR} \le m_W`. [kg]

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
    Source: EFRAG, VSME, B7, paragraph 38(a) less 38(b).

    Examples
    --------
    >>> other_waste(total_waste=20.0, recycled_or_reused_waste=15.0)
    np.float64(5.0)
    """
    return rest_of(total_waste=total_waste, recycled_or_reused_waste=recycled_or_reused_waste)


def total_material(*, material_mass: ArrayLike) -> Numbers:
    r"""All materials used in the period.

    .. math:: m_M = \sum_i m_i

    Parameters
    ----------
    material_mass : array_like, shape (..., n)
        Mass of each material, :math:`m_i \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Mass. [kg]

    Raises
    ------
    OutOfRange
        A number is negative.

    Notes
    -----
    Asked in sectors with significant material flows. Source: EFRAG, VSME, B7, paragraph 38(c).

    Examples
    --------
    >>> total_material(material_mass=[120.0, 30.0])
    np.float64(150.0)
    """
    return summed(non_negative("material_mass", material_mass))
