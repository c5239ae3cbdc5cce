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
from kragozor.instruments.errors import InstrumentError, NotBalanced, OutOfRange, ShapeMismatch
from kragozor.words import Message

Numbers = NDArray[np.float64]


def real(name: str, values: ArrayLike) -> Numbers:
    """Return the values as an array of finite numbers."""
    array = numbers(name, values)
    _refuse(name, array, np.isinf(array), "a-number")
    return array


def non_negative(name: str, values: ArrayLike) -> Numbers:
    """Return the values as an array of numbers of at least 0."""
    array = real(name, values)
    _refuse(name, array, array < 0, "at-least-0")
    return array


def positive(name: str, values: ArrayLike) -> Numbers:
    """Return the values as an array of numbers above 0."""
    array = real(name, values)
    _refuse(name, array, array <= 0, "above-0")
    return array


def share(name: str, values: ArrayLike) -> Numbers:
    """Return the values as an array of shares from 0 to 1, beyond rounding."""
    array = numbers(name, values)
    _refuse(name, array, (array < 0) | (array > 1 + ROUNDING), "share")
    return array


def numbers(name: str, values: ArrayLike) -> Numbers:
    """Return the values as an array of floating-point numbers."""
    return numeric(name, values).astype(np.float64, copy=False)


def numeric(name: str, values: ArrayLike) -> NDArray[Any]:
    """Return the values as an array of numbers of whatever size they come in.

    A masked array is refused: NumPy would drop the mask, and what it hides would count.
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
    """Refuse parts that add up to more than the limit, beyond rounding."""
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
    """Return the shape that the arrays broadcast to."""
    try:
        return np.broadcast_shapes(*(array.shape for array in arrays.values()))
    except ValueError:
        shapes = tuple(f"{name} {array.shape}" for name, array in arrays.items())
        raise ShapeMismatch(Message("instruments.shapes-differ", {"shapes": shapes})) from None


def quotient(numerator: ArrayLike, denominator: ArrayLike) -> Numbers:
    """Return the quotient, NaN where the denominator is zero."""
    below = np.asarray(denominator, dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(below == 0, np.nan, np.asarray(numerator) / below)[()]


def ratio_of(**pair: ArrayLike) -> Numbers:
    """Return the first of two non-negative arguments over the second, NaN over zero."""
    above, below = checked = [non_negative(name, values) for name, values in pair.items()]
    together(**dict(zip(pair, checked, strict=True)))
    return quotient(above, below)


def share_of(**pair: ArrayLike) -> Numbers:
    """Return a part over its whole, both non-negative and the part no larger than the whole."""
    (name, part), (_, whole) = pair.items()
    ratio = ratio_of(**pair)
    at_most(whole, **{name: numbers(name, part)})
    return ratio


def rest_of(**pair: ArrayLike) -> Numbers:
    """Return what is left of a whole without a part, both non-negative."""
    checked = {name: non_negative(name, values) for name, values in pair.items()}
    together(**checked)
    (_, whole), (name, part) = checked.items()
    at_most(whole, **{name: part})
    return whole - part


def sum_of(**parts: ArrayLike) -> Numbers:
    """Return the sum of non-negative arguments."""
    checked = {name: non_negative(name, values) for name, values in parts.items()}
    together(**checked)
    return np.asarray(sum(checked.values()))[()]


def summed(values: ArrayLike) -> Numbers:
    """Return the sum along the last axis; a single number is its own sum."""
    return np.asarray(np.sum(np.atleast_1d(values), axis=-1))[()]


def needs_positive(values: Mapping[str, Numbers], cause: Mapping[str, Numbers]) -> None:
    """Refuse values of zero where the cause is above zero."""
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
    value = float(array[at])
    told = {"argument": _located((name,), at)[0], "bound": bound}
    shown = value if np.isfinite(value) else str(value)
    raise OutOfRange(Message("instruments.out-of-range", {**told, "value": shown}))


def _first(is_outside: NDArray[np.bool_]) -> tuple[int, ...]:
    return tuple(int(i) for i in np.unravel_index(np.argmax(is_outside), is_outside.shape))


def _located(names: tuple[str, ...], at: tuple[int, ...]) -> tuple[str, ...]:
    place = f"[{', '.join(map(str, at))}]" if at else ""
    return tuple(f"{name}{place}" for name in names)
