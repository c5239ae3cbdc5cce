"""Quantiles of the normal and of the beta distribution, by NumPy alone.

SciPy has both. Loading its special functions takes longer than measuring an inventory does,
and the quantiles of a beta distribution one by one longer still.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from kragozor.instruments.indicators.bounds import Numbers

# Coefficients of Wichura's algorithm AS 241, highest power first: numerator and denominator for
# the middle, for the tails, and for what lies far out in them.
_MIDDLE = (
    (
        *(2509.0809287301226727, 33430.575583588128105, 67265.770927008700853),
        *(45921.953931549871457, 13731.693765509461125, 1971.5909503065514427),
        *(133.14166789178437745, 3.387132872796366608),
    ),
    (
        *(5226.495278852854561, 28729.085735721942674, 39307.89580009271061),
        *(21213.794301586595867, 5394.1960214247511077, 687.1870074920579083),
        *(42.313330701600911252, 1.0),
    ),
)
_TAILS = (
    (
        *(7.7454501427834140764e-4, 2.27238449892691845833e-2, 2.4178072517745061177e-1),
        *(1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055),
        *(4.6303378461565452959, 1.42343711074968357734),
    ),
    (
        *(1.05075007164441684324e-9, 5.475938084995344946e-4, 1.51986665636164571966e-2),
        *(1.4810397642748007459e-1, 6.8976733498510000455e-1, 1.6763848301838038494),
        *(2.05319162663775882187, 1.0),
    ),
)
_FAR_OUT = (
    (
        *(2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.2426609473880784386e-3),
        *(2.6532189526576123093e-2, 2.9656057182850489123e-1, 1.7848265399172913358),
        *(5.4637849111641143699, 6.6579046435011037772),
    ),
    (
        *(2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5),
        *(7.868691311456132591e-4, 1.48753612908506148525e-2, 1.3692988092273580531e-1),
        *(5.9983220655588793769e-1, 1.0),
    ),
)

# On each side density is laid out at so many places, down to e to the minus so much of its peak.
_PLACES, _DEPTH = 513, 45.0

# More quantiles than this are interpolated between as many, evenly spaced in normal scores.
_EVEN = 4097


def normal_quantile(p: Numbers) -> Numbers:
    r"""Standard normal quantile.

    .. math:: \Phi^{-1}(p)

    Parameters
    ----------
    p : ndarray, shape (...)
        Probability, :math:`0 \le p \le 1`. [-]

    Returns
    -------
    ndarray, shape (...)
        Infinite at 0 and 1; otherwise right to sixteen digits.

    Notes
    -----
    Source: Wichura, Applied Statistics 37 (1988), 477-484, algorithm AS 241.

    Examples
    --------
    >>> normal_quantile(np.array([0.05, 0.5, 1.0]))
    array([-1.64485363,  0.        ,         inf])
    """
    probabilities = np.atleast_1d(p)
    from_middle = probabilities - 0.5
    scores = from_middle * _ratio(_MIDDLE, 0.180625 - from_middle**2)
    is_tail = np.abs(from_middle) > 0.425
    tail, sign = probabilities[is_tail], np.sign(from_middle[is_tail])
    with np.errstate(divide="ignore", invalid="ignore"):
        depth = np.sqrt(-np.log(np.minimum(tail, 1 - tail)))
        far = np.where(depth > 5, _ratio(_FAR_OUT, depth - 5), _ratio(_TAILS, depth - 1.6))
    scores[is_tail] = sign * np.where(np.isinf(depth), np.inf, far)
    return scores.reshape(np.shape(p))


def beta_quantile(alpha: float, beta: float, p: Numbers) -> Numbers:
    r"""Quantile of a beta distribution that has no pole.

    .. math:: I^{-1}_p(\alpha, \beta)

    Parameters
    ----------
    alpha, beta : float
        Both at least 1. [-]
    p : ndarray, shape (...)
        Probability, :math:`0 \le p \le 1`. [-]

    Returns
    -------
    ndarray, shape (...)
        From 0 to 1, within a hundred-thousandth of the standard deviation.

    Notes
    -----
    The density of the logit :math:`u = \ln\frac{x}{1 - x}`, less that of the peak, is summed up
    from both ends by the trapezoidal rule with the correction of Euler and Maclaurin:

    .. math:: \ln \frac{f(u)}{f(0)} =
              \alpha u - (\alpha + \beta) \ln(1 + x_0 (e^u - 1)), \quad
              x_0 = \frac{\alpha}{\alpha + \beta}

    Against the normal score of its probability the logit is a smooth curve, and is interpolated
    by cubics whose slopes are known. Source: Abramowitz and Stegun, Handbook of Mathematical
    Functions (1964), 25.4.4 and 26.5.

    Examples
    --------
    >>> np.round(beta_quantile(3, 1, np.array([0.0, 0.125, 1.0])), 6)
    array([0. , 0.5, 1. ])
    """
    scores = normal_quantile(p)
    if alpha <= beta:
        shares = _beta_shares(alpha, beta, scores)
    else:
        # Near 0 a share has digits without end, near 1 it has none below 1e-16.
        shares = 1 - _beta_shares(beta, alpha, -scores)
    return np.where(p <= 0, 0.0, np.where(p >= 1, 1.0, shares))


def _beta_shares(alpha: float, beta: float, scores: Numbers) -> Numbers:
    """Return the quantiles of normal scores, where alpha is at most beta."""
    nodes = _logits(alpha, beta)
    inside = np.clip(scores, nodes[0][0], nodes[0][-1])
    peak = alpha / (alpha + beta)
    if np.size(inside) <= _EVEN:
        return _share(_cubic(nodes, inside), peak)
    return _between(_share(_cubic(nodes, _even(nodes)), peak), _even(nodes), inside)


def _ratio(coefficients: tuple[tuple[float, ...], ...], x: Numbers) -> Numbers:
    above, below = (np.polyval(one, x) for one in coefficients)
    ratio: Numbers = above / below
    return ratio


@lru_cache(maxsize=64)
def _logits(alpha: float, beta: float) -> tuple[Numbers, Numbers, Numbers]:
    """Return normal scores, the logits less that of the peak, and the slopes between them.

    Shares of one inventory that are known alike, and were declared as the same number, have
    the same distribution: what is laid out once is kept.
    """
    peak = alpha / (alpha + beta)
    # A density that is flat on one side of its peak may be steep on the other.
    left = np.linspace(-_reach(beta, alpha), 0.0, _PLACES)
    logits = np.concatenate([left, np.linspace(0.0, _reach(alpha, beta), _PLACES)[1:]])
    step = np.diff(logits)
    grown = np.log1p(peak * np.expm1(logits))
    density = np.exp(alpha * logits - (alpha + beta) * grown)
    slope = density * (alpha - (alpha + beta) * _share(logits, peak))
    areas = step / 2 * (density[1:] + density[:-1]) - step**2 / 12 * np.diff(slope)
    below, above = np.cumsum(areas)[:-1], np.cumsum(areas[::-1])[::-1][1:]
    whole = below + above
    scores = np.where(
        below < above, normal_quantile(below / whole), -normal_quantile(above / whole)
    )
    normal = np.exp(-(scores**2) / 2) / np.sqrt(2 * np.pi)
    return scores, logits[1:-1], normal * whole / density[1:-1]


def _reach(alpha: float, beta: float) -> float:
    """Return the logit above that of the peak at which the density has fallen to its depth."""
    low, high = 0.0, math.sqrt(2 * _DEPTH * (1 / alpha + 1 / beta)) + _DEPTH / beta
    for _ in range(40):
        middle = (low + high) / 2
        grown = math.log1p(alpha / (alpha + beta) * math.expm1(middle))
        if (alpha + beta) * grown - alpha * middle < _DEPTH:
            low = middle
        else:
            high = middle
    return high


def _share(logits: Numbers, peak: float) -> Numbers:
    """Return the shares of logits that are counted from that of the peak."""
    return peak * np.exp(logits) / (1 + peak * np.expm1(logits))


def _even(nodes: tuple[Numbers, Numbers, Numbers]) -> Numbers:
    return np.linspace(nodes[0][0], nodes[0][-1], _EVEN)


def _cubic(nodes: tuple[Numbers, Numbers, Numbers], at: Numbers) -> Numbers:
    """Return values between nodes by the cubic that meets their values and slopes."""
    places, values, slopes = nodes
    left = np.clip(np.searchsorted(places, at, side="right") - 1, 0, len(places) - 2)
    width = places[left + 1] - places[left]
    t = (at - places[left]) / width
    rise = values[left + 1] - values[left]
    a = slopes[left] * width - rise
    b = rise - slopes[left + 1] * width
    found: Numbers = values[left] + t * rise + t * (1 - t) * (a * (1 - t) + b * t)
    return found


def _between(heights: Numbers, even: Numbers, at: Numbers) -> Numbers:
    """Return heights interpolated between evenly spaced places, found without a search."""
    places = (at - even[0]) / (even[1] - even[0])
    left = np.minimum(places.astype(np.intp), len(even) - 2)
    found: Numbers = heights[left] + (places - left) * np.diff(heights)[left]
    return found
