"""Into which classes the values of a map fall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
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
    ways = combinations(range(1, len(counted)), classes - 1)
    best = min(([0, *cuts, len(counted)] for cuts in ways), key=lambda cuts: _spread(counted, cuts))
    return tuple((counted[begin][0], counted[end - 1][0]) for begin, end in pairwise(best))


def _spread(counted: Sequence[tuple[float, int]], cuts: Sequence[int]) -> float:
    """Return the sum of squares within the classes, in units of the greatest value."""
    unit = counted[-1][0] or 1.0
    return fsum(_squares(counted[begin:end], unit) for begin, end in pairwise(cuts))


def _squares(counted: Sequence[tuple[float, int]], unit: float) -> float:
    count = sum(times for _, times in counted)
    mean = fsum(value / unit * times for value, times in counted) / count
    return fsum((value / unit - mean) ** 2 * times for value, times in counted)
