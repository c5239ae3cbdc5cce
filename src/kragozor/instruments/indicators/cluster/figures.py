"""Means, sums and shares over members."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers, non_negative, share, together
from kragozor.instruments.indicators.sums import quotient, summed


def cluster_mean(*, indicators: ArrayLike) -> Numbers:
    r"""Mean Material Circularity Indicator of members, each counting once.

    .. math:: MCI_{cl} = \frac{1}{N} \sum_m MCI_m

    Parameters
    ----------
    indicators : array_like, shape (..., members)
        Indicator of each of the :math:`N` members, :math:`0 \le MCI_m \le 1`. [-]

    Returns
    -------
    ndarray, shape (...)
        NaN where there is no member. [-]

    Raises
    ------
    OutOfRange
        An indicator lies outside 0 to 1.

    Notes
    -----
    Small members count as much as large ones. Source: arithmetic mean.

    Examples
    --------
    >>> cluster_mean(indicators=[0.25, 0.75])
    np.float64(0.5)
    """
    mci = np.atleast_1d(share("indicators", indicators))
    return quotient(summed(mci), mci.shape[-1])


def cluster_circularity(*, mass: ArrayLike, circularity: ArrayLike) -> Numbers:
    r"""Circularity of all members' flows together, each weighing by its mass.

    .. math:: c_{cl} = \frac{\sum_m m_m c_m}{\sum_m m_m}

    Parameters
    ----------
    mass : array_like, shape (..., members)
        Mass in and out of each member, :math:`m_m \ge 0`. [kg]
    circularity : array_like, shape (..., members)
        Circularity of each member's flows, :math:`0 \le c_m \le 1`. [-]

    Returns
    -------
    ndarray, shape (...)
        NaN where there is no mass. [-]

    Raises
    ------
    OutOfRange
        A mass is negative, or a circularity lies outside 0 to 1.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: WBCSD, CTI v4.0, % circularity, with the members' flows as those of one subject.

    Examples
    --------
    >>> cluster_circularity(mass=[900.0, 100.0], circularity=[0.0, 1.0])
    np.float64(0.1)
    """
    return _weighted("mass", mass, "circularity", circularity)


def cluster_inflow(*, mass: ArrayLike) -> Numbers:
    r"""Inflow of all members together.

    .. math:: i_{cl} = \sum_m i_m

    Parameters
    ----------
    mass : array_like, shape (..., members)
        Inflow of each member, :math:`i_m \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        [kg]

    Raises
    ------
    OutOfRange
        A mass is negative.

    Notes
    -----
    What one member sells to another counts in both. Source: sum over members.

    Examples
    --------
    >>> cluster_inflow(mass=[900.0, 100.0])
    np.float64(1000.0)
    """
    return summed(non_negative("mass", mass))


def cluster_inflow_share(*, mass: ArrayLike, circular_share: ArrayLike) -> Numbers:
    r"""Circular share of all members' inflow together.

    .. math:: s_{cl} = \frac{\sum_m i_m s_m}{\sum_m i_m}

    Parameters
    ----------
    mass : array_like, shape (..., members)
        Inflow of each member, :math:`i_m \ge 0`. [kg]
    circular_share : array_like, shape (..., members)
        Circular share of it, :math:`0 \le s_m \le 1`. [-]

    Returns
    -------
    ndarray, shape (...)
        NaN where nothing flows in. [-]

    Raises
    ------
    OutOfRange
        A mass is negative, or a share lies outside 0 to 1.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: WBCSD, CTI v4.0, % circular inflow, with the members' inflows as those of one subject.

    Examples
    --------
    >>> cluster_inflow_share(mass=[900.0, 100.0], circular_share=[0.5, 1.0])
    np.float64(0.55)
    """
    return _weighted("mass", mass, "circular_share", circular_share)


def _weighted(weight: str, weights: ArrayLike, name: str, values: ArrayLike) -> Numbers:
    w, x = non_negative(weight, weights), share(name, values)
    together(**{weight: w, name: x})
    w, x = np.broadcast_arrays(w, x)
    return quotient(summed(w * x), summed(w))
