"""Recycled content of plastic packaging: Regulation (EU) 2025/40, Article 7."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from kragozor.instruments.arithmetic import compared
from kragozor.instruments.indicators.bounds import Numbers, non_negative, share, together
from kragozor.instruments.indicators.sums import quotient, summed


def plastic_mass(*, mass: ArrayLike, plastic_share: ArrayLike = 1.0) -> Numbers:
    r"""Mass of the plastic part of all lots of a format.

    .. math:: m_P = \sum_i m_i p_i

    Parameters
    ----------
    mass : array_like, shape (..., lots)
        Mass of each lot, :math:`m_i \ge 0`. [kg]
    plastic_share : array_like, shape (..., lots)
        Plastic share of its mass, :math:`0 \le p_i \le 1`. [-]

    Returns
    -------
    ndarray, shape (...)
        Mass of plastic. [kg]

    Raises
    ------
    OutOfRange
        A mass is negative, or a share is negative or above 1.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: Regulation (EU) 2025/40, Article 7(1).

    Examples
    --------
    >>> plastic_mass(mass=[100.0, 300.0], plastic_share=[1.0, 0.5])
    np.float64(250.0)
    """
    masses, shares = non_negative("mass", mass), share("plastic_share", plastic_share)
    together(mass=masses, plastic_share=shares)
    return summed(masses * shares)


def recycled_content(
    *, mass: ArrayLike, plastic_share: ArrayLike = 1.0, recycled_content: ArrayLike
) -> Numbers:
    r"""Recycled content of the plastic part, averaged over the lots of a plant and a year.

    .. math:: c = \frac{\sum_i m_i p_i c_i}{\sum_i m_i p_i}

    Parameters
    ----------
    mass : array_like, shape (..., lots)
        Mass of each lot, :math:`m_i \ge 0`. [kg]
    plastic_share : array_like, shape (..., lots)
        Plastic share of its mass, :math:`0 \le p_i \le 1`. [-]
    recycled_content : array_like, shape (..., lots)
        Recycled content of its plastic part, post-consumer, :math:`0 \le c_i \le 1`. [-]

    Returns
    -------
    ndarray, shape (...)
        Mean by mass of plastic; NaN where there is no plastic. [-]

    Raises
    ------
    OutOfRange
        A mass is negative, or a share is negative or above 1.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: Regulation (EU) 2025/40, Article 7(1) and (2).

    Examples
    --------
    >>> recycled_content(mass=[100.0, 300.0], plastic_share=[1.0, 0.5],
    ...                  recycled_content=[0.2, 0.4])
    np.float64(0.32)
    """
    masses, shares = non_negative("mass", mass), share("plastic_share", plastic_share)
    content = share("recycled_content", recycled_content)
    together(mass=masses, plastic_share=shares, recycled_content=content)
    plastic = np.broadcast_arrays(masses * shares, content)[0]
    return quotient(summed(plastic * content), summed(plastic))


def minimum_met(*, recycled_content: ArrayLike, minimum: ArrayLike) -> Numbers:
    r"""Whether a recycled content reaches its minimum.

    .. math:: [c \ge c_{min}]

    Parameters
    ----------
    recycled_content : array_like, shape (...)
        Recycled content, averaged over plant and year, :math:`0 \le c \le 1`. [-]
    minimum : array_like, shape (...)
        Minimum of its type and year, :math:`0 \le c_{min} \le 1`. [-]

    Returns
    -------
    ndarray, shape (...)
        1 where it does, 0 where it does not, NaN where either is undefined. [-]

    Raises
    ------
    OutOfRange
        A share is negative or above 1.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: Regulation (EU) 2025/40, Article 7(1) and (2).

    Examples
    --------
    >>> minimum_met(recycled_content=[0.3, 0.32], minimum=0.32).tolist()
    [0.0, 1.0]
    """
    content, least = share("recycled_content", recycled_content), share("minimum", minimum)
    together(recycled_content=content, minimum=least)
    return np.asarray(compared(">=", content, least), dtype=np.float64)[()]


def missing_recycled_plastic(
    *, plastic_mass: ArrayLike, recycled_content: ArrayLike, minimum: ArrayLike
) -> Numbers:
    r"""Recycled plastic that a format lacks to its minimum.

    .. math:: m_P \max(0, c_{min} - c)

    Parameters
    ----------
    plastic_mass : array_like, shape (...)
        Mass of the plastic part, :math:`m_P \ge 0`. [kg]
    recycled_content : array_like, shape (...)
        Recycled content, averaged over plant and year, :math:`0 \le c \le 1`. [-]
    minimum : array_like, shape (...)
        Minimum of its type and year, :math:`0 \le c_{min} \le 1`. [-]

    Returns
    -------
    ndarray, shape (...)
        Missing mass; 0 where the minimum is met. [kg]

    Raises
    ------
    OutOfRange
        A mass is negative, or a share is negative or above 1.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: Regulation (EU) 2025/40, Article 7(1) and (2), as an amount.

    Examples
    --------
    >>> missing_recycled_plastic(plastic_mass=200.0, recycled_content=0.25, minimum=0.5)
    np.float64(50.0)
    """
    mass = non_negative("plastic_mass", plastic_mass)
    content, least = share("recycled_content", recycled_content), share("minimum", minimum)
    together(plastic_mass=mass, recycled_content=content, minimum=least)
    return np.asarray(mass * np.maximum(0.0, least - content))[()]
