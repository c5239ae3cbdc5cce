"""Which uncertain number matters: Sobol indices of first order and total, with intervals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from kragozor.instruments.errors import ShapeMismatch, out_of_range
from kragozor.instruments.indicators.bounds import Numbers
from kragozor.instruments.uncertainty.distributions import Distribution
from kragozor.instruments.uncertainty.sampling import generator, unit_draws
from kragozor.words import Message

Model = Callable[[Numbers], Numbers]

# A result that varies by less than this share of itself varies by rounding alone.
_ROUNDING = 1e-12

# Draws are resampled by groups, so that an interval costs little however many draws there are.
_GROUPS = 512

# Of fewer draws no share of a variance can be told.
_FEWEST = 16


@dataclass(frozen=True)
class SobolIndices:
    """How much of the variance of a result each of its inputs explains.

    Attributes
    ----------
    first : ndarray, shape (k)
        Share of the variance that would vanish, were the input known. [-]
    total : ndarray, shape (k)
        Share of the variance that would be left, were all other inputs known; more than the
        first order where inputs act together. [-]
    first_interval, total_interval : ndarray, shape (k, 2)
        Low and high value of each, by resampling. [-]
    undefined_share : float
        Share of the base draws in which some result is undefined, left out of all others. [-]
    undefined : Message or None
        Why there are no indices: all are NaN then.
    """

    first: Numbers
    total: Numbers
    first_interval: Numbers
    total_interval: Numbers
    undefined_share: float = 0.0
    undefined: Message | None = None


def sobol_indices(
    model: Model,
    inputs: int | Sequence[Distribution],
    *,
    base: int = 4096,
    seed: int,
    resamples: int = 200,
    level: float = 0.9,
    method: str = "sobol",
) -> SobolIndices:
    r"""Sobol indices of each input of a model, of first order and total.

    .. math::
        S_i = \frac{1}{nV} \sum_j f(B)_j \left(f(A_B^{(i)})_j - f(A)_j\right), \qquad
        T_i = \frac{1}{2nV} \sum_j \left(f(A)_j - f(A_B^{(i)})_j\right)^2

    :math:`A` and :math:`B` are two independent sets of :math:`n` draws; :math:`A_B^{(i)}` is
    :math:`A` with the draws of input :math:`i` taken from :math:`B`. :math:`V` is the variance
    of the result, whose mean is taken off first. Both are freed of the correlation :math:`r`
    that :math:`f(A)` and :math:`f(B)` have by chance: :math:`r T_i` is added to the one,
    :math:`r S_i` to the other.

    Parameters
    ----------
    model : callable
        Gives the result, shape (n), of inputs of shape (k, n), draw by draw; NaN is undefined.
    inputs : int or sequence of Distribution
        The distributions of the inputs, or how many there are, uniform from 0 to 1.
    base : int
        How many draws are in :math:`A`, at least 16, best a power of two. The model is
        asked for :math:`n (k + 2)` results.
    seed : int
        The same seed gives the same indices.
    resamples : int
        How often the draws are drawn again, with replacement, for the intervals; at least 2.
    level : float
        Probability with which an interval should hold its index. [-]
    method : str
        How the draws are made, as in :func:`unit_draws`.

    Returns
    -------
    SobolIndices
        With a reason in place of indices where the result does not vary.

    Raises
    ------
    OutOfRange
        There are too few draws or resamples.
    ShapeMismatch
        The model does not give one result for each draw.

    Notes
    -----
    The inputs are taken as independent. An index that is nearly 0 may be estimated as slightly
    negative; it is not cut off, since a cut-off 0 would look exact. Resampling treats groups
    of draws as independent of each other, so that intervals are rather too wide for Sobol draws.

    Source: Saltelli et al., Computer Physics Communications 181 (2010), 259-270, Table 2 (b)
    and (f), the latter after Jansen, ibid. 117 (1999), 35-43; the correction in the manner of
    Glen and Isaacs, Environmental Modelling and Software 37 (2012), 157-166.

    Examples
    --------
    >>> found = sobol_indices(lambda x: 3 * x[0] + 4 * x[1], 2, seed=1)
    >>> np.round(found.first, 2) + 0.0, np.round(found.total, 2)
    (array([0.36, 0.64]), array([0.36, 0.64]))
    """
    _check("resamples", resamples, 2)
    sets = saltelli_sets(inputs, base=base, seed=seed, method=method)
    results = np.array([_result(model, each) for each in sets])
    return indices_of(results, seed=seed, resamples=resamples, level=level)


def saltelli_sets(
    inputs: int | Sequence[Distribution], *, base: int, seed: int, method: str = "sobol"
) -> Iterator[Numbers]:
    """Yield the k + 2 sets of draws, of shape (k, n), that Sobol indices are worked out from.

    The first is :math:`A`, the second :math:`B`; then comes :math:`A` with each input in turn
    from :math:`B`. The parameters are those of :func:`sobol_indices`.

    Examples
    --------
    >>> [draws.shape for draws in saltelli_sets(1, base=16, seed=0)]
    [(1, 16), (1, 16), (1, 16)]
    """
    _check("base", base, _FEWEST)
    draws = unit_draws(base, 2 * _count(inputs), seed=seed, method=method)
    if not isinstance(inputs, int):
        both = zip((*inputs, *inputs), draws, strict=True)
        draws = np.array([distribution.quantile(row) for distribution, row in both])
    one, other = np.split(draws, 2)
    yield from (one, other)
    for number, row in enumerate(other):
        mixed = one.copy()
        mixed[number] = row
        yield mixed


def indices_of(
    results: Numbers, *, seed: int, resamples: int = 200, level: float = 0.9
) -> SobolIndices:
    """Return the indices of a result in each of the sets, of shape (k + 2, n).

    For a model of many results, which then share their draws. The parameters are those of
    :func:`sobol_indices`, the sets those of :func:`saltelli_sets`.

    Examples
    --------
    >>> sets = saltelli_sets(2, base=1024, seed=0)
    >>> found = indices_of(np.array([3 * draws[0] + draws[1] for draws in sets]), seed=0)
    >>> found.first.round(2)
    array([0.9, 0.1])
    """
    count = len(results) - 2
    defined = results[:, np.isfinite(results).all(axis=0)]
    undefined_share = (results.shape[1] - defined.shape[1]) / results.shape[1]
    reason = _reason(defined)
    if reason:
        single, double = np.full(count, np.nan), np.full((count, 2), np.nan)
        return SobolIndices(single, single, double, double, undefined_share, reason)
    sums = _grouped(_moments(defined))
    groups = sums.shape[1]
    first, total = _estimates(sums, np.ones((1, groups)))
    resampled = _estimates(sums, _weights(groups, resamples, seed))
    tails = ((1 - level) / 2, (1 + level) / 2)
    of_first, of_total = (np.nanquantile(again, tails, axis=0).T for again in resampled)
    return SobolIndices(first[0], total[0], of_first, of_total, undefined_share)


def _count(inputs: int | Sequence[Distribution]) -> int:
    return inputs if isinstance(inputs, int) else len(inputs)


def _result(model: Model, draws: Numbers) -> Numbers:
    result = np.asarray(model(draws), dtype=np.float64)
    if result.shape != draws.shape[1:]:
        shapes = (f"model {result.shape}", f"draws {draws.shape[1:]}")
        raise ShapeMismatch(Message("instruments.shapes-differ", {"shapes": shapes}))
    return result


def _reason(results: Numbers) -> Message | None:
    """Return why there are no indices of these results, or None if there are."""
    if results.shape[1] < _FEWEST:
        return Message("uncertainty.too-few-defined", {"least": _FEWEST})
    spread, size = np.ptp(results[:2]), np.abs(results[:2]).max()
    return Message("uncertainty.constant") if spread <= _ROUNDING * size else None


def _moments(results: Numbers) -> Numbers:
    """Return what the indices are means of, of each draw: shape (4 + 2 k, n).

    Rows: 1 and, of results less their mean, the two base results, their squares, their
    product, and the products that first-order and total indices are made of.
    """
    # Indices know no unit, and squares of large numbers would pass all bounds.
    scaled = results / np.abs(results).max()
    centred = scaled - scaled[:2].mean()
    one, other, mixed = centred[0], centred[1], centred[2:]
    halves = (one + other) / 2, (one**2 + other**2) / 2
    base = np.array([np.ones_like(one), *halves, one * other])
    return np.concatenate([base, other * (mixed - one), (mixed - one) ** 2 / 2])


def _grouped(moments: Numbers) -> Numbers:
    """Return the sums over groups of draws, which vary as means of the draws do."""
    draws = moments.shape[1]
    groups = min(draws, _GROUPS)
    return np.add.reduceat(moments, np.arange(groups) * draws // groups, axis=1)


def _weights(groups: int, resamples: int, seed: int) -> Numbers:
    """Return how often each group is drawn in each resample."""
    chance = generator(seed)
    chosen = chance.randint(groups, size=(resamples, groups))
    return np.array([np.bincount(row, minlength=groups) for row in chosen], dtype=np.float64)


def _estimates(sums: Numbers, weights: Numbers) -> tuple[Numbers, Numbers]:
    """Return first-order and total indices, of shape (r, k), for r weightings of the groups."""
    weighted = weights @ sums.T
    means = weighted[:, 1:] / weighted[:, :1]
    mean, square, chance = means[:, 0], means[:, 1], means[:, 2]
    variance = square - mean**2
    # A resample may meet no draw that differs from the others: it says nothing.
    varies = variance > _ROUNDING * sums[2].sum() / sums[0].sum()
    variance = np.where(varies, variance, np.nan)[:, np.newaxis]
    first, total = np.split(means[:, 3:] / variance, 2, axis=1)
    # The base results correlate by chance. What a mixed set shares with either of them bears
    # that correlation, and the estimate is freed of it.
    correlation = chance[:, np.newaxis] / variance
    return first + total * correlation, total + first * correlation


def _check(name: str, value: int, least: int) -> None:
    if value < least:
        raise out_of_range(name, value, Message("instruments.at-least", {"limit": least}))
