"""Arrays checked against their domain before a formula uses them.

NaN stands for an undefined number and passes through; anything else outside the domain is
refused with the argument, the first offending value, its index and the bound.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kragozor.instruments.arithmetic import ROUNDING
from kragozor.instruments.errors import InstrumentError, NotBalanced, ShapeMismatch, out_of_range
from kragozor.words import Message

Numbers = NDArray[np.float64]


def real(name: str, values: ArrayLike) -> Numbers:
    """Return the values as an array of finite numbers.

    Parameters
    ----------
    name : str
        What the argument is called in a refusal.
    values : array_like, any shape
        Numbers in the unit of the argument; NaN is undefined.

    Returns
    -------
    ndarray of float, the same shape

    Raises
    ------
    OutOfRange
        A number is infinite.
    InstrumentError
        The values are no numbers, or :func:`numeric` refuses them.

    Examples
    --------
    >>> real("mass", [1, float("nan")])
    array([ 1., nan])
    >>> real("mass", float("inf"))
    Traceback (most recent call last):
    ...
    kragozor.instruments.errors.OutOfRange: mass is inf; it must be a finite number.
    """
    array = numbers(name, values)
    _refuse(name, array, np.isinf(array), "a-number")
    return array


def non_negative(name: str, values: ArrayLike) -> Numbers:
    """Return the values as an array of numbers of at least 0.

    The parameters are those of :func:`real`.

    Raises
    ------
    OutOfRange
        A number is below 0 or infinite.

    Examples
    --------
    >>> non_negative("mass", [0, 2.5])
    array([0. , 2.5])
    >>> non_negative("mass", [1, -2])
    Traceback (most recent call last):
    ...
    kragozor.instruments.errors.OutOfRange: mass[1] is −2; it must be at least 0.
    """
    array = real(name, values)
    _refuse(name, array, array < 0, "at-least-0")
    return array


def positive(name: str, values: ArrayLike) -> Numbers:
    """Return the values as an array of numbers above 0.

    The parameters are those of :func:`real`.

    Raises
    ------
    OutOfRange
        A number is 0, below it or infinite.

    Examples
    --------
    >>> positive("lifetime", 4)
    array(4.)
    >>> positive("lifetime", [4, 0])
    Traceback (most recent call last):
    ...
    kragozor.instruments.errors.OutOfRange: lifetime[1] is 0; it must be above 0.
    """
    array = real(name, values)
    _refuse(name, array, array <= 0, "above-0")
    return array


def share(name: str, values: ArrayLike) -> Numbers:
    """Return the values as an array of shares from 0 to 1, beyond rounding.

    The parameters are those of :func:`real`.

    Raises
    ------
    OutOfRange
        A share is below 0 or above 1.

    Examples
    --------
    >>> share("recycled", [0, 0.25])
    array([0.  , 0.25])
    >>> share("recycled", 25)
    Traceback (most recent call last):
    ...
    kragozor.instruments.errors.OutOfRange: recycled is 25; it must be a share from 0 to 1.
    """
    array = numbers(name, values)
    _refuse(name, array, (array < 0) | (array > 1 + ROUNDING), "share")
    return array


def numbers(name: str, values: ArrayLike) -> Numbers:
    """Return the values as an array of floating-point numbers.

    The parameters and errors are those of :func:`numeric`.

    Examples
    --------
    >>> numbers("mass", [1, 2])
    array([1., 2.])
    """
    return numeric(name, values).astype(np.float64, copy=False)


def numeric(name: str, values: ArrayLike) -> NDArray[Any]:
    """Return the values as an array of numbers of whatever size they come in.

    A masked array is refused: NumPy would drop the mask, and what it hides would count.

    Parameters
    ----------
    name : str
        What the argument is called in a refusal.
    values : array_like, any shape
        Whole or floating-point numbers, in any unit and domain.

    Returns
    -------
    ndarray, the same shape and type

    Raises
    ------
    InstrumentError
        The values are no numbers, or some of them are masked.
    ShapeMismatch
        The rows differ in length.

    Examples
    --------
    >>> import numpy as np
    >>> numeric("mass", np.array([1, 2], dtype="float32")).dtype
    dtype('float32')
    >>> numeric("mass", ["two"])
    Traceback (most recent call last):
    ...
    kragozor.instruments.errors.InstrumentError: mass is an array of <U3; it must hold numbers.
    """
    if isinstance(values, np.ma.MaskedArray):
        raise InstrumentError(Message("instruments.masked", {"argument": name}))
    try:
        array = np.asarray(values)
    except ValueError:
        raise ShapeMismatch(Message("instruments.ragged", {"argument": name})) from None
    if array.dtype.kind not in "fiu":
        told = {"argument": name, "value": str(array.dtype)}
        raise InstrumentError(Message("instruments.not-numbers", told))
    return array


def at_most(limit: ArrayLike, **parts: Numbers) -> None:
    """Refuse parts that add up to more than the limit, beyond rounding.

    Parameters
    ----------
    limit : array_like, broadcasts with the parts
        The whole, in the unit of its parts.
    **parts : ndarray of float
        What is added up, by the name it has in a refusal; shapes that broadcast together.

    Raises
    ------
    NotBalanced
        The parts are more than the whole; it tells where first.
    ShapeMismatch
        The shapes do not broadcast.

    Examples
    --------
    >>> import numpy as np
    >>> at_most(1.0, a=np.array([0.5, 0.4]), b=np.array([0.5, 0.7]))
    Traceback (most recent call last):
    ...
    kragozor.instruments.errors.NotBalanced: a[1], b[1] add up to 1.1; they must be at most 1.
    """
    together(**parts)
    total = np.asarray(sum(parts.values()))
    excess = total > np.asarray(limit) * (1 + ROUNDING)
    if excess.any():
        at = _first(excess)
        whole = np.broadcast_to(limit, excess.shape)[at]
        told = {"parts": _located(tuple(parts), at), "total": float(total[at])}
        key = "not-balanced" if len(parts) > 1 else "above-limit"
        raise NotBalanced(Message(f"instruments.{key}", {**told, "limit": float(whole)}))


def together(**arrays: Numbers) -> tuple[int, ...]:
    """Return the shape that the arrays broadcast to.

    Parameters
    ----------
    **arrays : ndarray
        The arrays by the name each has in a refusal.

    Returns
    -------
    tuple of int

    Raises
    ------
    ShapeMismatch
        The shapes do not broadcast.

    Examples
    --------
    >>> import numpy as np
    >>> together(mass=np.ones((3, 1)), share=np.ones(2))
    (3, 2)
    >>> together(mass=np.ones(3), share=np.ones(2))
    Traceback (most recent call last):
    ...
    kragozor.instruments.errors.ShapeMismatch: Shapes do not fit together: mass (3,), share (2,).
    """
    try:
        return np.broadcast_shapes(*(array.shape for array in arrays.values()))
    except ValueError:
        shapes = tuple(f"{name} {array.shape}" for name, array in arrays.items())
        raise ShapeMismatch(Message("instruments.shapes-differ", {"shapes": shapes})) from None


def needs_positive(values: Mapping[str, Numbers], cause: Mapping[str, Numbers]) -> None:
    """Refuse values of zero where the cause is above zero.

    Parameters
    ----------
    values : mapping of one str to ndarray of float
        What must be above 0, by the name it has in a refusal.
    cause : mapping of one str to ndarray of float
        What demands it by being above 0; the shapes broadcast.

    Raises
    ------
    OutOfRange
        A value is not above 0 though its cause is.
    ShapeMismatch
        The shapes do not broadcast.

    Examples
    --------
    >>> import numpy as np
    >>> needs_positive({"yield": np.array([0.8, 0.0])}, {"sent": np.array([0.0, 0.0])})
    >>> needs_positive({"yield": np.array([0.8, 0.0])}, {"sent": np.array([0.0, 0.5])})
    Traceback (most recent call last):
    ...
    kragozor.instruments.errors.OutOfRange: yield[1] is 0; it must be above 0 when sent is above 0.
    """
    (name, array), (why, reason) = (*values.items(), *cause.items())
    shape = together(**values, **cause)
    bound = Message("instruments.above-0-when", {"cause": why})
    whole = np.broadcast_to(array, shape)
    _refuse_message(name, whole, (whole <= 0) & (reason > 0), bound)


def _refuse(name: str, array: Numbers, is_outside: NDArray[np.bool_], bound: str) -> None:
    _refuse_message(name, array, is_outside, Message(f"instruments.{bound}"))


def _refuse_message(
    name: str, array: Numbers, is_outside: NDArray[np.bool_], bound: Message
) -> None:
    if not is_outside.any():
        return
    at = _first(is_outside)
    raise out_of_range(_located((name,), at)[0], float(array[at]), bound)


def _first(is_outside: NDArray[np.bool_]) -> tuple[int, ...]:
    return tuple(int(i) for i in np.unravel_index(np.argmax(is_outside), is_outside.shape))


def _located(names: tuple[str, ...], at: tuple[int, ...]) -> tuple[str, ...]:
    place = f"[{', '.join(map(str, at))}]" if at else ""
    return tuple(f"{name}{place}" for name in names)
