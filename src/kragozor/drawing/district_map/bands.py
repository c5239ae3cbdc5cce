"""Into which classes the values of a map fall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise
from math import fsum
from typing import TypeAlias

MOST = 4

Band: TypeAlias = tuple[float, float]


def bands(values: Iterable[float], most: int = MOST) -> tuple[Band, ...]:
    r"""Return the least and the greatest value of each class, the classes in rising order.

    The classes are natural breaks: of all ways to cut the ordered values, the one with the
    least

    .. math:: \sum_k \sum_{v \in k} (v - \bar v_k)^2

    so a class holds values that are alike. Its bounds are values that occur.

    Parameters
    ----------
    values : iterable of float
        Finite numbers; none gives no class.
    most : int, optional
        The greatest number of classes.

    Source: W. D. Fisher, On grouping for maximum homogeneity, Journal of the American
    Statistical Association 53 (1958).

    Examples
    --------
    >>> bands([1, 2, 2, 7, 8, 21])
    ((1, 1), (2, 2), (7, 8), (21, 21))
    >>> bands([1, 2, 2, 7, 8, 21], most=2)
    ((1, 8), (21, 21))
    """
    counted = sorted(Counter(values).items())
    classes = min(most, len(counted))
    if not classes:
        return ()
    spread = _spreads(counted)
    cuts = combinations(range(1, len(counted)), classes - 1)
    ways = ([*pairwise([0, *inner, len(counted)])] for inner in cuts)
    best = min(ways, key=lambda way: fsum(map(spread.__getitem__, way)))
    return tuple((counted[begin][0], counted[end - 1][0]) for begin, end in best)


def _spreads(counted: Sequence[tuple[float, int]]) -> Mapping[tuple[int, int], float]:
    """Return the sum of squares of every possible class, by where it begins and ends."""
    ends = combinations(range(len(counted) + 1), 2)
    greatest = counted[-1][0] or 1.0
    shares = [(value / greatest, times) for value, times in counted]
    return {(begin, end): _squares(shares[begin:end]) for begin, end in ends}


def _squares(counted: Sequence[tuple[float, int]]) -> float:
    count = sum(times for _, times in counted)
    mean = fsum(share * times for share, times in counted) / count
    return fsum((share - mean) ** 2 * times for share, times in counted)
