"""Sums, rests, ratios and shares of arguments, which are checked before any is formed."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import (
    Numbers,
    at_most,
    non_negative,
    numbers,
    together,
)


def quotient(numerator: ArrayLike, denominator: ArrayLike) -> Numbers:
    """Return the quotient, NaN where the denominator is zero.

    Parameters
    ----------
    numerator, denominator : array_like
        Numbers of any units, in shapes that broadcast; unchecked.

    Returns
    -------
    ndarray of float, or float for two numbers

    Examples
    --------
    >>> quotient([1, 1], [4, 0])
    array([0.25,  nan])
    """
    below = np.asarray(denominator, dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(below == 0, np.nan, np.asarray(numerator) / below)[()]


def ratio_of(**pair: ArrayLike) -> Numbers:
    """Return the first of two non-negative arguments over the second, NaN over zero.

    Parameters
    ----------
    **pair : array_like, two of shapes that broadcast
        First the numerator, then the denominator, each at least 0, in any units.

    Returns
    -------
    ndarray of float, or float for two numbers

    Raises
    ------
    OutOfRange
        A number is below 0 or infinite.
    ShapeMismatch
        The shapes do not broadcast.

    Examples
    --------
    >>> ratio_of(revenue=[10.0, 10.0], mass=[4.0, 0.0])
    array([2.5, nan])
    """
    above, below = checked = [non_negative(name, values) for name, values in pair.items()]
    together(**dict(zip(pair, checked, strict=True)))
    return quotient(above, below)


def share_of(**pair: ArrayLike) -> Numbers:
    """Return a part over its whole, both non-negative and the part no larger than the whole.

    Parameters
    ----------
    **pair : array_like, two of shapes that broadcast
        First the part, then the whole, each at least 0, in one unit.

    Returns
    -------
    ndarray of float, or float for two numbers
        0..1; NaN where the whole is 0. [-]

    Raises
    ------
    OutOfRange
        A number is below 0 or infinite.
    NotBalanced
        A part is larger than its whole.
    ShapeMismatch
        The shapes do not broadcast.

    Examples
    --------
    >>> share_of(recycled=[1.0, 0.0], mass=[4.0, 0.0])
    array([0.25,  nan])
    >>> share_of(recycled=5.0, mass=4.0)
    Traceback (most recent call last):
    ...
    kragozor.instruments.errors.NotBalanced: recycled is 5; it must be at most 4.
    """
    (name, part), (_, whole) = pair.items()
    ratio = ratio_of(**pair)
    at_most(whole, **{name: numbers(name, part)})
    return ratio


def rest_of(**pair: ArrayLike) -> Numbers:
    """Return what is left of a whole without a part, both non-negative.

    Parameters
    ----------
    **pair : array_like, two of shapes that broadcast
        First the whole, then the part, each at least 0, in one unit.

    Returns
    -------
    ndarray of float
        In the unit of both.

    Raises
    ------
    OutOfRange
        A number is below 0 or infinite.
    NotBalanced
        A part is larger than its whole.
    ShapeMismatch
        The shapes do not broadcast.

    Examples
    --------
    >>> rest_of(mass=[4.0, 4.0], recycled=[1.0, 4.0])
    array([3., 0.])
    """
    checked = {name: non_negative(name, values) for name, values in pair.items()}
    together(**checked)
    (_, whole), (name, part) = checked.items()
    at_most(whole, **{name: part})
    return whole - part


def sum_of(**parts: ArrayLike) -> Numbers:
    """Return the sum of non-negative arguments.

    Parameters
    ----------
    **parts : array_like, shapes that broadcast
        What is added up, each at least 0, in one unit.

    Returns
    -------
    ndarray of float, or float for single numbers
        In the unit of the parts.

    Raises
    ------
    OutOfRange
        A number is below 0 or infinite.
    ShapeMismatch
        The shapes do not broadcast.

    Examples
    --------
    >>> sum_of(reused=[1.0, 2.0], recycled=0.5)
    array([1.5, 2.5])
    """
    checked = {name: non_negative(name, values) for name, values in parts.items()}
    together(**checked)
    return np.asarray(sum(checked.values()))[()]


def summed(values: ArrayLike) -> Numbers:
    """Return the sum along the last axis; a single number is its own sum.

    Parameters
    ----------
    values : array_like, shape (..., n)
        Numbers in one unit; unchecked.

    Returns
    -------
    ndarray of float, shape (...), or float
        In the unit of the values.

    Examples
    --------
    >>> summed([[1.0, 2.0], [3.0, 4.0]])
    array([3., 7.])
    """
    return np.asarray(np.sum(np.atleast_1d(values), axis=-1))[()]
