"""How often and how the numbers that vary are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kragozor.instruments.errors import out_of_range
from kragozor.instruments.uncertainty.sampling import method_named, unit_draws
from kragozor.words import Message

if TYPE_CHECKING:
    from kragozor.instruments.arithmetic import Draws
    from kragozor.instruments.uncertainty.distributions import Distribution

# Below, 5 and 95 % of the draws would be guesses; above, a twentieth of a digit is won.
FEWEST, MOST = 20, 1_000_000

# All draws of all numbers are held at once; so many take a gigabyte and a half.
_MOST_NUMBERS = 200_000_000


@dataclass(frozen=True)
class Sample:
    """How draws are made; the same sample of the same distributions gives the same draws.

    Raises
    ------
    OutOfRange
        There are too few draws or too many, or the seed is below 0.
    InstrumentError
        The way of sampling is unknown.
    """

    draws: int = 10_000
    seed: int = 0
    sampling: str = "latin-hypercube"

    def __post_init__(self) -> None:
        _refuse_outside(self.draws, FEWEST, MOST)
        method_named(self.sampling, argument="sampling")
        unit_draws(1, 0, seed=self.seed)  # drawing no number at all looks at the seed

    def numbers(self, distributions: Sequence[Distribution]) -> list[Draws]:
        """Return the draws of each distribution, independent of those of the others.

        Examples
        --------
        >>> from kragozor.instruments.uncertainty.distributions import Distribution
        >>> share = Distribution("uniform", {"low": 0.2, "high": 0.4})
        >>> [round(float(draws.mean()), 4) for draws in Sample(1000).numbers([share, share])]
        [0.3, 0.3]
        """
        _refuse_outside(self.draws, FEWEST, _MOST_NUMBERS // max(1, len(distributions)))
        points = unit_draws(self.draws, len(distributions), seed=self.seed, method=self.sampling)
        return [one.quantile(row) for one, row in zip(distributions, points, strict=True)]


def _refuse_outside(draws: int, low: int, high: int) -> None:
    if not low <= draws <= high:
        bound = Message("instruments.between", {"low": low, "high": high})
        raise out_of_range("draws", draws, bound)
