"""Which of several results is better, and in how many draws it stays so.

The results must come from the same draws of what they have in common: then what is uncertain
about both does not blur the difference between them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kragozor.instruments.errors import ShapeMismatch
from kragozor.instruments.indicators.bounds import Numbers, real
from kragozor.instruments.indicators.sums import quotient
from kragozor.words import Message

# Numbers worked out in two ways differ by rounding; that is no difference.
_ROUNDING = 1e-12


@dataclass(frozen=True)
class Comparison:
    """In which shares of the defined draws one result is better, worse, or the same.

    All three are None where no draw is defined in both; ``undefined_share`` is of all draws.
    """

    better: float | None
    worse: float | None
    tied: float | None
    undefined_share: float


def better_share(a: ArrayLike, b: ArrayLike, *, higher_is_better: bool = True) -> Comparison:
    r"""In which share of the draws B is better than A.

    .. math:: P(b > a) \approx \frac{1}{n} \sum_j [b_j > a_j]

    Parameters
    ----------
    a, b : array_like, shape (n)
        Two results of the same draws, NaN where they are undefined.
    higher_is_better : bool
        Whether the larger result is the better one.

    Returns
    -------
    Comparison
        Draws in which both are the same, to rounding, are neither better nor worse.

    Raises
    ------
    OutOfRange
        A result is infinite.
    ShapeMismatch
        There are more draws of the one than of the other.

    Notes
    -----
    Source: common random numbers as in Law, Simulation Modeling and Analysis (2015), section
    11.2; the comparison of products draw by draw as in Heijungs and Kleijn, International
    Journal of Life Cycle Assessment 6 (2001), 141-148.

    Examples
    --------
    >>> better_share([1, 2, 3, 4], [2, 3, 3, 3])
    Comparison(better=0.5, worse=0.25, tied=0.25, undefined_share=0.0)
    """
    one, other = np.atleast_1d(real("a", a)), np.atleast_1d(real("b", b))
    if one.shape != other.shape:
        shapes = (f"a {one.shape}", f"b {other.shape}")
        raise ShapeMismatch(Message("instruments.shapes-differ", {"shapes": shapes}))
    defined = ~(np.isnan(one) | np.isnan(other))
    count = int(defined.sum())
    undefined = (one.size - count) / one.size if one.size else 1.0
    if count == 0:
        return Comparison(None, None, None, undefined)
    one, other = one[defined], other[defined]
    if not higher_is_better:
        one, other = other, one
    better, worse = float(_exceeds(other, one).mean()), float(_exceeds(one, other).mean())
    tied = int((~_exceeds(other, one) & ~_exceeds(one, other)).sum()) / count
    return Comparison(better, worse, tied, undefined)


def better_shares(results: ArrayLike, *, higher_is_better: bool = True) -> Numbers:
    """In which share of the draws each of several results is better than each other one.

    Parameters
    ----------
    results : array_like, shape (m, n)
        Several results of the same draws, NaN where they are undefined.
    higher_is_better : bool
        Whether the larger result is the better one.

    Returns
    -------
    ndarray, shape (m, m)
        In row i and column j the share of draws in which i is better than j, of those that are
        defined in all results; NaN where there is none. Row, column and ties add up to 1. [-]

    Raises
    ------
    OutOfRange
        A result is infinite.

    Notes
    -----
    Source: as for :func:`better_share`.

    Examples
    --------
    >>> better_shares([[1, 1, 1, 1], [0, 2, 2, 2]])
    array([[0.  , 0.25],
           [0.75, 0.  ]])
    """
    ordered = _ordered(results, higher_is_better)
    wins = [[np.sum(_exceeds(one, other)) for other in ordered] for one in ordered]
    return quotient(np.array(wins, dtype=np.float64), ordered.shape[1])


def rank_shares(results: ArrayLike, *, higher_is_better: bool = True) -> Numbers:
    """In which share of the draws each of several results takes each rank.

    Parameters
    ----------
    results : array_like, shape (m, n)
        Several results of the same draws, NaN where they are undefined.
    higher_is_better : bool
        Whether the larger result is the better one.

    Returns
    -------
    ndarray, shape (m, m)
        In row i and column r the share of draws in which result i is the (r + 1)-th best, of
        those that are defined in all results; NaN where there is none. Each row adds up to 1;
        results that are the same share the better rank. [-]

    Raises
    ------
    OutOfRange
        A result is infinite.

    Notes
    -----
    Source: as for :func:`better_share`.

    Examples
    --------
    >>> rank_shares([[1, 1, 1, 1], [0, 2, 2, 1]])
    array([[0.5 , 0.5 ],
           [0.75, 0.25]])
    """
    ordered = _ordered(results, higher_is_better)
    ahead = [sum(_exceeds(other, one).astype(int) for other in ordered) for one in ordered]
    counts = [np.bincount(np.asarray(row), minlength=len(ordered)) for row in ahead]
    return quotient(np.array(counts, dtype=np.float64), ordered.shape[1])


def _ordered(results: ArrayLike, higher_is_better: bool) -> Numbers:
    """Return the draws that are defined in all results, the larger the better."""
    drawn = np.atleast_2d(real("results", results))
    defined = drawn[:, ~np.isnan(drawn).any(axis=0)]
    return defined if higher_is_better else -defined


def _exceeds(one: Numbers, other: Numbers) -> NDArray[np.bool_]:
    """Return where the one is larger than the other beyond rounding."""
    slack = _ROUNDING * np.maximum(np.abs(one), np.abs(other))
    return np.asarray(one - other > slack)
