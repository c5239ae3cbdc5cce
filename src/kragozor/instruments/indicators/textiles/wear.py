"""How often a textile is worn."""

from __future__ import annotations

from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers, non_negative, together
from kragozor.instruments.indicators.sums import ratio_of


def wears(*, lifetime: ArrayLike, wears_per_year: ArrayLike) -> Numbers:
    r"""Wears in a lifetime.

    .. math:: w = L U

    Parameters
    ----------
    lifetime : array_like, shape (...)
        Years of use, :math:`L \ge 0`. [a]
    wears_per_year : array_like, shape (...)
        Wears a year, :math:`U \ge 0`. [1/a]

    Returns
    -------
    ndarray, shape (...)
        Wears. [-]

    Raises
    ------
    OutOfRange
        A number is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: lifetime times intensity of use, as in the utility of the Material Circularity
    Indicator.

    Examples
    --------
    >>> wears(lifetime=3.0, wears_per_year=20.0)
    np.float64(60.0)
    """
    years, rate = (
        non_negative("lifetime", lifetime),
        non_negative("wears_per_year", wears_per_year),
    )
    together(lifetime=years, wears_per_year=rate)
    return (years * rate)[()]


def relative_wears(*, wears: ArrayLike, industry_wears: ArrayLike) -> Numbers:
    r"""Wears in a lifetime against those that are usual in the industry.

    .. math:: x = w / w_{av}

    Parameters
    ----------
    wears : array_like, shape (...)
        Wears in a lifetime, :math:`w \ge 0`. [-]
    industry_wears : array_like, shape (...)
        The industry's average, :math:`w_{av} \ge 0`. [-]

    Returns
    -------
    ndarray, shape (...)
        Ratio; NaN where the average is zero. [-]

    Raises
    ------
    OutOfRange
        A number is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: the utility of the Material Circularity Indicator, in wears.

    Examples
    --------
    >>> relative_wears(wears=60.0, industry_wears=40.0)
    np.float64(1.5)
    """
    return ratio_of(wears=wears, industry_wears=industry_wears)
