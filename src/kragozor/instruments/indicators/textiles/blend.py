"""How mixed a blend of fibres is: the entropy of its shares of mass."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from kragozor.instruments.arithmetic import times_logarithm
from kragozor.instruments.indicators.bounds import Numbers, non_negative
from kragozor.instruments.indicators.sums import quotient, summed


def blend_entropy(*, fibre_mass: ArrayLike) -> Numbers:
    r"""Entropy of a blend: 0 for one fibre, :math:`\ln n` for *n* equal shares.

    .. math:: H = -\sum_i s_i \ln s_i, \quad s_i = m_i / \sum_i m_i

    Parameters
    ----------
    fibre_mass : array_like, shape (..., fibres)
        Mass of each fibre, :math:`m_i \ge 0`; only the shares count. [kg]

    Returns
    -------
    ndarray, shape (...)
        Entropy in natural units; NaN where there is no mass. [-]

    Raises
    ------
    OutOfRange
        A mass is negative.

    Notes
    -----
    A fibre without mass adds nothing: the limit of :math:`s \ln s` at 0 is 0. Source: C. E.
    Shannon, A Mathematical Theory of Communication, 1948.

    Examples
    --------
    >>> blend_entropy(fibre_mass=[0.5, 0.5, 0.0])
    np.float64(0.6931471805599453)
    """
    masses = np.atleast_1d(non_negative("fibre_mass", fibre_mass))
    whole = np.sum(masses, axis=-1)
    shares = quotient(masses, whole[..., np.newaxis])
    entropy = 0.0 - summed(times_logarithm(shares, shares))
    return np.where(whole > 0, entropy, np.nan)[()]


def blend_evenness(*, fibre_mass: ArrayLike) -> Numbers:
    r"""Entropy of a blend over that of equal shares of its fibres.

    .. math:: J = H / \ln n

    Parameters
    ----------
    fibre_mass : array_like, shape (..., fibres)
        Mass of each fibre, :math:`m_i \ge 0`; *n* are above 0. [kg]

    Returns
    -------
    ndarray, shape (...)
        Evenness from 0 to 1; NaN for a single fibre, which is no blend. [-]

    Raises
    ------
    OutOfRange
        A mass is negative.

    Notes
    -----
    Source: E. C. Pielou, 1966.

    Examples
    --------
    >>> blend_evenness(fibre_mass=[0.5, 0.5, 0.0])
    np.float64(1.0)
    """
    masses = np.atleast_1d(non_negative("fibre_mass", fibre_mass))
    count = np.maximum(1, np.sum(masses > 0, axis=-1))
    return quotient(blend_entropy(fibre_mass=masses), np.log(count))


def effective_fibres(*, fibre_mass: ArrayLike) -> Numbers:
    r"""Number of equal shares that are as mixed as a blend.

    .. math:: N = e^H

    Parameters
    ----------
    fibre_mass : array_like, shape (..., fibres)
        Mass of each fibre, :math:`m_i \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Effective number, from 1 to the number of fibres; NaN where there is no mass. [-]

    Raises
    ------
    OutOfRange
        A mass is negative.

    Notes
    -----
    Source: M. O. Hill, 1973, the number of order 1.

    Examples
    --------
    >>> effective_fibres(fibre_mass=[1.0, 0.0])
    np.float64(1.0)
    """
    return np.asarray(np.exp(blend_entropy(fibre_mass=fibre_mass)))[()]
