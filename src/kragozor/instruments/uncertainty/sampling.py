"""Uniform draws that fill the unit cube evenly: Latin hypercube and scrambled Sobol points."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from kragozor.instruments.errors import InstrumentError, out_of_range, shown
from kragozor.instruments.indicators.bounds import Numbers
from kragozor.words import Message

# A Sobol point is a multiple of 2^-30 in every dimension; half of it keeps 0 away.
_SOBOL_BITS = 30

# So many dimensions have their own direction numbers.
_SOBOL_DIMENSIONS = 21_201

# No draw comes closer than this to 0 or 1, where a quantile may be infinite.
_NEAREST = 2.0**-53


def unit_draws(
    draws: int, dimensions: int, *, seed: int, method: str = "latin-hypercube"
) -> Numbers:
    r"""Draws of independent numbers that are uniform between 0 and 1.

    .. math:: u_{kj} = \frac{\pi_k(j) + r_{kj}}{n}

    This is the Latin hypercube: each of the :math:`n` equal strata of a dimension :math:`k` is
    met once, in an order :math:`\pi_k` and at a place :math:`r_{kj}` by chance. The other
    method, a Sobol sequence scrambled at random, fills the cube evenly in several dimensions
    at once.

    Parameters
    ----------
    draws : int
        How many points, :math:`n \ge 1`; any number, for Sobol best a power of two.
    dimensions : int
        How many numbers vary, at least 0.
    seed : int
        The same seed gives the same draws, :math:`s \ge 0`.
    method : str
        ``"latin-hypercube"`` or ``"sobol"``.

    Returns
    -------
    ndarray, shape (dimensions, draws)
        Draws, all above 0 and below 1. [-]

    Raises
    ------
    OutOfRange
        There is no draw, a number of dimensions below 0 or, for Sobol, above 21,201, or a
        seed outside its domain.
    InstrumentError
        The method is unknown.

    Notes
    -----
    The Latin hypercube uses the one generator of NumPy whose numbers never change, on any
    platform or in any version; its first dimensions stay the same when more are added.

    Source: McKay, Beckman and Conover, Technometrics 21 (1979), 239-245; Owen, Journal of
    Complexity 14 (1998), 466-489, for the scrambling.

    Examples
    --------
    >>> strata = np.sort(np.floor(4 * unit_draws(4, 2, seed=1)), axis=1)
    >>> strata
    array([[0., 1., 2., 3.],
           [0., 1., 2., 3.]])
    """
    _check("draws", draws, draws >= 1, Message("instruments.at-least", {"limit": 1}))
    _check("dimensions", dimensions, dimensions >= 0, Message("instruments.at-least-0"))
    _check("seed", seed, seed >= 0, Message("instruments.at-least-0"))
    return method_named(method)(draws, dimensions, seed)


def method_named(name: str, *, argument: str = "method") -> Callable[[int, int, int], Numbers]:
    """Return what makes draws of a number of dimensions with a seed.

    Raises
    ------
    InstrumentError
        There is no method of this name; the argument says what the caller knows it as.

    Examples
    --------
    >>> method_named("latin-hypercube")(4, 2, 0).shape
    (2, 4)
    """
    if name not in METHODS:
        told = {"argument": argument, "value": shown(name), "choices": tuple(METHODS)}
        raise InstrumentError(Message("instruments.not-a-choice", told))
    return METHODS[name]


def generator(seed: int) -> np.random.RandomState:
    """Return the generator whose numbers never change, for a seed of any length.

    Examples
    --------
    >>> generator(0).random_sample(2).round(3)
    array([0.549, 0.715])
    """
    words = [seed >> shift & 0xFFFFFFFF for shift in range(0, seed.bit_length(), 32)]
    return np.random.RandomState(words if len(words) > 1 else seed)


def _latin_hypercube(draws: int, dimensions: int, seed: int) -> Numbers:
    chance = generator(seed)
    points = np.empty((dimensions, draws))
    for row in points:
        row[:] = np.arange(draws)
        chance.shuffle(row)
        np.add(row, chance.random_sample(draws), out=row)
    points /= draws
    return np.clip(points, _NEAREST, 1 - _NEAREST, out=points)


def _sobol(draws: int, dimensions: int, seed: int) -> Numbers:
    if dimensions == 0:
        return np.empty((0, draws))
    bound = Message("instruments.at-most", {"limit": _SOBOL_DIMENSIONS})
    _check("dimensions", dimensions, dimensions <= _SOBOL_DIMENSIONS, bound)
    from scipy.stats.qmc import Sobol

    sequence = Sobol(dimensions, bits=_SOBOL_BITS, rng=np.random.default_rng(seed))
    points = sequence.random_base2((draws - 1).bit_length())[:draws]
    return np.ascontiguousarray(points.T) + 0.5 ** (_SOBOL_BITS + 1)


METHODS: Mapping[str, Callable[[int, int, int], Numbers]] = {
    "latin-hypercube": _latin_hypercube,
    "sobol": _sobol,
}


def _check(name: str, value: int, is_inside: bool, bound: Message) -> None:
    if not is_inside:
        raise out_of_range(name, value, bound)
