r"""How many members a pillar will have, from what became of earlier cards.

Of :math:`n` cards that came into a stage and whose outcome is known, :math:`k` became members
within the horizon. With Jeffreys' prior :math:`\mathrm{Beta}(\tfrac12, \tfrac12)` the share that
does is

.. math:: p \mid k, n \sim \mathrm{Beta}(k + \tfrac12,\; n - k + \tfrac12)

and of :math:`m` cards that stand in the stage now, the number :math:`X` that will is
beta-binomial:

.. math:: P(X = x) = \binom{m}{x}
    \frac{B(x + k + \tfrac12,\; m - x + n - k + \tfrac12)}{B(k + \tfrac12,\; n - k + \tfrac12)}

Stages are independent of one another, so the sum over them is the convolution of these
distributions, which is exact. Its median and its central 80 % are told.

Assumed: the cards of today fare as earlier ones did in the same stage, in whatever pillar; a
card has as much time before it as one that has just come into its stage; members renew. Losses by
terms that are not renewed are left out.

Source: A. Gelman et al., Bayesian Data Analysis, 3rd ed. (2013), §2.8 (Jeffreys' prior of the
binomial) and appendix A (the beta-binomial).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from math import lgamma

import numpy as np
from numpy.typing import NDArray

PRIOR = 0.5
# The interval leaves as much below it as above.
COVERAGE = 0.8
# A share that rests on fewer outcomes is told apart, and alone carries no forecast.
ENOUGH = 5


@dataclass(frozen=True)
class Experience:
    """What became of the cards that came into a stage: of so many, so many joined in time."""

    settled: int
    joined: int

    def __post_init__(self) -> None:
        if not 0 <= self.joined <= self.settled:
            raise ValueError(f"{self.joined} of {self.settled} cannot have joined.")

    @property
    def is_thin(self) -> bool:
        return self.settled < ENOUGH


@dataclass(frozen=True)
class Forecast:
    """How many members there will be: the middle, and between which two numbers most likely."""

    median: int
    low: int
    high: int
    # The stages that hold cards and whose share rests on too little.
    thin: tuple[str, ...]


NONE = Experience(0, 0)


def joining_distribution(waiting: int, experience: Experience) -> NDArray[np.float64]:
    """Return the probability that 0, 1, … of the waiting cards will join.

    Examples
    --------
    >>> [round(float(p), 3) for p in joining_distribution(1, Experience(settled=9, joined=3))]
    [0.65, 0.35]
    """
    won = experience.joined + PRIOR
    lost = experience.settled - experience.joined + PRIOR
    logs = [
        _log_choose(waiting, x) + _log_beta(won + x, lost + waiting - x) - _log_beta(won, lost)
        for x in range(waiting + 1)
    ]
    return np.exp(np.array(logs))


def sum_distribution(parts: Iterable[NDArray[np.float64]]) -> NDArray[np.float64]:
    """Return the distribution of a sum of independent numbers, from the distribution of each."""
    return reduce(np.convolve, parts, np.ones(1))


def quantile(distribution: NDArray[np.float64], share: float) -> int:
    """Return the least number that is not exceeded with at least this probability."""
    # The rounding of a long sum must not push the last step beyond its share.
    return int(np.searchsorted(np.cumsum(distribution), share - 1e-12))


def forecast(
    today: int, waiting: Mapping[str, int], experience: Mapping[str, Experience]
) -> Forecast | None:
    """Return how many members there will be at the horizon; ``None`` where nothing can be said.

    Parameters
    ----------
    today
        How many members there are.
    waiting
        How many cards stand in each open stage.
    experience
        What became of earlier cards of each stage.

    Nothing can be said where cards are waiting and no stage they wait in has had enough
    outcomes. Where some have, the others widen the interval by as much as is not known of them.

    Examples
    --------
    >>> forecast(12, {"invited": 6}, {"invited": Experience(settled=20, joined=10)})
    Forecast(median=15, low=13, high=17, thin=())
    """
    held = {stage: number for stage, number in waiting.items() if number}
    thin = tuple(stage for stage in held if experience.get(stage, NONE).is_thin)
    if held and len(thin) == len(held):
        return None
    joining = sum_distribution(
        joining_distribution(number, experience.get(stage, NONE)) for stage, number in held.items()
    )
    tail = (1 - COVERAGE) / 2
    low, median, high = (today + quantile(joining, at) for at in (tail, 0.5, 1 - tail))
    return Forecast(median=median, low=low, high=high, thin=thin)


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def _log_choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
