"""A sum over members that is public, or would be: who put in what."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kragozor.instruments.errors import OutOfRange, out_of_range, raise_all
from kragozor.words import Message


@dataclass(frozen=True)
class Part:
    """What one member puts into a sum.

    Attributes
    ----------
    amount
        The member's own number, at least 0. [the unit of the sum]
    at_most
        The largest number it could have been: 1 for an index, the member's own denominator for
        the numerator of a share, no bound for a mass.
    """

    amount: float
    at_most: float = math.inf


@dataclass(frozen=True)
class Release:
    """A sum over members, of one quantity in one period.

    Only sums of the same quantity are added to and subtracted from one another; those of
    different periods as far as members have the very same number in both. A mean is known
    as the sum that it is formed of, since the number of contributors is told with it; a quotient
    is taken to give away both its sums.

    Attributes
    ----------
    quantity
        What is summed up.
    parts
        What each member puts in, by a key of the member that never changes.
    period
        For which period.

    Examples
    --------
    >>> Release("inflow", {"a": Part(3.0), "b": Part(1.0)}, "2025").members == {"a", "b"}
    True
    """

    quantity: str
    parts: Mapping[str, Part]
    period: str = ""

    def __post_init__(self) -> None:
        problems = (_outside(self.quantity, *item) for item in self.parts.items())
        raise_all(problem for problem in problems if problem)

    @property
    def members(self) -> frozenset[str]:
        """Who put something in, though it be 0."""
        return frozenset(self.parts)

    @property
    def unknowns(self) -> frozenset[tuple[str, float]]:
        """The numbers that are summed up; one that was measured anew is another unknown."""
        return frozenset((member, part.amount) for member, part in self.parts.items())


def same_quantity(release: Release, others: Iterable[Release]) -> list[Release]:
    """Return those of the others that sum up the same quantity, for whatever period.

    Examples
    --------
    >>> inflow = Release("inflow", {"a": Part(3.0)})
    >>> same_quantity(inflow, [inflow, Release("mci", {"a": Part(0.5)})]) == [inflow]
    True
    """
    return [other for other in others if other.quantity == release.quantity]


def akin(release: Release, others: Iterable[Release]) -> list[Release]:
    """Return those of the others that share an unknown with a sum, or with one that does.

    No other can be added or subtracted so that less is left.

    Examples
    --------
    >>> now, then = Release("inflow", {"a": Part(3.0)}), Release("inflow", {"a": Part(2.0)})
    >>> akin(now, [then]), akin(now, [now]) == [now]
    ([], True)
    """
    rest, found, unknowns = list(others), [], set(release.unknowns)
    while near := [other for other in rest if other.unknowns & unknowns]:
        rest = [other for other in rest if not other.unknowns & unknowns]
        found += near
        unknowns.update(*(other.unknowns for other in near))
    return found


def plain(parts: Iterable[Part]) -> bool:
    """Return whether the sum alone tells every part: all are nothing, or all they can be.

    Examples
    --------
    >>> plain([Part(0.0), Part(0.0)]), plain([Part(1.0, at_most=1.0)]), plain([Part(2.0)])
    (True, True, False)
    """
    held = list(parts)
    are_nothing = all(part.amount == 0 for part in held)
    return bool(held) and (are_nothing or all(part.amount >= part.at_most for part in held))


def dominated(amounts: Iterable[float], most: float) -> bool:
    """Return whether one amount is more than the largest share that is let through.

    Examples
    --------
    >>> dominated([5.0, 3.0, 2.0], 0.5), dominated([6.0, 2.0, 2.0], 0.5)
    (False, True)
    """
    sizes = [abs(amount) for amount in amounts]
    return max(sizes, default=0.0) > most * math.fsum(sizes)


def check_bounds(least: int, most: float) -> None:
    """Refuse a rule that would protect nobody.

    Parameters
    ----------
    least : int
        How many members a figure needs, at least 2.
    most : float
        The largest share of a sum that one member may have, above 0 and below 1. [-]

    Raises
    ------
    OutOfRange
        One of them is outside.

    Examples
    --------
    >>> check_bounds(5, 0.5)
    >>> check_bounds(1, 0.5)
    Traceback (most recent call last):
    ...
    kragozor.instruments.errors.OutOfRange: least is 1; it must be at least 2.
    """
    if least < 2:
        raise out_of_range("least", least, Message("disclosure.at-least-2"))
    if not 0 < most < 1:
        raise out_of_range("most", most, Message("disclosure.between-0-and-1"))


def _outside(quantity: str, member: str, part: Part) -> OutOfRange | None:
    place = f"{quantity}[{member}]"
    if not (math.isfinite(part.amount) and part.amount >= 0):
        return out_of_range(place, part.amount, Message("instruments.at-least-0"))
    if part.amount > part.at_most:
        told = {"parts": place, "total": part.amount, "limit": part.at_most}
        return OutOfRange(Message("instruments.above-limit", told))
    return None
