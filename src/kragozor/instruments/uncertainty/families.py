"""The five families of distributions: bounds, moments and quantiles of each.

NumPy is loaded where a quantile is asked for and not before, so that reading an inventory whose
numbers carry distributions stays quick; SciPy only for a beta distribution with a pole.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn, Protocol

from kragozor.instruments.errors import out_of_range
from kragozor.words import Message

if TYPE_CHECKING:
    from kragozor.instruments.indicators.bounds import Numbers

# Beyond it a lognormal mean rests on draws that no sample meets.
_LARGEST_GSD = 1000.0


# A beta distribution that is narrower by so much than it could be is one number to all digits.
_NARROWEST = 1e15


class Shape(Protocol):
    """What is asked of a distribution."""

    @property
    def mean(self) -> float:
        """Expected value. [unit of the quantity]"""

    @property
    def sd(self) -> float:
        """Standard deviation. [unit of the quantity]"""

    @property
    def support(self) -> tuple[float, float]:
        """The least and the greatest value that it gives, infinite where there is none. [unit]"""

    def quantile(self, p: Numbers) -> Numbers:
        """Values below which it lies with a probability, in any shape. [unit of the quantity]"""


@dataclass(frozen=True)
class Uniform:
    """Every value between two bounds is as likely as any other."""

    low: float
    high: float

    def __post_init__(self) -> None:
        _at_least("high", self.high, self.low)

    @property
    def mean(self) -> float:
        return self.low + (self.high - self.low) / 2

    @property
    def sd(self) -> float:
        return (self.high - self.low) / math.sqrt(12)

    @property
    def support(self) -> tuple[float, float]:
        return self.low, self.high

    def quantile(self, p: Numbers) -> Numbers:
        return self.low + p * (self.high - self.low)


@dataclass(frozen=True)
class Triangular:
    """Likeliest at the mode, with the density falling straight to both bounds."""

    low: float
    mode: float
    high: float

    def __post_init__(self) -> None:
        _at_least("high", self.high, self.low)
        if not self.low <= self.mode <= self.high:
            bound = Message("instruments.between", {"low": self.low, "high": self.high})
            _refuse("mode", self.mode, bound)

    @property
    def mean(self) -> float:
        return self.low + (self.high - self.low) * (1 + self._peak) / 3

    @property
    def sd(self) -> float:
        peak = self._peak
        return (self.high - self.low) * math.sqrt((1 - peak + peak**2) / 18)

    @property
    def support(self) -> tuple[float, float]:
        return self.low, self.high

    def quantile(self, p: Numbers) -> Numbers:
        import numpy as np

        peak = self._peak
        rising, falling = np.sqrt(p * peak), 1 - np.sqrt((1 - p) * (1 - peak))
        return self.low + (self.high - self.low) * np.where(p < peak, rising, falling)

    @property
    def _peak(self) -> float:
        """Where the mode stands between the bounds, which is also the share below it."""
        width = self.high - self.low
        return (self.mode - self.low) / width if width else 0.0


@dataclass(frozen=True)
class Normal:
    """Symmetric and without bounds."""

    mean: float
    sd: float

    def __post_init__(self) -> None:
        _at_least_0("sd", self.sd)

    @classmethod
    def by_variation(cls, mean: float, cv: float) -> Normal:
        """Return the distribution of a mean and a coefficient of variation."""
        _at_least_0("cv", cv)
        if mean == 0:
            _refuse("mean", mean, Message("instruments.other-than-0"))
        return cls(mean, cv * abs(mean))

    @property
    def support(self) -> tuple[float, float]:
        return -math.inf, math.inf

    def quantile(self, p: Numbers) -> Numbers:
        return self.mean + self.sd * _scores(p)


@dataclass(frozen=True)
class Lognormal:
    """Always positive; mean and standard deviation are its own, not those of its logarithm."""

    mean: float
    sd: float

    def __post_init__(self) -> None:
        _above_0("mean", self.mean)
        _at_least_0("sd", self.sd)
        largest = self.mean * math.sqrt(math.expm1(math.log(_LARGEST_GSD) ** 2))
        if self.sd > largest:
            _refuse("sd", self.sd, Message("instruments.at-most", {"limit": largest}))

    @classmethod
    def by_variation(cls, mean: float, cv: float) -> Lognormal:
        """Return the distribution of a mean and a coefficient of variation."""
        _above_0("mean", mean)
        _at_least_0("cv", cv)
        return cls(mean, cv * mean)

    @classmethod
    def by_median(cls, median: float, gsd: float) -> Lognormal:
        """Return the distribution of a median and a geometric standard deviation."""
        _above_0("median", median)
        if not 1 <= gsd <= _LARGEST_GSD:
            bound = Message("instruments.between", {"low": 1.0, "high": _LARGEST_GSD})
            _refuse("gsd", gsd, bound)
        variance = math.log(gsd) ** 2
        mean = median * math.exp(variance / 2)
        return cls(mean, mean * math.sqrt(math.expm1(variance)))

    @property
    def support(self) -> tuple[float, float]:
        return 0.0, math.inf

    def quantile(self, p: Numbers) -> Numbers:
        import numpy as np

        variance = math.log1p((self.sd / self.mean) ** 2)
        centre = math.log(self.mean) - variance / 2
        return np.exp(centre + math.sqrt(variance) * _scores(p))


@dataclass(frozen=True)
class Beta:
    """Between two bounds, 0 and 1 unless told, in any shape from flat to a narrow peak."""

    alpha: float
    beta: float
    low: float = 0.0
    high: float = 1.0

    def __post_init__(self) -> None:
        _above_0("alpha", self.alpha)
        _above_0("beta", self.beta)
        _at_least("high", self.high, self.low)

    @classmethod
    def by_mean(cls, mean: float, sd: float, low: float = 0.0, high: float = 1.0) -> Beta:
        """Return the distribution of a mean and a standard deviation between the bounds."""
        if not low < mean < high:
            _refuse("mean", mean, Message("instruments.inside", {"low": low, "high": high}))
        largest = math.sqrt((mean - low) * (high - mean))
        if not 0 < sd < largest:
            _refuse("sd", sd, Message("instruments.inside", {"low": 0.0, "high": largest}))
        _at_least("sd", sd, largest / _NARROWEST)
        weight = ((largest / sd) ** 2 - 1) / (high - low)
        return cls((mean - low) * weight, (high - mean) * weight, low, high)

    @property
    def mean(self) -> float:
        return self.low + (self.high - self.low) * self.alpha / (self.alpha + self.beta)

    @property
    def sd(self) -> float:
        share = self.alpha / (self.alpha + self.beta)
        return (self.high - self.low) * math.sqrt(
            share * (1 - share) / (self.alpha + self.beta + 1)
        )

    @property
    def support(self) -> tuple[float, float]:
        return self.low, self.high

    def quantile(self, p: Numbers) -> Numbers:
        return self.low + (self.high - self.low) * self._shares(p)

    def _shares(self, p: Numbers) -> Numbers:
        if self.alpha >= 1 and self.beta >= 1:
            from kragozor.instruments.uncertainty.quantiles import beta_quantile

            return beta_quantile(self.alpha, self.beta, p)
        from scipy.special import betaincinv

        shares: Numbers = betaincinv(self.alpha, self.beta, p)
        return shares


def _scores(p: Numbers) -> Numbers:
    """Return the standard normal quantiles."""
    from kragozor.instruments.uncertainty.quantiles import normal_quantile

    return normal_quantile(p)


def _at_least(name: str, value: float, limit: float) -> None:
    if not value >= limit:
        _refuse(name, value, Message("instruments.at-least", {"limit": limit}))


def _at_least_0(name: str, value: float) -> None:
    if not value >= 0:
        _refuse(name, value, Message("instruments.at-least-0"))


def _above_0(name: str, value: float) -> None:
    if not value > 0:
        _refuse(name, value, Message("instruments.above-0"))


def _refuse(name: str, value: float, bound: Message) -> NoReturn:
    raise out_of_range(name, value, bound)
