"""How a number may vary: a family of distributions and its parameters."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from numbers import Real
from typing import TYPE_CHECKING, Any

from kragozor.instruments.arithmetic import as_float
from kragozor.instruments.errors import InstrumentError, out_of_range, shown
from kragozor.instruments.uncertainty.families import (
    Beta,
    Lognormal,
    Normal,
    Shape,
    Triangular,
    Uniform,
)
from kragozor.words import Message

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from kragozor.instruments.indicators.bounds import Numbers

# Each family with the parameters it may be given by; by the first it is kept and written.
DISTRIBUTIONS: Mapping[str, Mapping[tuple[str, ...], Callable[..., Any]]] = {
    "uniform": {("low", "high"): Uniform},
    "triangular": {("low", "mode", "high"): Triangular},
    "normal": {("mean", "sd"): Normal, ("mean", "cv"): Normal.by_variation},
    "lognormal": {
        ("mean", "sd"): Lognormal,
        ("mean", "cv"): Lognormal.by_variation,
        ("median", "gsd"): Lognormal.by_median,
    },
    "beta": {
        ("alpha", "beta", "low", "high"): Beta,
        ("alpha", "beta"): Beta,
        ("mean", "sd"): Beta.by_mean,
        ("mean", "sd", "low", "high"): Beta.by_mean,
    },
}


@dataclass(frozen=True)
class Distribution:
    r"""How a number may vary: a family and its parameters.

    ===========  ===========================================  ==================================
    family       parameters, in the unit of the number        density at :math:`x`
    ===========  ===========================================  ==================================
    uniform      low, high                                    constant from low to high
    triangular   low, mode, high                              straight to 0 on both sides
    normal       mean, sd (or cv)                             :math:`e^{-(x-\mu)^2/2\sigma^2}`
    lognormal    mean, sd (or cv), or median and gsd          :math:`\ln x` is normal
    beta         alpha, beta, or mean and sd; low, high       :math:`t^{\alpha-1}(1-t)^{\beta-1}`
    ===========  ===========================================  ==================================

    Mean and sd of a lognormal distribution are those of the number itself, not of its
    logarithm; gsd is the geometric standard deviation, :math:`e^\sigma`. A beta distribution
    lies between 0 and 1 where no bounds are given. Whatever they were given as, ``parameters``
    hold the first form of the family.

    Raises
    ------
    InstrumentError
        The family is unknown, the parameters are not those of one of its forms, or one of
        them is no finite number.
    OutOfRange
        A parameter lies outside its domain: a low above the high, a mode outside them, a
        negative sd, an alpha of 0.

    Notes
    -----
    Source: Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions (1994/1995),
    chapters 13 (normal), 14 (lognormal), 25 (beta) and 26 (uniform).

    Examples
    --------
    >>> round(Distribution("lognormal", {"median": 100, "gsd": 2}).interval()[1], 1)
    312.7
    >>> Distribution("beta", {"mean": 0.5, "sd": 0.1}).parameters["alpha"]
    12.0
    """

    family: str
    parameters: Mapping[str, float]
    _shape: Shape = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        shape = _shape(self.family, self.parameters)
        object.__setattr__(self, "_shape", shape)
        object.__setattr__(self, "parameters", asdict(shape))

    @property
    def mean(self) -> float:
        """The expected value."""
        return self._shape.mean

    @property
    def sd(self) -> float:
        """The standard deviation."""
        return self._shape.sd

    @property
    def support(self) -> tuple[float, float]:
        """The bounds no draw leaves, infinite where there are none."""
        return self._shape.support

    def quantile(self, p: ArrayLike) -> Numbers:
        r"""Value below which the number lies with the probability :math:`p`.

        .. math:: F^{-1}(p)

        Parameters
        ----------
        p : array_like, shape (...)
            Probability, :math:`0 \le p \le 1`. [-]

        Returns
        -------
        ndarray, shape (...)
            Quantiles, in the unit of the number.

        Raises
        ------
        OutOfRange
            A probability is not within 0 to 1.

        Notes
        -----
        Uniform probabilities through this function are draws of the distribution. Those of a
        beta distribution without a pole are within a hundred-thousandth of its standard
        deviation.

        Examples
        --------
        >>> Distribution("triangular", {"low": 0, "mode": 1, "high": 2}).quantile([0, 0.125, 0.5])
        array([0. , 0.5, 1. ])
        """
        from kragozor.instruments.indicators.bounds import share

        return self._shape.quantile(share("p", p))

    def interval(self, level: float = 0.9) -> tuple[float, float]:
        """Return the central interval that holds the number with the given probability.

        Examples
        --------
        >>> Distribution("uniform", {"low": 0, "high": 1}).interval(0.5)
        (0.25, 0.75)
        """
        low, high = self.quantile([(1 - level) / 2, (1 + level) / 2])
        return float(low), float(high)


def _shape(family: str, parameters: Mapping[str, float]) -> Any:
    forms = DISTRIBUTIONS.get(family)
    if forms is None:
        told = {"family": str(family), "families": tuple(DISTRIBUTIONS)}
        raise InstrumentError(Message("instruments.unknown-distribution", told))
    for names, shape in forms.items():
        if set(parameters) == set(names):
            return shape(**{name: _number(name, parameters[name]) for name in names})
    told = {
        "family": family,
        "names": tuple(map(str, parameters)) or ("—",),
        "forms": tuple(" + ".join(names) for names in forms),
    }
    raise InstrumentError(Message("instruments.distribution-parameters", told))


def _number(name: str, value: object) -> float:
    if not isinstance(value, Real) or isinstance(value, bool):
        told = {"argument": name, "value": shown(value)}
        raise InstrumentError(Message("instruments.not-a-number", told))
    number = as_float(value)
    if not math.isfinite(number):
        raise out_of_range(name, number, Message("instruments.a-number"))
    return number
