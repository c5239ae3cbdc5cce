"""Draws of shares that, with their rest, make one whole, and never more than it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from kragozor.instruments.arithmetic import ROUNDING
from kragozor.instruments.errors import ShapeMismatch, out_of_range
from kragozor.instruments.indicators.bounds import Numbers, at_most, positive, share
from kragozor.instruments.indicators.sums import quotient
from kragozor.words import Message

# With less, nearly every draw gives the whole to one part, and numbers underflow.
_LEAST_CONCENTRATION = 0.1


class Closure(NamedTuple):
    """Draws of shares on the simplex, and the share of draws that had to be closed onto it."""

    shares: Numbers
    closed_share: float


def closed(shares: ArrayLike) -> Closure:
    r"""Shares drawn one by one, reduced in proportion where they add up to more than 1.

    .. math:: s'_{ij} = s_{ij} \min\left(1, \frac{1}{\sum_i s_{ij}}\right)

    Parameters
    ----------
    shares : array_like, shape (k, n)
        Draws of :math:`k` shares of one whole, independent of each other. [-]

    Returns
    -------
    Closure
        The draws, shape (k, n), and the share of them that was reduced.

    Raises
    ------
    OutOfRange
        A share is not within 0 to 1.

    Notes
    -----
    Draws that fit are left as they are, so the distributions stay what was declared wherever
    shares rarely pass 1 together. Where they often do, reducing lowers their means and makes
    them depend on each other: the share of reduced draws says how far to trust the declared
    distributions, and :func:`dirichlet_shares` keeps the means instead.

    Source: convention of this project; for closing a composition, Aitchison, The Statistical
    Analysis of Compositional Data (1986), section 2.

    Examples
    --------
    >>> closed([[0.5, 0.9], [0.25, 0.6]])
    Closure(shares=array([[0.5 , 0.6 ],
           [0.25, 0.4 ]]), closed_share=0.5)
    """
    drawn = np.atleast_2d(share("shares", shares))
    total = drawn.sum(axis=0)
    passes = total > 1 + ROUNDING
    reduced = drawn / np.where(passes, total, 1.0)
    return Closure(reduced, float(np.mean(passes)) if passes.size else 0.0)


def concentration(*, means: ArrayLike, sds: ArrayLike) -> float:
    r"""How closely a Dirichlet distribution keeps to its means, from the spread of its shares.

    .. math:: c = \frac{\sum_i m_i (1 - m_i)}{\sum_i \sigma_i^2} - 1

    Parameters
    ----------
    means : array_like, shape (k)
        Mean shares, :math:`0 \le m_i \le 1`. [-]
    sds : array_like, shape (k)
        Their standard deviations, :math:`\sigma_i > 0`. [-]

    Returns
    -------
    float
        Concentration, for :func:`dirichlet_shares`. [-]

    Raises
    ------
    OutOfRange
        A mean or a standard deviation is outside its domain.

    Notes
    -----
    One number stands for the spread of all shares, so that only the sum of the variances is
    that of the declared ones.

    Source: variances of Johnson, Kotz and Balakrishnan, Continuous Multivariate Distributions
    (2000), chapter 49, added up.

    Examples
    --------
    >>> round(concentration(means=[0.5, 0.25], sds=[0.1, 0.1]), 3)
    20.875
    """
    shares, spreads = share("means", means), positive("sds", sds)
    return float(np.sum(shares * (1 - shares)) / np.sum(spreads**2)) - 1


def dirichlet_shares(*, means: ArrayLike, concentration: float, units: ArrayLike) -> Numbers:
    r"""Draws of shares that keep their means and, with their rest, always make the whole.

    .. math::
        s_i = \frac{g_i}{\sum_j g_j}, \quad g_i \sim \mathrm{Gamma}(c\, m_i),
        \quad m_{k+1} = 1 - \sum_{i \le k} m_i

    Parameters
    ----------
    means : array_like, shape (k)
        Mean shares, :math:`\sum_i m_i \le 1`. [-]
    concentration : float
        How closely the draws keep to them, :math:`c \ge 0.1`. [-]
    units : array_like, shape (k + 1, n)
        Draws that are uniform between 0 and 1, one row more for the rest. [-]

    Returns
    -------
    ndarray, shape (k, n)
        Shares; the standard deviation of each is :math:`\sqrt{m_i (1 - m_i) / (c + 1)}`. [-]

    Raises
    ------
    OutOfRange
        A mean is not within 0 to 1, or the concentration is too small.
    NotBalanced
        The means add up to more than 1.
    ShapeMismatch
        There is not one row of draws for each mean and one for the rest.

    Notes
    -----
    A share that is larger in a draw leaves less for all others, so that any two are
    negatively correlated, by :math:`-\sqrt{m_i m_j / ((1 - m_i)(1 - m_j))}`.

    Source: Johnson, Kotz and Balakrishnan, Continuous Multivariate Distributions (2000),
    chapter 49.

    Examples
    --------
    >>> from kragozor.instruments.uncertainty.sampling import unit_draws
    >>> units = unit_draws(10_000, 3, seed=1)
    >>> drawn = dirichlet_shares(means=[0.5, 0.3], concentration=20, units=units)
    >>> np.round(drawn.mean(axis=1), 2)
    array([0.5, 0.3])
    """
    from scipy.special import gammaincinv

    shares = np.atleast_1d(share("means", means))
    at_most(1.0, means=np.asarray(shares.sum()))
    points = np.atleast_2d(share("units", units))
    if len(points) != len(shares) + 1:
        shapes = (f"means {shares.shape}", f"units {points.shape}")
        raise ShapeMismatch(Message("instruments.shapes-differ", {"shapes": shapes}))
    if not concentration >= _LEAST_CONCENTRATION:
        bound = Message("instruments.at-least", {"limit": _LEAST_CONCENTRATION})
        raise out_of_range("concentration", concentration, bound)
    weights = concentration * np.append(shares, max(0.0, 1 - shares.sum()))
    # The gamma distribution of a weight of 0 is 0 itself, which its quantile does not know.
    amounts = np.zeros_like(points)
    has_weight = weights > 0
    amounts[has_weight] = gammaincinv(weights[has_weight, np.newaxis], points[has_weight])
    return quotient(amounts[:-1], amounts.sum(axis=0))
