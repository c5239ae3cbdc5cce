"""Arithmetic with a number, or with draws of it: one number for each draw of a sample.

Formulas and readings are written once and go through these functions wherever draws need
something else than Python's own operators. NumPy is loaded where draws are met and not before,
so that a command without them starts at once.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import reduce
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeGuard, overload

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Draws: TypeAlias = NDArray[np.float64]
    Amount: TypeAlias = float | Draws
    Truth: TypeAlias = bool | NDArray[np.bool_]

_NUMBERS = frozenset({float, int})

# A share worked out of measured masses may miss its bound in the last digits.
ROUNDING = 1e-9


def as_float(number: Any) -> float:
    """Return a number as a float; what is too large for one is infinite, and −0 is 0.

    Examples
    --------
    >>> as_float(2), as_float(-0.0), as_float(10**400)
    (2.0, 0.0, inf)
    """
    try:
        return float(number) + 0.0
    except OverflowError:
        return math.inf if number > 0 else -math.inf


def is_drawn(amount: object) -> TypeGuard[NDArray[Any]]:
    """Return whether there is a number for each draw.

    Examples
    --------
    >>> import numpy as np
    >>> is_drawn(np.array([1.0, 2.0])), is_drawn(1.0)
    (True, False)
    """
    return getattr(amount, "ndim", 0) > 0


@overload
def total(amounts: Iterable[float]) -> float: ...
@overload
def total(amounts: Iterable[Amount]) -> Amount: ...
def total(amounts: Iterable[Amount]) -> Amount:
    """Return the sum; that of numbers alone is exact to the last digit.

    Parameters
    ----------
    amounts : iterable of float or of ndarray, shape (draws)
        What is added up, in one unit.

    Returns
    -------
    float, or ndarray of shape (draws) where any amount is one
        In the unit of the amounts.

    Examples
    --------
    >>> total([0.1] * 10)
    1.0
    """
    terms = list(amounts)
    if _NUMBERS.issuperset(map(type, terms)):
        return math.fsum(terms)
    drawn = [term for term in terms if is_drawn(term)]
    exact = math.fsum(term for term in terms if not is_drawn(term))
    return sum(drawn[1:], start=drawn[0] + exact) if drawn else exact


@overload
def quotient(above: float, below: float) -> float: ...
@overload
def quotient(above: Amount, below: Amount) -> Amount: ...
def quotient(above: Amount, below: Amount) -> Amount:
    """Return a quotient; over zero it is NaN in that draw, and of a number refused.

    Parameters
    ----------
    above, below : float or ndarray, shape (draws)
        The numerator and the denominator, in any units.

    Returns
    -------
    float, or ndarray of shape (draws) where either is one

    Raises
    ------
    ZeroDivisionError
        The denominator is the number 0, in every draw.

    Examples
    --------
    >>> import numpy as np
    >>> quotient(1.0, np.array([0.0, 4.0]))
    array([ nan, 0.25])
    """
    if is_drawn(below):
        if least(below) > 0:
            return above / below
        from kragozor.instruments.indicators.sums import quotient as drawn_quotient

        return drawn_quotient(above, below)
    if below == 0:
        raise ZeroDivisionError(below)
    return above / below


@overload
def extreme(name: Literal["max", "min"], amounts: Sequence[float]) -> float: ...
@overload
def extreme(name: Literal["max", "min"], amounts: Sequence[Amount]) -> Amount: ...
def extreme(name: Literal["max", "min"], amounts: Sequence[Amount]) -> Amount:
    """Return the greatest or least of some amounts, in each draw its own.

    Parameters
    ----------
    name : {"max", "min"}
        Which of the two.
    amounts : sequence of float or of ndarray, shape (draws)
        At least one, in one unit.

    Returns
    -------
    float, or ndarray of shape (draws) where any amount is one
        In the unit of the amounts.

    Examples
    --------
    >>> import numpy as np
    >>> extreme("max", [0.0, np.array([-1.0, 2.0])])
    array([0., 2.])
    """
    if not any(map(is_drawn, amounts)):
        return max(amounts) if name == "max" else min(amounts)
    import numpy as np

    return reduce(np.maximum if name == "max" else np.minimum, amounts)


def reaches(amount: Amount, bound: Amount) -> Truth:
    """Return whether an amount is at least as large as a bound, beyond rounding.

    Parameters
    ----------
    amount, bound : float or ndarray, shape (draws)
        Both in one unit.

    Returns
    -------
    bool, or ndarray of bool where either is an array

    Examples
    --------
    >>> reaches(0.1 + 0.7, 0.8), reaches(0.7999, 0.8)
    (True, False)
    """
    return amount >= bound - ROUNDING


def compared(sign: Literal[">=", ">"], amount: Amount, bound: Amount) -> Amount:
    """Return 1 where the comparison holds and 0 where it does not; NaN where it cannot be made.

    Only what is at least as large may miss its bound by rounding.

    Parameters
    ----------
    sign : {">=", ">"}
        The comparison.
    amount, bound : float or ndarray, shape (draws)
        Both in one unit.

    Returns
    -------
    float, or ndarray of shape (draws) where either is one
        0 or 1. [-]

    Examples
    --------
    >>> import numpy as np
    >>> compared(">=", np.array([0.7, 0.8, np.nan]), 0.8)
    array([ 0.,  1., nan])
    """
    holds = reaches(amount, bound) if sign == ">=" else amount > bound
    # Nothing is added but what is not a number.
    return choose(holds, 1.0, 0.0) + 0.0 * (amount - bound)


def logarithm(amount: Amount) -> Amount:
    """Return the natural logarithm; NaN of what has none.

    Parameters
    ----------
    amount : float or ndarray, shape (draws)
        Above 0. [-]

    Returns
    -------
    float or ndarray, as it was given
        [-]

    Examples
    --------
    >>> import numpy as np
    >>> logarithm(1.0), logarithm(0.0)
    (0.0, nan)
    >>> logarithm(np.array([1.0, -1.0]))
    array([ 0., nan])
    """
    if not is_drawn(amount):
        return math.log(amount) if amount > 0 else math.nan
    import numpy as np

    logarithms: Draws = np.log(amount, out=np.full_like(amount, np.nan), where=amount > 0)
    return logarithms


def times_logarithm(factor: Amount, amount: Amount) -> Amount:
    """Return a factor times the natural logarithm of an amount: 0 where the factor is 0.

    Parameters
    ----------
    factor, amount : float or ndarray, shape (draws)
        The amount above 0 wherever the factor is not 0. [-]

    Returns
    -------
    float, or ndarray of shape (draws) where either is one
        [-]

    Examples
    --------
    >>> times_logarithm(0.0, 0.0), times_logarithm(2.0, 1.0)
    (0.0, 0.0)
    """
    return choose(factor == 0, 0.0, factor * logarithm(amount))


def exponential(amount: Amount) -> Amount:
    """Return e raised to an amount.

    The parameters are those of :func:`logarithm`.

    Examples
    --------
    >>> exponential(0.0)
    1.0
    """
    if not is_drawn(amount):
        return math.exp(amount)
    import numpy as np

    powers: Draws = np.exp(amount)
    return powers


def choose(condition: Truth, yes: Amount, no: Amount) -> Amount:
    """Return one amount where the condition holds and the other where it does not.

    Parameters
    ----------
    condition : bool, or ndarray of bool, shape (draws)
        What decides, in each draw by itself where it is an array.
    yes, no : float or ndarray, shape (draws)
        Both in one unit.

    Returns
    -------
    float or ndarray, shape (draws)
        In the unit of both.

    Examples
    --------
    >>> import numpy as np
    >>> choose(np.array([True, False]), 1.0, np.array([3.0, 4.0]))
    array([1., 4.])
    """
    if not is_drawn(condition):
        return yes if condition else no
    import numpy as np

    return np.where(condition, yes, no)


def finite(amount: Amount) -> Amount:
    """Return the amount with NaN for whatever is not a finite number.

    Parameters
    ----------
    amount : float or ndarray, shape (draws)
        In any unit.

    Returns
    -------
    float or ndarray, as it was given

    Examples
    --------
    >>> import numpy as np
    >>> finite(np.array([1.0, np.inf]))
    array([ 1., nan])
    """
    if not is_drawn(amount):
        return float(amount) if math.isfinite(amount) else math.nan
    import numpy as np

    # One sum tells that all are finite; only where it is not are they looked at one by one.
    with np.errstate(over="ignore", invalid="ignore"):
        are_finite = math.isfinite(amount.sum())
    return amount if are_finite else np.where(np.isfinite(amount), amount, np.nan)


def least(amount: Amount) -> float:
    """Return the least number of all draws; NaN where any of them is.

    Parameters
    ----------
    amount : float or ndarray, shape (draws)
        In any unit.

    Returns
    -------
    float
        In the unit of the amount.

    Examples
    --------
    >>> import numpy as np
    >>> least(np.array([3.0, 2.0]))
    2.0
    """
    return float(amount.min()) if is_drawn(amount) else float(amount)


def magnitude(amounts: Iterable[Amount]) -> float:
    """Return how far from zero any of some amounts is in any draw; NaN where any of them is.

    Parameters
    ----------
    amounts : iterable of float or of ndarray, shape (draws)
        At least one, in one unit.

    Returns
    -------
    float
        In the unit of the amounts.

    Examples
    --------
    >>> import numpy as np
    >>> magnitude([1.0, np.array([-3.0, 2.0])])
    3.0
    """
    ends = [end for one in amounts for end in (-least(one), greatest(one))]
    return math.nan if any(map(math.isnan, ends)) else max(ends)


def greatest(amount: Amount) -> float:
    """Return the greatest number of all draws; NaN where any of them is.

    The parameters are those of :func:`least`.

    Examples
    --------
    >>> import numpy as np
    >>> greatest(np.array([3.0, 2.0]))
    3.0
    """
    return float(amount.max()) if is_drawn(amount) else float(amount)


def is_any(condition: Truth) -> bool:
    """Return whether the condition holds in any draw.

    Examples
    --------
    >>> import numpy as np
    >>> is_any(np.array([False, True])), is_any(False)
    (True, False)
    """
    return bool(condition.any()) if is_drawn(condition) else bool(condition)
