"""What draws of a result say, and how many of its digits they support."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import real


@dataclass(frozen=True)
class Summary:
    """Draws of one result in a few numbers, all None where no draw is defined.

    Attributes
    ----------
    mean, sd : float or None
        Mean and standard deviation of the draws that are defined.
    p05, p50, p95 : float or None
        The values below which 5, 50 and 95 % of them lie.
    undefined_share : float
        Share of the draws in which the result is undefined. [-]
    error : float or None
        Standard error of the mean that is due to drawing only so often.
    """

    mean: float | None
    sd: float | None
    p05: float | None
    p50: float | None
    p95: float | None
    undefined_share: float
    error: float | None


def summarise(draws: ArrayLike) -> Summary:
    r"""Mean, spread and percentiles of the draws of one result.

    .. math:: s^2 = \frac{1}{n-1} \sum_j (x_j - \bar{x})^2, \quad e = s / \sqrt{n}

    Parameters
    ----------
    draws : array_like, shape (n)
        The result in each draw, NaN where it is undefined.

    Returns
    -------
    Summary

    Raises
    ------
    OutOfRange
        A draw is infinite.

    Notes
    -----
    Draws in which the result is undefined are counted, not averaged: what is summed up is the
    result where it exists. The error is that of independent draws; of a Latin hypercube or a
    Sobol sequence it is an upper bound for all but the strangest models. The sd of a single
    draw is None.

    Source: Joint Committee for Guides in Metrology, JCGM 101:2008, section 7.

    Examples
    --------
    >>> found = summarise([1.0, 2.0, 3.0, float("nan")])
    >>> found.mean, found.sd, found.undefined_share
    (2.0, 1.0, 0.25)
    """
    values = np.atleast_1d(real("draws", draws))
    defined = values[~np.isnan(values)]
    undefined = (values.size - defined.size) / values.size if values.size else 1.0
    if defined.size == 0:
        return Summary(None, None, None, None, None, undefined, None)
    # Squares of large numbers would pass all bounds; a power of two costs no digit.
    unit = 2.0 ** min(1022, math.frexp(np.abs(defined).max())[1])
    scaled = defined / unit
    p05, p50, p95 = (float(p) * unit for p in np.quantile(scaled, (0.05, 0.5, 0.95)))
    sd = float(np.std(scaled, ddof=1)) * unit if defined.size > 1 else None
    error = None if sd is None else sd / math.sqrt(defined.size)
    return Summary(float(np.mean(scaled)) * unit, sd, p05, p50, p95, undefined, error)


def supported_decimals(low: float, high: float) -> int | None:
    r"""Decimal places that a number known to lie in an interval supports.

    .. math:: d = -\lfloor \log_{10} (h/2) \rfloor, \quad h = (b - a) / 2

    The unit of the last digit is at most a half of the half-width :math:`h` and more than a
    twentieth of it, so that rounding moves a number by a quarter of it at the very most.

    Parameters
    ----------
    low, high : float
        The interval, :math:`a \le b`.

    Returns
    -------
    int or None
        Decimal places, negative where tens or hundreds are all that is supported; None for an
        interval of no width or of no bounds, which limits nothing.

    Notes
    -----
    Source: JCGM 100:2008 (GUM), 7.2.6, asks for one or two digits of an uncertainty and for a
    value rounded alike; where the second digit ends is the convention of this project.

    Examples
    --------
    >>> supported_decimals(0.41, 0.53), supported_decimals(0.4551, 0.4599)
    (2, 3)
    >>> supported_decimals(11_300, 15_900)
    -3
    """
    half = (high - low) / 2
    return -math.floor(math.log10(half / 2)) if 0 < half < math.inf else None


def supported_digits(value: float, low: float, high: float) -> int | None:
    """Significant digits of a value that its interval supports, at least one.

    Returns
    -------
    int or None
        None where the interval has no width, or the value is 0 and has no significant digit.

    Examples
    --------
    >>> supported_digits(0.4683, 0.41, 0.53), supported_digits(13_483, 11_300, 15_900)
    (2, 2)
    """
    decimals = supported_decimals(low, high)
    if decimals is None or value == 0:
        return None
    return max(1, math.floor(math.log10(abs(value))) + decimals + 1)
