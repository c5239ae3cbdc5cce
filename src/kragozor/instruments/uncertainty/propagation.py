"""Draws of uncertain numbers, taken through whatever is computed from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from kragozor.instruments.uncertainty.outcome import Outcome
from kragozor.instruments.uncertainty.sensitivity import SobolIndices, indices_of, saltelli_sets

if TYPE_CHECKING:
    from kragozor.instruments.arithmetic import Draws
    from kragozor.instruments.uncertainty.distributions import Distribution
    from kragozor.instruments.uncertainty.sample import Sample

# So many draws of a formula's numbers stay in the cache of a processor between its operations.
_BLOCK = 16384

# Sobol indices of k numbers ask for k + 2 results of each draw; no more than so many in all.
_MOST_RESULTS, _LARGEST_BASE, _SMALLEST_BASE = 2**18, 2**13, 2**6

Model: TypeAlias = Callable[[Sequence["Draws"]], Outcome]


@dataclass(frozen=True)
class Propagated:
    """The draws of every figure that varies, and the share of draws in which parts were closed."""

    figures: dict[str, Draws] = field(default_factory=dict)
    closed: float = 0.0


def propagated(model: Model, numbers: Sequence[Draws]) -> Propagated:
    """Return what a model gives for draws of its numbers.

    Parameters
    ----------
    model : callable
        Takes draws of each number and gives an :class:`Outcome`; it works draw by draw.
    numbers : sequence of ndarray, each of shape (n)
        The draws of each uncertain number, in the order that the model expects them.

    Returns
    -------
    Propagated
        Each figure of shape (n), NaN where it is undefined; none where nothing is uncertain.

    Examples
    --------
    >>> double = lambda numbers: Outcome({"double": 2 * numbers[0], "constant": 1.0})
    >>> propagated(double, [np.array([1.0, 2.0])]).figures
    {'double': array([2., 4.])}
    """
    count = len(numbers[0]) if numbers else 0
    figures: dict[str, Draws] = {}
    closed = 0
    # A quotient over zero or a product beyond all numbers is undefined, as the solver says.
    with np.errstate(all="ignore"):
        for start in range(0, count, _BLOCK):
            block = slice(start, min(start + _BLOCK, count))
            outcome = model([draws[block] for draws in numbers])
            closed += int(np.count_nonzero(outcome.closed))
            for name, amount in outcome.figures.items():
                if np.ndim(amount):
                    figures.setdefault(name, np.full(count, np.nan))[block] = amount
    return Propagated(figures, closed / count if count else 0.0)


def variance_shares(
    model: Model, distributions: Sequence[Distribution], sample: Sample
) -> dict[str, SobolIndices]:
    """Return the Sobol indices of every figure that varies, all from the same draws.

    Parameters
    ----------
    model : callable
        As in :func:`propagated`.
    distributions : sequence of Distribution
        How each number varies, in the order that the model expects them.
    sample : Sample
        How the numbers are drawn. The indices rest on the largest power of two that is no more
        than its draws, at most on 8192, and on fewer the more numbers vary.

    Returns
    -------
    dict of str to SobolIndices
        For each figure an index of each number, in their order.

    Examples
    --------
    >>> from kragozor.instruments.uncertainty.distributions import Distribution
    >>> from kragozor.instruments.uncertainty.sample import Sample
    >>> total = lambda numbers: Outcome({"sum": 3 * numbers[0] + 4 * numbers[1]})
    >>> unit = Distribution("uniform", {"low": 0, "high": 1})
    >>> np.round(variance_shares(total, [unit, unit], Sample(sampling="sobol"))["sum"].first, 2)
    array([0.36, 0.64])
    """
    base = _base(sample.draws, len(distributions))
    sets = saltelli_sets(distributions, base=base, seed=sample.seed, method=sample.sampling)
    at_once = max(1, _BLOCK // base)
    results: dict[str, list[Draws]] = defaultdict(list)
    done = 0
    while batch := list(islice(sets, at_once)):
        figures = propagated(model, list(np.concatenate(batch, axis=1))).figures
        for name, draws in figures.items():
            missed = done - len(results[name])
            results[name] += [np.full(base, np.nan)] * missed + np.split(draws, len(batch))
        done += len(batch)
    return {
        name: indices_of(np.array(found), seed=sample.seed)
        for name, found in results.items()
        if len(found) == done
    }


def _base(draws: int, count: int) -> int:
    """Return how many draws the indices rest on: a power of two."""
    affordable = min(draws, _LARGEST_BASE, _MOST_RESULTS // (count + 2))
    return max(_SMALLEST_BASE, 1 << affordable.bit_length() - 1)
